import { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import type { SheetFault, SheetRow } from './schema.ts'

const CHUNK_BYTES = 64 * 1024

const MOST_ROWS = 200_000

const MOST_COLUMNS = 2000

const LONGEST_RECORD = 1_000_000

// After so many cells others get their turn: one large file must not hold up everybody's page.
const CELLS_A_TURN = 20_000

const DELIMITERS = [',', ';', '\t'] as const

/** A file that is no table, with the row at which that showed. */
export class BadSheet extends Error {
  readonly fault: SheetFault
  readonly row: number

  constructor(fault: SheetFault, row: number) {
    super(`${fault} at row ${row}`)
    this.fault = fault
    this.row = row
  }
}

/** The records of a CSV file one after the other, the header first: marks, line ends, trailing commas and empty rows are taken as they come. */
export async function* readRecords(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter: delimiterOf(bytes),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  })
  let row = 0
  let cellsSinceTurn = 0
  // Both give what they were made to give; the types of streams promise nothing.
  const records: AsyncIterable<string[]> = Readable.from(decoded(bytes))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  try {
    for await (const cells of records) {
      row += 1
      if (cells.every((cell) => cell.trim() === '')) continue
      if (row > MOST_ROWS) throw new BadSheet('too_many_rows', row)
      yield { row, cells: cells.map(cleaned) }
      cellsSinceTurn += cells.length
      if (cellsSinceTurn < CELLS_A_TURN) continue
      cellsSinceTurn = 0
      await turn()
    }
  } catch (cause) {
    if (cause instanceof BadEncoding) throw new BadSheet('bad_encoding', rowOfBadByte(bytes))
    throw cause instanceof CsvError ? new BadSheet('bad_csv', rowOf(cause)) : cause
  }
}

/** The row at which the parser stood: it reads ahead of whoever takes its records. */
function rowOf(cause: CsvError): number {
  return (typeof cause['records'] === 'number' ? cause['records'] : 0) + 1
}

/** The names of the columns; those that a spreadsheet left empty at the end are none. */
export function readHeader(record: SheetRow | undefined): string[] {
  const names = (record?.cells ?? []).map((name) => name.trim().replace(/\s+/g, ' '))
  const last = names.findLastIndex((name) => name !== '')
  if (last === -1) throw new BadSheet('no_header', 1)
  if (last >= MOST_COLUMNS) throw new BadSheet('too_many_columns', 1)
  return names.slice(0, last + 1)
}

class BadEncoding extends Error {}

/** The bytes as text, piece by piece; a letter that two pieces share comes whole. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const end = start + CHUNK_BYTES
    yield decode(decoder, bytes.subarray(start, end), end < bytes.length)
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new BadEncoding()
  }
}

/** The row of the first byte that is not UTF-8: nearly always right, since few cells span lines. */
function rowOfBadByte(bytes: Uint8Array): number {
  const newline = 0x0a
  for (let start = 0, row = 1; start < bytes.length; row += 1) {
    const at = bytes.indexOf(newline, start)
    const end = at === -1 ? bytes.length : at
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end))
    } catch {
      return row
    }
    start = end + 1
  }
  return 1
}

/** Spreadsheets of other languages part by semicolons: whichever the header has most of. */
function delimiterOf(bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes.subarray(0, CHUNK_BYTES))
  const header = start.split(/[\r\n]/, 1)[0] ?? ''
  return DELIMITERS.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ','
}

/** Control characters say nothing, and PostgreSQL refuses NUL. */
function cleaned(cell: string): string {
  return cell
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .toWellFormed()
    .slice(0, 1000)
}
