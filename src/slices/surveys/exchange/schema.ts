import { z } from 'zod'
import { optionalLine, optionalParagraph } from '../../../web/fields.ts'
import { MOST_PURPOSE } from '../instruments/schema.ts'
import { type Scale, scaleSchema, SURVEY_LANGUAGES, type Texts, textsSchema } from '../schema.ts'

/** Names of questions and scales, as tables of answers will carry them. */
export const KEY = /^[A-Za-z][\w.-]{0,69}$/

/** More letters than this are no question. */
export const MOST_LETTERS = 500

/** What a place of a file should have held, where it was refused. */
export const EXPECTATIONS = [
  'answers',
  'condition',
  'everybody',
  'file_kind',
  'group',
  'key',
  'known_part',
  'language',
  'list_only',
  'most',
  'most_texts',
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

/** Of whom a file asks a question: of those who gave one of the named answers to another, or any, or any but these; and where it says so. */
export type Stated = { item: string; names: string[] | 'any'; isExcept?: boolean; at?: string }

/** A file of somebody else's, as far as any of the three formats goes. */
export type Question = {
  key: string
  /** Where it stands in the file. */
  at: string
  text: Texts
  /** None where it is answered in words. */
  answers: Texts[]
  /** What the file calls its answers where it says "those who answered …"; their numbers if nothing else is said. */
  names?: string[]
  /** Said by our own files; for others it follows from the answers. */
  kind?: Scale['kind']
  /** Whether the format itself says that the answers go from little to much, or that they do not. */
  isOrdered?: boolean
  reversed?: boolean
  group?: { key: string; name: Texts; purpose?: Texts }
  /** Of whom the group around it is asked, and of whom the question itself. */
  groupWhen?: Stated
  when?: Stated
}

export type Reading = { title: Texts; purpose?: Texts; questions: Question[]; refusals: Refusal[] }

/** What will be made of a file, as shown before it is accepted; it travels with the page, so that nothing is kept before. */
export const broughtSchema = z
  .object({
    title: textsSchema,
    purpose: z.record(z.string(), z.string().max(MOST_PURPOSE)).optional(),
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

/** The field that says whether the answers of a part add up to a score, and the one of what counts the other way round. */
export function countedField({ key }: Pick<Scale, 'key'>): string {
  return `counted.${key}`
}

export function reversedField({ key }: Pick<Scale, 'key'>): string {
  return `reversed.${key}`
}

/** What of a file is kept; the fields of each part come along by its key. */
export const acceptForm = z
  .looseObject({
    title_en: optionalLine(120),
    title_es: optionalLine(120),
    purpose_en: optionalParagraph(MOST_PURPOSE),
    purpose_es: optionalParagraph(MOST_PURPOSE),
    brought: z
      .string()
      .transform((text, ctx) => parsedJson(text) ?? ctx.addIssue({ code: 'custom', message: 'surveys.bring_again' }))
      .pipe(broughtSchema),
  })
  .superRefine((form, ctx) => {
    for (const field of form.brought.languages.flatMap((language) => [`title_${language}`, `purpose_${language}`] as const))
      if (!form[field]) ctx.addIssue({ code: 'custom', path: [field], message: 'web.required' })
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
