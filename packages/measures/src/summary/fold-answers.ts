import { at } from '../numbers/at.ts'
import type { AnswerRow } from '../scales/moments.ts'
import { layoutOf, type Layout, type ScaleSummary } from './scale-summary.ts'

/** One person's answers as given (not yet turned over), with the group where the summary declares groups. */
export type Answers = { answers: AnswerRow; group?: string }

/**
 * The summary with more answers in it; what was handed in stays as it was. One copy a call, so fold in batches.
 * RangeError, with the place of the row, where an answer is not among the item's categories or a group was not declared. Takes
 * rows of answers as given, null where one is missing. Missing answers count apart: the listwise and the pairwise figures both
 * stay possible.
 */
export function foldAnswers(summary: ScaleSummary, rows: Iterable<Answers>): ScaleSummary {
  const folded: ScaleSummary = {
    shape: summary.shape,
    answered: summary.answered.slice(),
    completePairs: summary.completePairs.slice(),
    completeScores: summary.completeScores.slice(),
    partialPairs: summary.partialPairs.slice(),
    partialItems: summary.partialItems.slice(),
  }
  const layout = layoutOf(summary.shape)
  const places = new Int32Array(layout.k)
  let person = 0
  for (const row of rows) {
    person += 1
    const { answered, score } = encode(summary, layout, row.answers, places, person)
    const group = groupOf(summary, row.group, person)
    bump(folded.answered, answered * (layout.maxScore + 1) + score)
    if (answered === layout.k) addComplete(folded, layout, places, score, group)
    else addPartial(folded, layout, places)
  }
  return folded
}

/** Writes the place of each answer's category among those of all items into `places`, −1 where it is missing. */
function encode(summary: ScaleSummary, layout: Layout, answers: AnswerRow, places: Int32Array, person: number) {
  if (answers.length !== layout.k) throw new RangeError(`row ${person}: ${answers.length} answers for ${layout.k} items`)
  const { items } = summary.shape
  let [answered, score] = [0, 0]
  for (let i = 0; i < layout.k; i += 1) {
    const value = answers[i] ?? null
    places[i] = -1
    if (value === null) continue
    const item = at(items, i)
    const code = value - item.least
    if (!Number.isInteger(code) || code < 0 || code >= item.categories) {
      throw new RangeError(`row ${person}, item "${item.name}": ${value} is not among ${item.least} to ${item.least + item.categories - 1}`)
    }
    const scored = item.reversed ? item.categories - 1 - code : code
    places[i] = (layout.itemStart[i] ?? 0) + scored
    answered += 1
    score += scored
  }
  return { answered, score }
}

function groupOf(summary: ScaleSummary, group: string | undefined, place: number): number {
  const groups = summary.shape.groups
  if (!groups || groups.length === 0) return 0
  const index = group === undefined ? -1 : groups.indexOf(group)
  if (index < 0) throw new RangeError(`row ${place}: the group "${group}" was not declared`)
  return index
}

function addComplete(folded: ScaleSummary, layout: Layout, places: Int32Array, score: number, group: number): void {
  const [width, first] = [layout.maxScore + 1, group * layout.allCategories]
  for (let i = 0; i < layout.k; i += 1) bump(folded.completeScores, (first + (places[i] ?? 0)) * width + score)
  addPairs(folded.completePairs, layout, places)
}

function addPartial(folded: ScaleSummary, layout: Layout, places: Int32Array): void {
  for (let i = 0; i < layout.k; i += 1) {
    const place = places[i] ?? -1
    if (place >= 0) bump(folded.partialItems, place)
  }
  addPairs(folded.partialPairs, layout, places)
}

/**
 * The inner loop of the whole library: k(k−1)/2 counts for each person. `?? 0` where `at` would stand elsewhere, since a
 * function that is called with arrays of every kind is not compiled for this one.
 */
function addPairs(pairs: Float64Array, layout: Layout, places: Int32Array): void {
  const { categories, itemStart } = layout
  for (let i = 1; i < layout.k; i += 1) {
    const place = places[i] ?? -1
    if (place < 0) continue
    const size = categories[i] ?? 0
    const start = layout.pairStart(i, 0) + place - (itemStart[i] ?? 0)
    for (let j = 0; j < i; j += 1) {
      const other = places[j] ?? -1
      if (other < 0) continue
      const index = start + size * other
      pairs[index] = (pairs[index] ?? 0) + 1
    }
  }
}

function bump(counts: Float64Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1
}
