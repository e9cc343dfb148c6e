import { z } from 'zod'
import { day, paragraph } from '../../../web/fields.ts'

/** What a review decides about a strategy. */
export const OUTCOMES = ['keep', 'adapt', 'stop'] as const

export const reviewForm = z.object({ heldOn: day, outcome: z.enum(OUTCOMES), reason: paragraph(2000), evidence: paragraph(2000) })

export type ReviewForm = z.output<typeof reviewForm>

export type Review = ReviewForm & { id: string; byName: string | null }
