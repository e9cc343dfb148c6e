/** A sheet of a workbook: the words of each cell, rows and columns counted from the first. */
export type Sheet = { name: string; rows: string[][] }

/** What an archive's directory may announce, before anything is unpacked, and how far a sheet may reach. */
export const LIMITS = {
  archiveBytes: 1024 * 1024,
  entries: 200,
  entryBytes: 2 * 1024 * 1024,
  totalBytes: 4 * 1024 * 1024,
  /** Sheets repeat themselves and pack some 30 : 1; a bomb starts at about 1000 : 1. */
  ratio: 200,
  ratioFromBytes: 1024 * 1024,
  rows: 5000,
  columns: 200,
}
