import { z } from 'zod'
import { day, optionalLine } from '../../../web/fields.ts'

export const closedDayForm = z.object({ closedOn: day, reason: optionalLine(120) })

export type ClosedDayForm = z.output<typeof closedDayForm>

export type ClosedDay = { id: string; closedOn: string; reason: string; everywhere: boolean }
