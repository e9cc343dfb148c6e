import { open } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { BadFile } from './bad-file.ts'

/** A row with its number in the file, the header being row 1. */
export type Row = { number: number; fields: string[] }

/** How far a long file is read; called with the rows so far. */
export type Progress = (rows: number) => void

const everyRows = 200_000

/** The rows of a CSV file one after the other, memory staying flat. BadFile: no header, a doubled name, a row of another length. */
export async function* readRows(path: string, progress: Progress): AsyncGenerator<Row> {
  // Opened first, so that a file that is not there is refused here and not in the middle of a stream.
  const handle = await open(path)
  if (!(await handle.stat()).isFile()) throw new BadFile({}, 'a file of comma-separated values')
  const parser = handle.createReadStream().pipe(parse({ bom: true, skip_empty_lines: true, relax_column_count: true }))
  // Without `columns` in its options the parser gives each record as a list of strings; its types promise nothing.
  const records: AsyncIterable<string[]> = parser
  let columns: string[] | undefined
  let number = 0
  try {
    for await (const fields of records) {
      number += 1
      if (columns && fields.length !== columns.length) {
        throw new BadFile({ row: number }, `${columns.length} fields as in the header`, `${fields.length} fields`)
      }
      columns ??= checkHeader(fields)
      yield { number, fields }
      if (number % everyRows === 0) progress(number)
    }
  } catch (error) {
    if (error instanceof CsvError) throw new BadFile({ row: number + 1 }, 'well-formed CSV', error.message)
    throw error
  }
  if (!columns) throw new BadFile({ row: 1 }, 'a header with the names of the columns')
}

function checkHeader(names: string[]): string[] {
  const empty = names.findIndex((name) => name.trim() === '')
  if (empty >= 0) throw new BadFile({ row: 1, column: String(empty + 1) }, 'a name for the column', '')
  const doubled = names.find((name, place) => names.indexOf(name) !== place)
  if (doubled !== undefined) throw new BadFile({ row: 1, column: doubled }, 'each name once', doubled)
  return names
}
