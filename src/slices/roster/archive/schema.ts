import type { Defect } from '../defects/schema.ts'

/** A bundle's files by their lower-case name without folder, and what was wrong with the parcel itself. */
export type Parcel = { files: Map<string, Buffer>; defects: Defect[] }

export const LIMITS = {
  archiveBytes: 64 * 1024 * 1024,
  entries: 100,
  fileBytes: 128 * 1024 * 1024,
  totalBytes: 192 * 1024 * 1024,
  /** Rosters repeat themselves and pack some 30 : 1; a bomb starts at about 1000 : 1. */
  ratio: 200,
  /** Below this size a high ratio does no harm: a header alone may be one long run. */
  ratioFromBytes: 1024 * 1024,
}

/** What an archive's directory says of one of its files, before anything is unpacked. */
export type Entry = { name: string; packedBytes: number; bytes: number; readable: boolean; isLink: boolean }
