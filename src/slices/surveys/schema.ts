import { z } from 'zod'

/** A text in each language that it was written in. */
export const textsSchema = z.record(z.string(), z.string())

export type Texts = z.infer<typeof textsSchema>

/** The languages that a survey can be answered in. */
export const SURVEY_LANGUAGES = ['en', 'es'] as const

/** How an answer and whoever gave it are kept apart; said in plain words before the first question. */
export const MODES = ['anonymous', 'confidential', 'named'] as const

export type Mode = (typeof MODES)[number]

/** The two sets of answers; the first is worth 1, the last 5. */
export const OPTION_SETS = ['agreement', 'frequency'] as const

/** What an answer of a set is worth, from the first option to the last. */
export const VALUES = [1, 2, 3, 4, 5] as const

/** How many answers a question may offer. */
export const FEWEST_ANSWERS = 2
export const MOST_ANSWERS = 10

/**
 * What the questions of a part have in common: a scale adds up to one score, a choice has answers without an order that
 * could be counted with, and a text is answered in words.
 */
export const KINDS = ['scale', 'choice', 'text'] as const

/** Asked only of whoever gave one of these answers to a question of an earlier part. */
export const conditionSchema = z.object({ item: z.string(), values: z.array(z.number().int().min(1).max(MOST_ANSWERS)).min(1) })

export type Condition = z.infer<typeof conditionSchema>

/** A part of a questionnaire: a scale, choices or questions for words. */
export const scaleSchema = z.object({
  key: z.string(),
  kind: z.enum(KINDS).optional(),
  options: z.enum(OPTION_SETS),
  /** Answers in its own words, the first worth 1, in place of those of the set: questionnaires from elsewhere keep theirs. */
  answers: z.array(textsSchema).min(FEWEST_ANSWERS).max(MOST_ANSWERS).optional(),
  name: textsSchema,
  purpose: textsSchema,
  when: conditionSchema.optional(),
  items: z
    .array(z.object({ key: z.string(), text: textsSchema, reversed: z.boolean().optional(), when: conditionSchema.optional() }))
    .min(1),
})

export type Scale = z.infer<typeof scaleSchema>

export type Item = Scale['items'][number]

export const scalesSchema = z.array(scaleSchema).min(1)
