import { CsvError, parse } from 'csv-parse/sync'
import { error, warning } from '../defects/rules.ts'
import type { Defect } from '../defects/schema.ts'
import type { RawRow, Sheet } from './schema.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const NEWLINE = 0x0a

/** A CSV file's bytes as records: marks, line ends and trailing commas of spreadsheets are taken as they come. */
export function readSheet(file: string, bytes: Buffer): Sheet {
  const decoded = decode(bytes)
  if (decoded === undefined)
    return unreadable(error({ file, row: rowOfBadByte(bytes), code: 'bad_encoding', expected: 'UTF-8', found: '' }))
  const marked = decoded.startsWith(BYTE_ORDER_MARK)
  const defects = marked ? [warning({ file, row: 1, code: 'byte_order_mark', expected: 'UTF-8', found: 'U+FEFF' })] : []
  try {
    const records = parseRecords(marked ? decoded.slice(1) : decoded)
    const header = (records[0] ?? []).map((name) => name.trim())
    const { rows, defects: rowDefects } = fitRows(file, header, records)
    return { header, rows, defects: [...defects, ...rowDefects], readable: true }
  } catch (cause) {
    if (cause instanceof CsvError) return unreadable(brokenCsv(file, cause))
    throw cause
  }
}

function decode(bytes: Buffer) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The line of the first byte that is not UTF-8: nearly always the row, since few cells span lines. */
function rowOfBadByte(bytes: Buffer) {
  let row = 1
  for (let start = 0; start < bytes.length; row += 1) {
    const end = bytes.indexOf(NEWLINE, start)
    const line = bytes.subarray(start, end === -1 ? bytes.length : end)
    if (decode(line) === undefined) return row
    if (end === -1) break
    start = end + 1
  }
  return 1
}

function parseRecords(text: string): string[][] {
  return parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] })
}

function fitRows(file: string, header: string[], records: string[][]) {
  const rows: RawRow[] = []
  const defects: Defect[] = []
  for (const [index, cells] of records.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue
    const row = index + 1
    const over = cells.slice(header.length).find((cell) => cell.trim() !== '')
    if (over !== undefined) {
      // A comma outside quotes shifts every cell after it: none of this row can be trusted.
      defects.push(error({ file, row, code: 'long_row', expected: String(header.length), found: String(cells.length) }))
      continue
    }
    if (cells.length < header.length)
      defects.push(warning({ file, row, code: 'short_row', expected: String(header.length), found: String(cells.length) }))
    rows.push({ row, cells: header.map((_, place) => cells[place] ?? '') })
  }
  return { rows, defects }
}

function brokenCsv(file: string, cause: CsvError) {
  const records = typeof cause.records === 'number' ? cause.records : 0
  return error({
    file,
    row: records + 1,
    code: 'bad_csv',
    expected: '"a ""quoted"" cell"',
    found: cause.code,
  })
}

function unreadable(defect: Defect): Sheet {
  return { header: [], rows: [], defects: [defect], readable: false }
}
