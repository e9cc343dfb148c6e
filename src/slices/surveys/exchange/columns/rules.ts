import { languageNamed } from '../rules.ts'
import type { Refusal } from '../schema.ts'
import { cellName } from '../workbook/rules.ts'
import type { Sheet } from '../workbook/schema.ts'
import type { Texts } from '../../schema.ts'

/** A column by its head: `label::English (en)` is the column `label` in English. */
export type Column = { at: number; head: string; name: string; language?: string }

/** One row under the heads. */
export type Row = { at: number; cells: string[] }

/** The columns of a sheet, by its first row. */
export function columnsOf(sheet: Sheet): Column[] {
  return (sheet.rows[0] ?? []).map((head, at) => {
    const [name = '', ...rest] = head.split(/::?/)
    const isMedia = name.trim().toLowerCase() === 'media'
    const parts = isMedia ? [`media::${rest[0] ?? ''}`, ...rest.slice(1)] : [name, ...rest]
    const language = parts[1]?.trim()
    return { at, head, name: normal(parts[0] ?? ''), ...(language ? { language } : {}) }
  })
}

/** Its rows that say something. */
export function rowsOf(sheet: Sheet): Row[] {
  return sheet.rows.map((cells, at) => ({ at, cells })).filter(({ at, cells }) => at > 0 && cells.some(Boolean))
}

/** The words of a row in a column that has no languages. */
export function wordOf(row: Row, columns: readonly Column[], name: string): string {
  const column = columns.find((one) => one.name === name)
  return column ? (row.cells[column.at] ?? '') : ''
}

/** The words of a row in a column of several languages; a column without one is in the file's own. */
export function textsOf(row: Row, columns: readonly Column[], name: string, own: string): Texts {
  const texts: Texts = {}
  for (const column of columns.filter((one) => one.name === name)) {
    const language = column.language === undefined ? own : languageNamed(column.language)
    const words = row.cells[column.at]
    if (language && words) texts[language] = words
  }
  return texts
}

/** Columns that hold something and are not taken over, each once, at its head. */
export function columnRefusals(sheet: Sheet, columns: readonly Column[], known: readonly string[]): Refusal[] {
  const rows = rowsOf(sheet)
  return columns.flatMap((column): Refusal[] => {
    const isFilled = rows.some((row) => /^(?!no$|false$|-$)./i.test(row.cells[column.at] ?? ''))
    const isForeign = column.language !== undefined && !languageNamed(column.language)
    if (!isFilled || (known.includes(column.name) && !isForeign)) return []
    const expected = known.includes(column.name) ? 'language' : 'known_part'
    return [{ at: `${sheet.name}!${cellName(0, column.at)}`, found: column.head, expected, loses: 'detail' }]
  })
}

function normal(head: string): string {
  return head.trim().toLowerCase().replaceAll(' ', '_')
}
