import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { fromBufferPromise } from 'yauzl'
import type { Entry as ZipEntry, ZipFile } from 'yauzl'
import { error } from '../defects/rules.ts'
import { fileName, whyNotUnpack } from './rules.ts'
import { LIMITS } from './schema.ts'
import type { Entry, Parcel } from './schema.ts'

const LINK_MODE = 0o120000
const FILE_TYPE_MASK = 0o170000

/** A bundle from disk: a folder of CSV files or a zip of them. Whatever is wrong comes back as a defect. */
export async function openParcel(path: string): Promise<Parcel> {
  const name = basename(path)
  try {
    const stat = await lstat(path)
    if (stat.isDirectory()) return await openFolder(path)
    if (stat.size > LIMITS.archiveBytes) return refused(name, `at most ${LIMITS.archiveBytes} bytes`, `${stat.size} bytes`)
    return await openArchive(name, await readFile(path))
  } catch (cause) {
    return refused(name, 'a zip file or a folder', reasonOf(cause))
  }
}

/** A zip's CSV files in memory; nothing is unpacked before its directory has been judged, and nothing is written. */
export async function openArchive(name: string, bytes: Buffer): Promise<Parcel> {
  if (bytes.length > LIMITS.archiveBytes) return refused(name, `at most ${LIMITS.archiveBytes} bytes`, `${bytes.length} bytes`)
  try {
    const zip = await fromBufferPromise(bytes, { strictFileNames: true, autoClose: false })
    const entries = await listEntries(zip)
    const why = whyNotUnpack(entries.map(describe))
    return why ? refused(name, why.expected, why.found) : { files: await unpack(zip, entries), defects: [] }
  } catch (cause) {
    return refused(name, 'a zip file that can be read', reasonOf(cause))
  }
}

async function openFolder(path: string): Promise<Parcel> {
  const found = await readdir(path, { withFileTypes: true })
  const names = found.filter((entry) => entry.isFile() && fileName(entry.name)).map((entry) => entry.name)
  const entries: Entry[] = []
  for (const name of names) {
    const { size } = await lstat(join(path, name))
    entries.push({ name, bytes: size, packedBytes: size, readable: true, isLink: false })
  }
  const why = whyNotUnpack(entries)
  if (why) return refused(basename(path), why.expected, why.found)
  const files = new Map<string, Buffer>()
  for (const name of names) files.set(name.toLowerCase(), await readFile(join(path, name)))
  return { files, defects: [] }
}

/** Stops at the limit, so that a directory of millions of entries is not even listed. */
async function listEntries(zip: ZipFile) {
  const entries: ZipEntry[] = []
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    if (entries.length > LIMITS.entries) break
  }
  return entries
}

function describe(entry: ZipEntry): Entry {
  const mode = entry.externalFileAttributes >>> 16
  return {
    name: entry.fileName,
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    readable: entry.canDecodeFileData(),
    isLink: (mode & FILE_TYPE_MASK) === LINK_MODE,
  }
}

async function unpack(zip: ZipFile, entries: readonly ZipEntry[]) {
  const files = new Map<string, Buffer>()
  for (const entry of entries) {
    const name = fileName(entry.fileName)
    if (!name) continue
    // The stream fails as soon as it yields more bytes than the directory announced.
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName} is damaged`)
    files.set(name, bytes)
  }
  return files
}

function refused(file: string, expected: string, found: string): Parcel {
  return { files: new Map(), defects: [error({ file, row: 0, code: 'bad_archive', expected, found })] }
}

function reasonOf(cause: unknown) {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return 'nothing there'
  return cause instanceof Error ? cause.message : String(cause)
}
