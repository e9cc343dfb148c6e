import type { Column, Row } from '../../columns/rules.ts'
import { statedIn } from '../../conditions/rules.ts'
import type { Stated } from '../../schema.ts'
import { cellName } from '../../workbook/rules.ts'
import type { Sheet } from '../../workbook/schema.ts'

const QUOTED = String.raw`(?:'([^']*)'|"([^"]*)")`
const NAMED = String.raw`\$\{\s*([\w.-]+)\s*\}`
const IS = new RegExp(String.raw`^${NAMED}\s*=\s*(?:${QUOTED}|(\d+))$`)
const IS_SELECTED = new RegExp(String.raw`^selected\s*\(\s*${NAMED}\s*,\s*${QUOTED}\s*\)$`)

/** Of whom a cell asks, where it speaks of one question: `${q} = 'x'`, `selected(${q}, 'x')`, joined by `or`, or `not(…)` of one. */
export function statedBy(row: Row, { sheet, columns }: { sheet: Sheet; columns: readonly Column[] }): Stated | 'unclear' | undefined {
  const cell = relevantCell(row, columns)
  if (!cell) return undefined
  const stated = statedIn(cell.found, /\s+or\s+/i, termOf)
  return stated ? { ...stated, at: `${sheet.name}!${cellName(row.at, cell.at)}` } : 'unclear'
}

function termOf(term: string): Stated | undefined {
  const [, inner] = /^not\s*\((.*)\)$/.exec(term) ?? []
  const [, item, ...names] = (IS_SELECTED.exec(inner?.trim() ?? term) ?? (inner ? null : IS.exec(term))) || []
  return item ? { item, names: names.filter((name) => name !== undefined), ...(inner ? { isExcept: true } : {}) } : undefined
}

/** The cell of a row that says of whom to ask. */
export function relevantCell(row: Row, columns: readonly Column[]) {
  const column = columns.find((one) => ['relevant', 'relevance'].includes(one.name) && row.cells[one.at])
  return column && { at: column.at, found: row.cells[column.at] ?? '', expected: 'condition' as const } // the word itself, not any text
}
