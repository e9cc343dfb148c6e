import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Tolerances } from './compare.ts'
import type { Table } from './table.ts'

/** One line of a folder's INDEX.json. */
export type CaseEntry = { statistic: string; id: string; json?: string; origin?: string }

/** What a case asks: its data, what a caller must set, and what is to come out. */
export type OracleCase = {
  statistic: string
  id: string
  params: Params
  tables: Record<string, Table>
  expected: Record<string, unknown>
  tolerance: Tolerances
}

export type Params = Record<string, unknown>

export function readIndex(folder: string): CaseEntry[] {
  // The folder's own format; a file of another shape fails at the first missing name.
  const index = JSON.parse(readFileSync(join(folder, 'INDEX.json'), 'utf8')) as CaseEntry[] | { cases: CaseEntry[] }
  return Array.isArray(index) ? index : index.cases
}

export function readCase(folder: string, entry: CaseEntry): OracleCase {
  const path = join(folder, entry.json ?? `${entry.statistic}/${entry.id}.json`)
  // As above.
  const raw = JSON.parse(readFileSync(path, 'utf8')) as Omit<OracleCase, 'tables'> & { data: Record<string, { file: string }> }
  const tables = Object.entries(raw.data ?? {}).map(([name, { file }]) => [name, readTable(join(dirname(path), file))])
  return { ...raw, params: raw.params ?? {}, tables: Object.fromEntries(tables) }
}

function readTable(path: string): Table {
  const [columns = [], ...rows] = parse(readFileSync(path, 'utf8'), { bom: true, skip_empty_lines: true })
  return { columns, rows: rows.map((row) => row.map((field) => (field === '' ? null : field))) }
}
