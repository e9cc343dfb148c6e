import { differences } from '../../bin/oracles/compare.ts'
import type { OracleCase } from '../../bin/oracles/read-case.ts'
import { statistics } from '../../bin/oracles/statistics.ts'
import type { Table } from '../../bin/oracles/table.ts'

/** Columns by name; what a CSV file would hold. */
export type Columns = Record<string, readonly (string | number | null)[]>

export type CaseParts = { data: Columns; others?: Record<string, Columns>; params?: Record<string, unknown>; expected?: object }

export function tableOf(columns: Columns): Table {
  const names = Object.keys(columns)
  const rows = (columns[names[0] ?? ''] ?? []).map((_, row) =>
    names.map((name) => {
      const value = columns[name]?.[row] ?? null
      return value === null ? null : String(value)
    }),
  )
  return { columns: names, rows }
}

/** Columns named i1, i2, … from rows. */
export function itemColumns(rows: readonly (readonly (string | number | null)[])[], prefix = 'i'): Columns {
  return Object.fromEntries((rows[0] ?? []).map((_, i) => [`${prefix}${i + 1}`, rows.map((row) => row[i] ?? null)]))
}

function caseOf(statistic: string, { data, others = {}, params = {}, expected = {} }: CaseParts): OracleCase {
  const tables = Object.fromEntries(Object.entries({ main: data, ...others }).map(([name, columns]) => [name, tableOf(columns)]))
  return { statistic, id: 'variant', params, tables, expected: { ...expected }, tolerance: {} }
}

/** What the adapter of a statistic answers to a case made here. */
export async function answerTo(statistic: string, parts: CaseParts): Promise<Record<string, unknown>> {
  const compute = statistics[statistic]
  if (!compute) throw new Error(`no statistic ${statistic}`)
  return compute(caseOf(statistic, parts))
}

/** Where the answer differs from what the case expects, within 1e-6 or a tolerance of its own. */
export async function differingPlaces(statistic: string, parts: CaseParts & { tolerance?: number }): Promise<string[]> {
  const got = await answerTo(statistic, parts)
  const found = differences(parts.expected ?? {}, got, { default: { abs: parts.tolerance ?? 1e-6 } })
  return found.map(({ path, expected, got: answer }) => `${path} expected ${JSON.stringify(expected)} got ${JSON.stringify(answer)}`)
}

/** Numbers that look like chance and are the same every time (a linear congruence, Park & Miller 1988). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** A standard normal from twelve evens. */
export function normal(next: () => number): number {
  return Array.from({ length: 12 }, next).reduce((total, value) => total + value, -6)
}
