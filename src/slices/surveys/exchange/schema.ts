import { z } from 'zod'
import { line, paragraph } from '../../../web/fields.ts'
import { type Scale, scaleSchema, SURVEY_LANGUAGES, type Texts, textsSchema } from '../schema.ts'

/** Names of questions and scales, as tables of answers will carry them. */
export const KEY = /^[A-Za-z][\w.-]{0,69}$/

/** More letters than this are no question. */
export const MOST_LETTERS = 500

/** What a place of a file should have held, where it was refused. */
export const EXPECTATIONS = [
  'answers',
  'everybody',
  'file_kind',
  'group',
  'key',
  'known_part',
  'language',
  'list_only',
  'most',
  'once',
  'one_choice',
  'plain_text',
  'readable',
  'text',
  'text_alone',
] as const

/** What is not taken over: the whole file, a question, or a detail without which the rest stands. */
export const refusalSchema = z.object({
  at: z.string(),
  found: z.string(),
  expected: z.enum(EXPECTATIONS),
  loses: z.enum(['file', 'question', 'detail']),
})

export type Refusal = z.infer<typeof refusalSchema>

/** A file of somebody else's, as far as any of the three formats goes. */
export type Question = {
  key: string
  /** Where it stands in the file. */
  at: string
  text: Texts
  answers: Texts[]
  reversed?: boolean
  group?: { key: string; name: Texts; purpose?: Texts }
}

export type Reading = { title: Texts; questions: Question[]; refusals: Refusal[] }

/** What will be made of a file, as shown before it is accepted; it travels with the page, so that nothing is kept before. */
export const broughtSchema = z
  .object({
    title: textsSchema,
    languages: z.array(z.enum(SURVEY_LANGUAGES)).min(1),
    scales: z.array(scaleSchema).max(80),
    refusals: z.array(refusalSchema).max(1000),
  })
  .refine(({ scales }) => isWhole(scales), { error: 'surveys.bring_again' })

export type Brought = z.infer<typeof broughtSchema>

export const uploadForm = z.object({
  file: z.instanceof(File, { error: 'surveys.bring_no_file' }).refine((file) => file.size > 0, { error: 'surveys.bring_no_file' }),
  language: z.enum(SURVEY_LANGUAGES),
})

export const acceptForm = z.object({
  title_en: line(120),
  title_es: line(120),
  purpose: paragraph(1000),
  brought: z
    .string()
    .transform((text, ctx) => parsedJson(text) ?? ctx.addIssue({ code: 'custom', message: 'surveys.bring_again' }))
    .pipe(broughtSchema),
})

/** What came back may be another than what was shown: it must hold to the same bounds as a file. */
function isWhole(scales: readonly Scale[]): boolean {
  const items = scales.flatMap((scale) => scale.items)
  const texts = [...scales.flatMap(({ name, purpose, answers }) => [name, purpose, ...(answers ?? [])]), ...items.map((item) => item.text)]
  const words = texts.flatMap((one) => Object.values(one))
  const isUnique = (keys: string[]) => new Set(keys).size === keys.length && keys.every((key) => KEY.test(key))
  return isUnique(items.map(({ key }) => key)) && isUnique(scales.map(({ key }) => key)) && words.every((one) => one.length <= MOST_LETTERS)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
