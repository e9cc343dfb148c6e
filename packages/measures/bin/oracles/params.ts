import type { OracleCase, Params } from './read-case.ts'
import type { Table } from './table.ts'

export function mainTable(oracleCase: OracleCase): Table {
  const table = oracleCase.tables['main'] ?? Object.values(oracleCase.tables)[0]
  if (!table) throw new Error('the case has no data')
  return table
}

export function numberParam(params: Params, name: string): number | undefined {
  const value = params[name]
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value)
  return typeof value === 'number' ? value : undefined
}

/** A name may be a number: group 0, item 7. */
export function textParam(params: Params, name: string): string | undefined {
  const value = params[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function listParam(params: Params, name: string): string[] | undefined {
  const value = params[name]
  // A list of one may have been written as the bare value.
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return Array.isArray(value) ? value.map(String) : undefined
}
