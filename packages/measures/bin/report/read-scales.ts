import { isDeepStrictEqual } from 'node:util'
import { answerReader } from './answer-value.ts'
import { BadFile } from './bad-file.ts'
import { foldFile, type FoldedFile } from './fold-file.ts'
import { profileBeginning, type ColumnProfile } from './profile-columns.ts'
import type { Progress } from './read-rows.ts'
import { scaleSpecs, type ScalesAsked, type ScaleSpec } from './scale-specs.ts'

const rowsToGuessFrom = 10_000

/**
 * Folds the scales of a file. Their values are known only at its end, so they are taken from the first rows, and the file
 * is read again only where a later row widened them: parsing is most of the time.
 */
export async function readScales(file: string, asked: ScalesAsked, progress: Progress): Promise<FoldedFile> {
  const reading = { group: asked.group, read: answerReader(asked.missing) }
  const early = specsIfAny(await profileBeginning(file, rowsToGuessFrom, reading.read), asked)
  const first = await foldFile(file, early, reading, progress)
  if (first.rows < 1) throw new BadFile({ row: 2 }, 'at least one row of answers')
  const specs = scaleSpecs(first.columns, asked)
  return isDeepStrictEqual(specs, early) ? first : foldFile(file, specs, reading, progress)
}

/** None where the first rows do not tell; then the whole file will, or will be refused. */
function specsIfAny(columns: readonly ColumnProfile[], asked: ScalesAsked): ScaleSpec[] {
  try {
    return scaleSpecs(columns, asked)
  } catch (error) {
    if (error instanceof BadFile) return []
    throw error
  }
}
