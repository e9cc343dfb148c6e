import { stringify } from 'csv-stringify/sync'

/** A spreadsheet takes such a beginning for a formula, also after blanks, a byte-order mark, or in full width. */
const FORMULA = /^[\s\uFEFF\u200B-\u200F\u2060]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/

type Cell = string | number | boolean | null | undefined

const FORMAT = { record_delimiter: 'windows', cast: { boolean: String } } as const
const ROWS_A_PIECE = 500

/** A table as CSV for spreadsheets: text that could be run is guarded, numbers stay numbers. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return pieceOf([header, ...rows])
}

/** The same piece by piece, each made when it is asked for: a large table neither fills memory nor keeps others waiting. */
export function csvStream(header: readonly string[], rows: Iterable<readonly Cell[]>): ReadableStream<Uint8Array> {
  const pieces = piecesOf(header, rows)
  return new ReadableStream({
    pull(stream) {
      const { value, done } = pieces.next()
      if (done) stream.close()
      else stream.enqueue(value)
    },
    cancel() {
      pieces.return()
    },
  })
}

function* piecesOf(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<Uint8Array, void> {
  const text = new TextEncoder()
  let piece: (readonly Cell[])[] = [header]
  for (const row of rows) {
    piece.push(row)
    if (piece.length < ROWS_A_PIECE) continue
    yield text.encode(pieceOf(piece))
    piece = []
  }
  if (piece.length > 0) yield text.encode(pieceOf(piece))
}

function pieceOf(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map(guarded)),
    FORMAT,
  )
}

function guarded(cell: Cell) {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell
}
