import { z } from 'zod'
import { line, optionalLine, optionalWholeNumber, several, version } from '../../../../web/fields.ts'
import { DIRECTIONS, type Direction } from '../../schema.ts'
import type { Scale } from '../spread/schema.ts'

/** More scores than this at once is a whole data set, and nobody reads it on a page. */
export const MOST_SCORES = 60

const MOST = 1e9

/** What a column of a file holds, as far as its cells tell. */
export type ColumnProfile = {
  index: number
  label: string
  numbers: number
  missing: number
  texts: number
  percents: number
  low: number | null
  high: number | null
  samples: string[]
  /** How many cells are the number, or the name, of a school of ours. */
  identifiers: number
  names: number
  /** Whether no two of the first thousands of cells are alike. */
  isUnique: boolean
}

export type Profile = { rows: number; columns: ColumnProfile[] }

/** A column that is taken as a score: what it is called here, its scale, and which way is better. */
export type ScoreColumn = Scale & { index: number; name: string; better: Direction }

/** Everything that has to be said of a file before it can be loaded. */
export type Choices = {
  name: string
  publisher: string
  year: number | null
  period: string
  link: string
  licence: string
  identifierColumn: number | null
  nameColumn: number | null
  respondentsColumn: number | null
  scores: ScoreColumn[]
}

const column = optionalWholeNumber(0, 5000)

const link = z.union([z.literal(''), z.httpUrl({ error: 'measures.outside_link_expected' }).max(500)]).default('')

const facts = z.looseObject({
  name: line(120),
  publisher: line(120),
  year: z.preprocess((value) => (typeof value === 'string' ? Number(value.trim() || NaN) : value), z.number().int().min(1990).max(2100)),
  period: optionalLine(40),
  link: z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), link),
  licence: optionalLine(120),
  identifierColumn: column,
  nameColumn: column,
  respondentsColumn: column,
  use: several(z.coerce.number().int().min(0).max(5000)),
  version,
})

/** A form in which each column of the file has its own fields: `name_3`, `low_3`, `high_3`, `better_3`. */
export const choicesForm = facts.transform((form, context): Choices & { version: number } => {
  const { use, version: read, name, publisher, year, period, link: source, licence, ...columns } = form
  const { identifierColumn, nameColumn, respondentsColumn } = columns
  const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message, input: form })
  if (identifierColumn === null && nameColumn === null) fault('identifierColumn', 'measures.outside_school_column_needed')
  if (use.length === 0) fault('use', 'measures.outside_scores_needed')
  if (use.length > MOST_SCORES) fault('use', 'measures.outside_too_many_scores')
  const scores = use.slice(0, MOST_SCORES).map((index) => scoreOf(form, index, fault))
  const names = scores.map((score) => score.name.toLowerCase())
  for (const [place, score] of scores.entries())
    if (names.indexOf(score.name.toLowerCase()) !== place) fault(`name_${score.index}`, 'measures.outside_name_twice')
  const choices = { name, publisher, year, period, link: source, licence, identifierColumn, nameColumn, respondentsColumn, scores }
  return { ...choices, version: read }
})

const score = z.object({
  name: line(120),
  low: z.preprocess(asNumber, z.number().min(-MOST).max(MOST)),
  high: z.preprocess(asNumber, z.number().min(-MOST).max(MOST)),
  better: z.enum(DIRECTIONS),
})

function scoreOf(form: Record<string, unknown>, index: number, fault: (field: string, message: string) => void): ScoreColumn {
  const typed = { name: form[`name_${index}`], low: form[`low_${index}`], high: form[`high_${index}`], better: form[`better_${index}`] }
  const read = score.safeParse(typed)
  if (!read.success) {
    for (const { path } of read.error.issues) fault(`${String(path[0])}_${index}`, path[0] === 'name' ? 'web.required' : 'web.not_a_number')
    return { index, name: '', low: 0, high: 1, better: 'up' }
  }
  if (read.data.high <= read.data.low) fault(`high_${index}`, 'measures.outside_scale_expected')
  return { index, ...read.data }
}

function asNumber(value: unknown): unknown {
  return typeof value === 'string' ? Number(value.trim().replace(',', '.') || NaN) : value
}
