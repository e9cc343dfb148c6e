import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { fromBufferPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { sheetsOf, whyNotUnpack } from './rules.ts'
import { LIMITS, type Sheet } from './schema.ts'

const PARTS = /^xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/

/**
 * The sheets of an .xlsx file, or undefined where it cannot be read. Its directory is judged before a byte is unpacked,
 * what is unpacked must be what the directory announced, and nothing is written.
 */
export async function openWorkbook(bytes: Buffer): Promise<Sheet[] | undefined> {
  if (bytes.length > LIMITS.archiveBytes) return undefined
  try {
    const zip = await fromBufferPromise(bytes, { strictFileNames: true, autoClose: false })
    const entries = await listEntries(zip)
    const announced = entries.map((entry) => ({
      packedBytes: entry.compressedSize,
      bytes: entry.uncompressedSize,
      readable: entry.canDecodeFileData(),
    }))
    return whyNotUnpack(announced) ? undefined : sheetsOf(await unpack(zip, entries))
  } catch {
    return undefined
  }
}

/** Stops at the limit, so that a directory of millions of entries is not even listed. */
async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    if (entries.length > LIMITS.entries) break
  }
  return entries
}

async function unpack(zip: ZipFile, entries: readonly Entry[]): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  for (const entry of entries) {
    if (!PARTS.test(entry.fileName)) continue
    if (parts.has(entry.fileName)) throw new Error(`${entry.fileName} is there twice`)
    // The stream fails as soon as it yields more bytes than the directory announced.
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName} is damaged`)
    parts.set(entry.fileName, bytes.toString('utf8'))
  }
  return parts
}
