import { at } from '../../src/numbers/at.ts'
import type { AnswerValue } from './answer-value.ts'
import { emptyProfile, noteValues, type ColumnProfile } from './profile-columns.ts'
import { readRows, type Progress } from './read-rows.ts'
import { ScaleFolder, type FoldedScale } from './scale-folder.ts'
import type { ScaleSpec } from './scale-specs.ts'

/** What one reading gives: the ranges of all columns, and each scale's counts or the fault that it met. */
export type FoldedFile = { columns: ColumnProfile[]; rows: number; scales: () => FoldedScale[] }

/** Reads a file once, learns what its columns hold, and folds the scales that are asked for. */
export async function foldFile(
  path: string,
  specs: readonly ScaleSpec[],
  { group: groupColumn, read }: { group: string | undefined; read: AnswerValue },
  progress: Progress,
): Promise<FoldedFile> {
  let columns: ColumnProfile[] = []
  let folders: ScaleFolder[] = []
  let rows = 0
  await readRows(path, progress, (header) => {
    columns = header.map(emptyProfile)
    folders = specs.map((spec) => new ScaleFolder(spec, header))
    const group = groupColumn === undefined ? -1 : header.indexOf(groupColumn)
    return (fields, row) => {
      rows += 1
      const values = fields.map(read)
      noteValues(columns, values)
      const name = group < 0 || read(at(fields, group)) === null ? undefined : at(fields, group).trim()
      for (const folder of folders) folder.take(row, fields, values, name)
      return true
    }
  })
  return { columns, rows, scales: () => folders.map((folder) => folder.folded()) }
}
