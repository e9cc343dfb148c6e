import { z } from 'zod'

/** A text in each language that it was written in. */
export const textsSchema = z.record(z.string(), z.string())

export type Texts = z.infer<typeof textsSchema>

/** The languages that a survey can be answered in. */
export const SURVEY_LANGUAGES = ['en', 'es'] as const

/** The two sets of answers; the first is worth 1, the last 5. */
export const OPTION_SETS = ['agreement', 'frequency'] as const

/** What an answer is worth, from the first option to the last. */
export const VALUES = [1, 2, 3, 4, 5] as const

export const scaleSchema = z.object({
  key: z.string(),
  options: z.enum(OPTION_SETS),
  /** Answers in its own words, the first worth 1, in place of those of the set: questionnaires from elsewhere keep theirs. */
  answers: z.array(textsSchema).length(5).optional(),
  name: textsSchema,
  purpose: textsSchema,
  items: z.array(z.object({ key: z.string(), text: textsSchema, reversed: z.boolean().optional() })).min(1),
})

export type Scale = z.infer<typeof scaleSchema>

export const scalesSchema = z.array(scaleSchema).min(1)
