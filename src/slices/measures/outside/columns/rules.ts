import { readCell } from '../cells/rules.ts'
import type { Matcher } from '../matching/rules.ts'
import type { SheetRow } from '../sheet/schema.ts'
import type { Scale } from '../spread/schema.ts'
import type { Choices, ColumnProfile, Profile, ScoreColumn } from './schema.ts'

const SAMPLES = 3

// Whether a column could name the school shows early; remembering every cell of a wide file would cost its size again.
const LOOKED_AT = 5000

const MOST_GUESSED = 12

const SCALES: Scale[] = [
  { low: 0, high: 1 },
  { low: 1, high: 5 },
  { low: 0, high: 10 },
  { low: 0, high: 100 },
]

/** Counts what the cells of each column are; rows are told to it one after the other. */
export function profiler(header: readonly string[], matcher: Matcher): { tell(row: SheetRow): void; profile(): Profile } {
  const columns = header.map((label, index) => emptyProfile(label, index))
  const seen = header.map(() => new Set<string>())
  let rows = 0
  return {
    tell({ cells }) {
      rows += 1
      for (const column of columns) {
        const cell = (cells[column.index] ?? '').trim()
        countCell(column, cell)
        if (rows > LOOKED_AT) continue
        if (matcher.byIdentifier(cell)) column.identifiers += 1
        if (matcher.byName(cell)) column.names += 1
        const known = seen[column.index]
        if (cell === '' || known?.has(cell)) column.isUnique = false
        known?.add(cell)
      }
    },
    profile: () => ({ rows, columns }),
  }
}

/** The best that can be said of a file without asking; everything can be chosen otherwise. */
export function guessChoices({ columns, rows }: Profile, fileName: string): Choices {
  const identifierColumn = guessIdentifier(columns)
  const nameColumn = guessName(columns, identifierColumn)
  const respondentsColumn = columns.find(({ label }) =>
    /^(?:n|n_?resp\w*|respondents|responses|number of (?:respondents|responses))$/i.test(label),
  )
  const taken = [identifierColumn, nameColumn, respondentsColumn?.index]
  const possible = columns.filter((column) => isScore(column) && !taken.includes(column.index))
  return {
    name: '',
    publisher: '',
    year: Number(/(?:19|20)\d\d/.exec(fileName)?.[0]) || null,
    period: '',
    link: '',
    licence: '',
    identifierColumn: rows > 0 ? identifierColumn : null,
    nameColumn,
    respondentsColumn: respondentsColumn?.index ?? null,
    scores: guessScores(possible).map(asScore),
  }
}

/** Whether a column can be taken as a score: nearly all that stands in it is a number, but for a slip or two. */
export function isScore({ numbers, texts }: ColumnProfile): boolean {
  return numbers > texts && texts <= Math.max(2, 0.05 * numbers)
}

/** A column as a score, with the scale that its values suggest. */
export function asScore(column: ColumnProfile): ScoreColumn {
  return { index: column.index, name: column.label || String(column.index + 1), ...scaleOf(column), better: 'up' }
}

/** What stands behind the numbers of a column. */
export function unitOf(column: ColumnProfile | undefined): string {
  return column && (column.percents > 0 || /%|percent/i.test(column.label)) ? '%' : ''
}

function emptyProfile(label: string, index: number): ColumnProfile {
  const counts = { numbers: 0, missing: 0, texts: 0, percents: 0, identifiers: 0, names: 0 }
  return { index, label, ...counts, low: null, high: null, samples: [], isUnique: true }
}

function countCell(column: ColumnProfile, cell: string): void {
  const read = readCell(cell)
  if (read.is === 'missing') column.missing += 1
  else if (read.is === 'text') column.texts += 1
  else {
    column.numbers += 1
    if (read.percent) column.percents += 1
    column.low = Math.min(column.low ?? read.value, read.value)
    column.high = Math.max(column.high ?? read.value, read.value)
  }
  const isNew = read.is !== 'missing' && column.samples.length < SAMPLES && !column.samples.includes(cell)
  if (isNew) column.samples.push(cell.slice(0, 60))
}

/** The column that holds most of our schools' numbers; where none does, one that is called so and has no two alike. */
function guessIdentifier(columns: readonly ColumnProfile[]): number | null {
  const known = columns.filter((column) => column.identifiers > 0).toSorted((a, b) => b.identifiers - a.identifiers)[0]
  const called = columns.find(
    ({ label, isUnique }) => isUnique && /^(?:dbn|nces.*|\w*id|.*\bid|.*(?:identifier|code)|school (?:number|no\.?))$/i.test(label),
  )
  return (known ?? called)?.index ?? null
}

function guessName(columns: readonly ColumnProfile[], identifier: number | null): number | null {
  const others = columns.filter((column) => column.index !== identifier && column.texts > column.numbers)
  const known = others.filter((column) => column.names > 0).toSorted((a, b) => b.names - a.names)[0]
  const called = others.find(({ label }) => /school.?name|^name$|^school$/i.test(label))
  return (known ?? called)?.index ?? null
}

/** Columns that are called scores; else all there are, unless they are too many to mean one thing. */
function guessScores(possible: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const called = possible.filter(({ label }) => /score|rating|index/i.test(label))
  const wanted = called.length > 0 ? called : possible
  return wanted.length <= MOST_GUESSED ? wanted : []
}

function scaleOf(column: ColumnProfile): Scale {
  const low = column.low ?? 0
  const high = column.high ?? 1
  // A share above all of them is a slip in the file, and is told as one.
  if (unitOf(column) === '%' && low >= 0) return { low: 0, high: 100 }
  const known = SCALES.find((scale) => low >= scale.low && high <= scale.high)
  return known ?? { low: Math.floor(low), high: Math.max(Math.ceil(high), Math.floor(low) + 1) }
}
