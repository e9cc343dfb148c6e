import { at } from '../../src/numbers/at.ts'
import {
  emptySummary,
  foldAnswers,
  reverseItems,
  scoreOfAnswers,
  type Answers,
  type NamedGroup,
  type ScaleSummary,
} from '../../src/measures.ts'
import { BadFile } from './bad-file.ts'
import { isMissing } from './profile-columns.ts'
import { readRows, type Progress } from './read-rows.ts'

/** A scale as asked for: its items, those to turn over, and the values that an answer can have. */
export type ScaleSpec = { name: string; items: string[]; reversed: string[]; least: number; most: number }

/** What the second reading keeps: a summary, and the score's moments by group. No answer stays. */
export type FoldedScale = { spec: ScaleSpec; summary: ScaleSummary; groups: NamedGroup[] }

const batchSize = 5000

/** Reads the file a second time and folds it. BadFile: an answer of a scale that is not among its values. */
export async function foldFile(
  path: string,
  specs: readonly ScaleSpec[],
  groupColumn: string | undefined,
  progress: Progress,
): Promise<FoldedScale[]> {
  let folders: ScaleFolder[] = []
  let group = -1
  for await (const { number, fields } of readRows(path, progress)) {
    if (number === 1 || folders.length === 0) {
      folders = specs.map((spec) => folderOf(spec, fields))
      group = groupColumn === undefined ? -1 : fields.indexOf(groupColumn)
    } else for (const folder of folders) take(folder, number, fields, group < 0 ? undefined : at(fields, group))
  }
  return folders.map((folder) => {
    flush(folder)
    return { spec: folder.spec, summary: folder.summary, groups: [...folder.groups.values()] }
  })
}

type ScaleFolder = { spec: ScaleSpec; places: number[]; batch: Answers[]; summary: ScaleSummary; groups: Map<string, NamedGroup> }

function folderOf(spec: ScaleSpec, header: readonly string[]): ScaleFolder {
  const items = spec.items.map((name) => ({
    name,
    least: spec.least,
    categories: spec.most - spec.least + 1,
    reversed: spec.reversed.includes(name),
  }))
  return { spec, places: spec.items.map((name) => header.indexOf(name)), batch: [], summary: emptySummary({ items }), groups: new Map() }
}

function take(folder: ScaleFolder, row: number, fields: readonly string[], group: string | undefined): void {
  const answers = folder.places.map((place, i) => answerOf(folder.spec, at(folder.spec.items, i), row, at(fields, place)))
  folder.batch.push({ answers })
  if (folder.batch.length >= batchSize) flush(folder)
  if (group === undefined || isMissing(group)) return
  const { items, reversed, least, most } = folder.spec
  const [scored = []] = reverseItems(
    [answers],
    reversed.map((name) => items.indexOf(name)),
    { least, most },
  )
  const score = scoreOfAnswers(scored, Math.ceil(items.length / 2))
  if (score !== null) addScore(folder.groups, group, score)
}

function answerOf({ least, most }: ScaleSpec, column: string, row: number, field: string): number | null {
  if (isMissing(field)) return null
  const value = Number(field)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new BadFile({ row, column }, `a whole number from ${least} to ${most}, or nothing`, field)
}

function flush(folder: ScaleFolder): void {
  if (folder.batch.length > 0) folder.summary = foldAnswers(folder.summary, folder.batch)
  folder.batch = []
}

/** Welford's update, so that no score need be kept. */
function addScore(groups: Map<string, NamedGroup>, name: string, score: number): void {
  const group = groups.get(name) ?? { group: name, n: 0, mean: 0, sumOfSquares: 0 }
  const n = group.n + 1
  const mean = group.mean + (score - group.mean) / n
  groups.set(name, { group: name, n, mean, sumOfSquares: group.sumOfSquares + (score - group.mean) * (score - mean) })
}
