import type { FileHandle } from 'node:fs/promises'

const delimiters = [',', ';', '\t']
const headSize = 65_536

/** What parts the columns: the mark that the header has most of, as spreadsheets in many languages write semicolons. */
export async function delimiterOf(handle: FileHandle): Promise<string> {
  const head = Buffer.alloc(headSize)
  const { bytesRead } = await handle.read(head, 0, headSize, 0)
  const [header = ''] = head
    .toString('utf8', 0, bytesRead)
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]/)
  const marks = (delimiter: string) => header.split(delimiter).length
  return delimiters.toSorted((a, b) => marks(b) - marks(a))[0] ?? ','
}
