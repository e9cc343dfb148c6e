import { z } from 'zod'
import { optionalLine, optionalParagraph, several, version, wholeNumber } from '../../../../web/fields.ts'
import { MOST_ANSWERS, type Scale, SURVEY_LANGUAGES, type Texts } from '../../schema.ts'
import { MOST_PURPOSE } from '../schema.ts'

/** The longest question, as in a file that is brought. */
export const MOST_LETTERS = 500

/** What a questionnaire is while it is being built: like the finished one, but parts may be empty and texts missing. */
export type DraftDocument = { title: Texts; languages: (typeof SURVEY_LANGUAGES)[number][]; purpose: Texts; scales: Scale[] }

export type Draft = {
  id: string
  unitId: string
  /** The questionnaire of which this will be the next version. */
  revisesId: string | null
  document: DraftDocument
  version: number
  changedAt: Date
}

/** The kinds of parts that are written by oneself: three scales by their answers, a choice, and words. */
export const PART_KINDS = ['agreement', 'frequency', 'own', 'choice', 'text'] as const

export type PartKind = (typeof PART_KINDS)[number]

const titles = {
  title_en: optionalLine(120),
  title_es: optionalLine(120),
  purpose_en: optionalParagraph(MOST_PURPOSE),
  purpose_es: optionalParagraph(MOST_PURPOSE),
}

export const startForm = z.object({ ...titles, scales: several(z.string().max(60)) })

export const headForm = z.object({
  ...titles,
  languages: several(z.enum(SURVEY_LANGUAGES)).refine((languages) => languages.length > 0, { error: 'surveys.builder_no_language' }),
  version,
})

export type HeadForm = z.output<typeof headForm>

export const versionForm = z.object({ version })

export const bankForm = z.object({ scales: several(z.string().max(60)), version })

export const partNewForm = z.object({ kind: z.enum(PART_KINDS), version })

export const moveForm = z.object({ direction: z.enum(['up', 'down']), version })

/** None of the answers ticked: it is asked of everybody. */
export const conditionForm = z.object({
  item: z.string().max(70).default(''),
  values: several(wholeNumber(1, MOST_ANSWERS)),
  version,
})

export type ConditionForm = z.output<typeof conditionForm>

/** A part with a row for each of its questions; the fields of the rows carry their number. */
export const partForm = z
  .object({
    version,
    once: z.unknown(),
    name_en: optionalLine(120),
    name_es: optionalLine(120),
    purpose_en: optionalLine(MOST_LETTERS),
    purpose_es: optionalLine(MOST_LETTERS),
    answers_en: optionalParagraph(2000),
    answers_es: optionalParagraph(2000),
    more_en: optionalParagraph(4000),
    more_es: optionalParagraph(4000),
  })
  .catchall(z.preprocess(inOneLine, optionalLine(MOST_LETTERS)))

export type PartForm = z.output<typeof partForm>

/**
 * The fields of a question's row: its words, whether it counts the other way round, the question whose answers decide who is
 * asked it, and the one whose answers were in sight.
 */
export function rowField(name: 'text_en' | 'text_es' | 'reversed' | 'whenItem' | 'whenOf', row: number): string {
  return `${name}.${row}`
}

/** The answers after which a row asks its question; ticks for one deciding question are none for another. */
export function answersField(row: number, decides: string): string {
  return `whenValues.${row}.${decides}`
}

/** Several ticked boxes of one name. */
function inOneLine(sent: unknown): unknown {
  return Array.isArray(sent) ? sent.join(',') : sent
}
