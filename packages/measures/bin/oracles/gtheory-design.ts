import { mainTable, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmong, figureColumns, numberColumn, textColumn, type Table } from './table.ts'

/** A facet as the design names it (mostly a letter) and the column that holds its levels. */
export type Facet = { letter: string; column: string }

/** Scores with their levels of each facet, the object of measurement first. */
export type Observations = { facets: Facet[]; scores: { levels: string[]; score: number | null }[] }

export type DesignKind = 'crossed' | 'nested' | 'unbalanced'

export function designOf({ params }: OracleCase): { kind: DesignKind; letters: string[] } {
  const text = textParam(params, 'design') ?? ''
  const [head = ''] = text.split(/[,;]/)
  const letters = head.split(/\s+[x×]\s+/).flatMap((part) => /\w+/.exec(part)?.[0] ?? [])
  const [, inner, outer] = /(\w+)(?:\s*:\s*|\s+(?:nested\s+)?within\s+)(\w+)/.exec(head) ?? []
  if (inner !== undefined && outer !== undefined) {
    // Of "p x (r:t)": object, nesting facet, nested facet. Of "r:p": the object, and what lies within it.
    const object = letters.find((letter) => letter !== inner && letter !== outer)
    return object === undefined ? { kind: 'unbalanced', letters: [outer, inner] } : { kind: 'nested', letters: [object, outer, inner] }
  }
  return { kind: /not fully crossed|ill-structured|unbalanced|missing/i.test(text) ? 'unbalanced' : 'crossed', letters }
}

/** One row a score, or a row a person with the items beside each other. */
export function observationsOf(oracleCase: OracleCase, letters: readonly string[]): Observations {
  const table = mainTable(oracleCase)
  const score = textParam(oracleCase.params, 'score') ?? columnAmong(table, ['score', 'y', 'value', 'rating'])
  const longForm = table.columns.includes(score) && (letters.length > 2 || table.columns.length <= letters.length + 2)
  return longForm ? ofLongForm(oracleCase, letters, score) : ofWideForm(table, letters)
}

function ofLongForm(oracleCase: OracleCase, letters: readonly string[], score: string): Observations {
  const table = mainTable(oracleCase)
  const names = table.columns.filter((column) => column !== score)
  const facets = letters.map((letter) => ({ letter, column: columnOf(oracleCase, letter, names) }))
  const columns = facets.map(({ column }) => textColumn(table, column))
  const scores = numberColumn(table, score).map((value, row) => ({ levels: columns.map((column) => column[row] ?? ''), score: value }))
  return { facets, scores }
}

/** A param may say which column stands for a letter, or a sentence does ("rater within task"), or the column begins with it. */
function columnOf({ params }: OracleCase, letter: string, names: readonly string[]): string {
  const said = textParam(params, letter)
  if (said !== undefined && names.includes(said)) return said
  const found = names.find((name) => name === letter) ?? names.find((name) => name.toLowerCase().startsWith(letter.toLowerCase()))
  if (found !== undefined) return found
  // The letter p for the object of measurement is used whatever it is called.
  const words = Object.values(params).filter((value) => typeof value === 'string')
  const free = names.filter((name) => !words.some((text) => new RegExp(`\\b${name}\\b within|within ${name}\\b`).test(text)))
  const [object] = free
  if (object === undefined) throw new Error(`no column for the facet "${letter}" among ${names.join(', ')}`)
  return object
}

function ofWideForm(table: Table, letters: readonly string[]): Observations {
  const items = figureColumns(table)
  const columns = items.map((item) => numberColumn(table, item))
  const complete = table.rows.flatMap((_, row) => (columns.every((column) => column[row] !== null) ? [row] : []))
  const scores = complete.flatMap((row) => items.map((item, i) => ({ levels: [String(row), item], score: columns[i]?.[row] ?? null })))
  const [object = 'p', facet = 'i'] = letters
  return { facets: [object, facet].map((letter) => ({ letter, column: letter })), scores }
}
