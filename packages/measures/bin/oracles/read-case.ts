import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Tolerances } from './compare.ts'
import type { Table } from './table.ts'

/** A case of a folder by its file; what an INDEX.json says beyond that is not needed. */
export type CaseEntry = { statistic: string; id: string; json?: string }

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

/** The cases that INDEX.json lists, in its order, then those that only lie in the folder. */
export function casesOf(folder: string): CaseEntry[] {
  const listed = readIndex(folder)
  const files = new Set(listed.map((entry) => fileOf(folder, entry)))
  const found = globSync('**/*.json', { cwd: folder }).toSorted()
  return [...listed, ...found.filter((path) => !files.has(join(folder, path))).flatMap((path) => entryOf(folder, path))]
}

function readIndex(folder: string): CaseEntry[] {
  if (!existsSync(join(folder, 'INDEX.json'))) return []
  // The folder's own format; a file of another shape lists nothing, and the cases are found without it.
  const index = readJson(join(folder, 'INDEX.json')) as CaseEntry[] | { cases?: CaseEntry[] }
  return Array.isArray(index) ? index : (index.cases ?? [])
}

/** JSON that tells of no statistic is no case: an index, notes. A broken file is one, and will be said to be. */
function entryOf(folder: string, path: string): CaseEntry[] {
  const named = { statistic: dirname(path), id: path.slice(dirname(path).length + 1, -'.json'.length), json: path }
  try {
    const raw = readJson(join(folder, path)) as Partial<OracleCase> | null // Whatever lies there: asked below.
    return raw?.statistic && raw.expected ? [{ ...named, statistic: raw.statistic, id: raw.id ?? named.id }] : []
  } catch {
    return [named]
  }
}

function fileOf(folder: string, entry: CaseEntry): string {
  return join(folder, entry.json ?? `${entry.statistic}/${entry.id}.json`)
}

export function readCase(folder: string, entry: CaseEntry): OracleCase {
  const path = fileOf(folder, entry)
  // The folder's own format; a file of another shape fails at the first missing name.
  const raw = readJson(path) as Partial<Omit<OracleCase, 'tables'>> & { data?: Record<string, { file: string } | string> }
  const tables = Object.entries(raw.data ?? {}).map(([name, data]) => [
    name,
    readTable(join(dirname(path), typeof data === 'string' ? data : data.file)),
  ])
  return {
    statistic: raw.statistic ?? entry.statistic,
    id: raw.id ?? entry.id,
    params: raw.params ?? {},
    expected: raw.expected ?? {},
    tolerance: raw.tolerance ?? {},
    tables: Object.fromEntries(tables),
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
}

function readTable(path: string): Table {
  const [columns = [], ...rows] = parse(readFileSync(path, 'utf8'), { bom: true, relax_column_count: true })
  // In a table of one column an empty line is a missing value; in a wider one it is nothing.
  const kept = columns.length === 1 ? rows : rows.filter((row) => row.length > 1 || row[0] !== '')
  return { columns, rows: kept.map((row) => columns.map((_, index) => row[index] || null)) }
}
