import { open, type FileHandle } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { BadFile } from './bad-file.ts'
import { delimiterOf } from './delimiter-of.ts'

/** Takes the fields of a row and its number as a spreadsheet shows it, the header being row 1; false ends the reading. */
export type TakeRow = (fields: readonly string[], row: number) => boolean

/** How far a long file is read: rows so far, and the share of the file from 0 to 1. */
export type Progress = (rows: number, share: number) => void

const rowsBetweenLooks = 10_000
const millisecondsBetweenWords = 1000

/**
 * Hands the rows of a CSV file one after the other to what `start` makes of its header, memory staying flat. BadFile: no
 * header, a doubled name, a row of another length. A function per row and no generator: of a million rows each wait counts.
 */
export async function readRows(path: string, progress: Progress, start: (header: readonly string[]) => TakeRow): Promise<void> {
  // Opened first, so that a file that is not there is refused here and not in the middle of a stream.
  const handle = await open(path)
  try {
    await readHandle(handle, progress, start)
  } catch (error) {
    if (error instanceof CsvError) throw new BadFile({ row: Number(error['records']) + 1 }, 'well-formed CSV', error.message)
    throw error
  } finally {
    await handle.close()
  }
}

async function readHandle(handle: FileHandle, progress: Progress, start: (header: readonly string[]) => TakeRow): Promise<void> {
  const file = await handle.stat()
  if (!file.isFile()) throw new BadFile({}, 'a file of comma-separated values')
  const bytes = handle.createReadStream({ start: 0, autoClose: false })
  const parser = bytes.pipe(parse({ bom: true, relax_column_count: true, delimiter: await delimiterOf(handle) }))
  bytes.on('error', (error) => parser.destroy(error))
  // Without `columns` in its options the parser gives each record as a list of strings; its types promise nothing.
  const records: AsyncIterable<string[]> = parser
  let take: TakeRow | undefined
  let [row, width, told] = [0, 0, performance.now()]
  for await (const fields of records) {
    row += 1
    if (row % rowsBetweenLooks === 0 && performance.now() - told > millisecondsBetweenWords) {
      told = performance.now()
      progress(row, bytes.bytesRead / file.size)
    }
    if (isBlank(fields, width)) continue
    if (!take) {
      width = fields.length
      take = start(checkedHeader(fields))
    } else if (fields.length !== width) {
      throw new BadFile({ row }, `${width} fields as in the header`, `${fields.length} fields`)
    } else if (!take(fields, row)) break
  }
  if (!take) throw new BadFile({ row: 1 }, 'a header with the names of the columns')
}

/** An empty line, which in a file of one column would be a person without an answer. */
function isBlank(fields: readonly string[], width: number): boolean {
  return fields.length === 1 && fields[0] === '' && width !== 1
}

function checkedHeader(fields: readonly string[]): string[] {
  const names = fields.map((name) => name.trim())
  const empty = names.indexOf('')
  if (empty >= 0) throw new BadFile({ row: 1, column: String(empty + 1) }, 'a name for the column', '')
  const doubled = names.find((name, place) => names.indexOf(name) !== place)
  if (doubled !== undefined) throw new BadFile({ row: 1, column: doubled }, 'each name once', doubled)
  return names
}
