import { stringify } from 'csv-stringify/sync'

/** A spreadsheet takes such a beginning for a formula, also after blanks, a byte-order mark, or in full width. */
const FORMULA = /^[\s\uFEFF\u200B-\u200F\u2060]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/

type Cell = string | number | boolean | null | undefined

/** A table as CSV for spreadsheets: text that could be run is guarded, numbers stay numbers. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify(
    [header, ...rows].map((row) => row.map(guarded)),
    { record_delimiter: 'windows', cast: { boolean: String } },
  )
}

function guarded(cell: Cell) {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell
}
