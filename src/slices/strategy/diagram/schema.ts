import { z } from 'zod'
import { id, line, optionalId, optionalLine, optionalParagraph, version } from '../../../web/fields.ts'
import type { Kind } from '../../resources/kinds/schema.ts'

export type { Kind }

/** How a change idea stands on a resource. */
export const WAYS = ['uses', 'repurposes', 'generates'] as const

export type Way = (typeof WAYS)[number]

export const driverForm = z.object({ statement: line(200), why: optionalParagraph(1000), measureId: optionalId })

export const driverChangeForm = driverForm.extend({ version })

export const ideaForm = z.object({ statement: line(300) })

export const ideaChangeForm = ideaForm.extend({ version })

/** Where something goes in its order: before another one, or to the end. */
const before = z.union([z.literal('end'), id]).default('end')

export const driverMoveForm = z.object({ before })

export const ideaMoveForm = z.object({ driverId: id, before })

export const linkForm = z.object({ resourceId: id, way: z.enum(WAYS), how: optionalLine(300) })

export type DriverForm = z.output<typeof driverForm>
export type DriverChange = z.output<typeof driverChangeForm>
export type IdeaMove = z.output<typeof ideaMoveForm>
export type LinkForm = z.output<typeof linkForm>

export type Link = { id: string; ideaId: string; resourceId: string; way: Way; how: string; kind: Kind; name: string }

export type Idea = { id: string; driverId: string; statement: string; version: number; links: Link[] }

export type Driver = { id: string; statement: string; why: string; measureId: string | null; version: number; ideas: Idea[] }

export type ResourceChoice = { id: string; name: string; kind: Kind }
