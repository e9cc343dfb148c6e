import { LIMITS } from './schema.ts'
import type { Entry } from './schema.ts'

/** Why an archive must not be unpacked, as what was expected and what was found; undefined if it may be. */
export function whyNotUnpack(entries: readonly Entry[]) {
  if (entries.length > LIMITS.entries) return no(`at most ${LIMITS.entries} files`, `${entries.length} files`)
  const odd = entries.find((entry) => entry.isLink || !entry.readable)
  if (odd) return no('plain files without a password', odd.name)
  return whyTooLarge(entries) ?? whyTwice(entries)
}

/** The bundle's own file of this name, or undefined for folders and what operating systems add. */
export function fileName(path: string) {
  const parts = path.split('/')
  const name = (parts.at(-1) ?? '').toLowerCase()
  if (parts[0] === '__MACOSX' || name.startsWith('.') || !name.endsWith('.csv')) return undefined
  return name
}

function whyTooLarge(entries: readonly Entry[]) {
  const large = entries.find((entry) => entry.bytes > LIMITS.fileBytes)
  if (large) return no(`files of at most ${LIMITS.fileBytes} bytes`, `${large.name}: ${large.bytes} bytes`)
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > LIMITS.totalBytes) return no(`at most ${LIMITS.totalBytes} bytes in all`, `${total} bytes`)
  const dense = entries.find((entry) => entry.bytes > LIMITS.ratioFromBytes && entry.bytes > entry.packedBytes * LIMITS.ratio)
  if (dense) return no(`files packed at most ${LIMITS.ratio} to 1`, `${dense.name}: ${dense.bytes} from ${dense.packedBytes} bytes`)
  return undefined
}

function whyTwice(entries: readonly Entry[]) {
  const seen = new Set<string>()
  for (const entry of entries) {
    const name = fileName(entry.name)
    if (name && seen.has(name)) return no('each file once', entry.name)
    if (name) seen.add(name)
  }
  return undefined
}

function no(expected: string, found: string) {
  return { expected, found }
}
