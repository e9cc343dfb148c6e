import { z } from 'zod'
import { type Role, SCHOOL_STAFF } from '../../../access/roles.ts'
import { day, id, several } from '../../../web/fields.ts'
import type { Scale, Texts } from '../schema.ts'

/** Whom a survey of staff can be put to. */
export const ASKED_ROLES = [...SCHOOL_STAFF, 'coach', 'district_leader'] as const satisfies readonly Role[]

export const openingForm = z.object({ instrumentId: id, roles: several(z.enum(ASKED_ROLES)), opensOn: day, closesOn: day })

export type Opening = z.output<typeof openingForm>

/** A survey as the leaders of a place that takes part know it, with the numbers of that place alone. */
export type Survey = {
  id: string
  unitId: string
  instrumentId: string
  title: Texts
  minutes: number
  scales: Scale[]
  roles: Role[]
  opensOn: string
  closesOn: string
  sealId: string
  closedAt: Date | null
  foldedAt: Date | null
  invited: number
  /** Rounded, as of a day; nothing before the first count. */
  answered: number | null
  countedOn: string | null
}
