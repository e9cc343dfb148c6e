import type { FileHandle } from 'node:fs/promises'
import { BadFile } from './bad-file.ts'

const delimiters = [',', ';', '\t']
const headSize = 65_536
const archiveMark = Buffer.from([0x50, 0x4b, 3, 4])

/**
 * What parts the columns: the mark that the header has most of, as spreadsheets in many languages write semicolons. BadFile: a
 * workbook, which whoever brings a spreadsheet is likely to bring first.
 */
export async function delimiterOf(handle: FileHandle): Promise<string> {
  const head = Buffer.alloc(headSize)
  const { bytesRead } = await handle.read(head, 0, headSize, 0)
  if (head.subarray(0, 4).equals(archiveMark)) throw new BadFile({}, 'comma-separated values; save the workbook as CSV', 'a workbook')
  const [header = ''] = head
    .toString('utf8', 0, bytesRead)
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]/)
  const marks = (delimiter: string) => header.split(delimiter).length
  return delimiters.toSorted((a, b) => marks(b) - marks(a))[0] ?? ','
}
