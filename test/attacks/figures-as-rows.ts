import { meanInterval } from '@groundwork/measures/groups/mean-interval.ts'
import {
  allItems,
  answersOf,
  cell,
  cellsOf,
  type Given,
  type Held,
  indexOf,
  type ItemView,
  type Known,
  type MeanView,
  membersOf,
  plus,
  type Row,
  type ScaleView,
  weighted,
} from './counts.ts'
import { rowsOfGroups, rowsOfPartition, truthOfGroups } from './groups-as-rows.ts'

/** All that is said and given, over the counts of every school. */
export function rowsOf(known: Known, held: readonly Held[], given: readonly Given[]): Row[] {
  const rows: Row[] = []
  for (const school of Object.keys(known.staff))
    for (let item = 0; item < known.items; item++) rows.push(`${plus(cellsOf(known, [school], item))} - n${indexOf(known, school)} = 0`)
  if (held.some(({ view }) => view.groups)) rows.push(...rowsOfPartition(known))
  for (const one of held) rows.push(...rowsOfView(known, one), ...rowsOfGroups(known, one))
  for (const { school, n, sum } of given) {
    rows.push(`n${indexOf(known, school)} = ${n}`)
    rows.push(`${weighted(known, [school], allItems(known))} = ${sum - n * known.items}`)
  }
  return rows
}

function rowsOfView(known: Known, { place, view, exactCounts = [], rows: outside = [] }: Held): Row[] {
  const rows = exactCounts.map(
    ({ item, answer, people }) => `${plus(membersOf(known, place).map((one) => cell(known, one, item, answer)))} = ${people}`,
  )
  rows.push(...outside)
  rows.push(...view.places.flatMap((one) => (one.suppressed ? [] : rowsOfPlace(known, one.place, one))))
  if (view.suppressed || view.n === null) return rows
  rows.push(...rowsOfPlace(known, place, { ...view, n: view.n }))
  for (const [item, said] of view.items.entries()) rows.push(...rowsOfItem(known, place, item, { ...said, n: view.n }))
  rows.push(...spreadOf(known, place, view))
  return rows
}

function rowsOfPlace(known: Known, place: string, { n, ...mean }: MeanView & { n: number }): Row[] {
  const members = membersOf(known, place)
  return [
    `${plus(members.map((one) => `n${indexOf(known, one)}`))} = ${n}`,
    ...rowsOfMean(weighted(known, members, allItems(known)), mean, n * known.items),
  ]
}

/** Sums count the lowest answer as 0. */
function rowsOfMean(sum: string, { mean_least: least, mean_most: most }: MeanView, answers: number): Row[] {
  if (least === null || most === null) return []
  if (most - least < 1e-9) return [`${sum} = ${Math.round((least - 1) * answers)}`]
  return [`${sum} >= ${Math.ceil((least - 1) * answers - 1e-6)}`, `${sum} <= ${Math.floor((most - 1) * answers + 1e-6)}`]
}

function rowsOfItem(known: Known, place: string, item: number, said: ItemView & { n: number }): Row[] {
  const members = membersOf(known, place)
  const rows = rowsOfMean(weighted(known, members, [item]), said, said.n)
  const between = (cells: string[], share: number, step: number) => rows.push(...rowsOfShare(plus(cells), share, step, said.n))
  const middle = (known.categories - 1) / 2
  const cells = (belongs: (answer: number) => boolean) =>
    members.flatMap((one) =>
      answersOf(known)
        .filter(belongs)
        .map((answer) => cell(known, one, item, answer)),
    )
  const { distribution, choices } = said
  if (distribution) {
    between(
      cells((answer) => answer < middle),
      distribution.low,
      distribution.step,
    )
    if (distribution.middle !== null)
      between(
        cells((answer) => answer === middle),
        distribution.middle,
        distribution.step,
      )
    between(
      cells((answer) => answer > middle),
      distribution.high,
      distribution.step,
    )
  }
  for (const [answer, share] of (choices?.shares ?? []).entries())
    between(
      cells((one) => one === answer),
      share,
      choices?.step ?? 1,
    )
  return rows
}

/** A share to the nearest step, the first standing for none as well and the last for all. */
function rowsOfShare(people: string, share: number, step: number, n: number): Row[] {
  const parts = Math.round(1 / step)
  const at = Math.round(share * parts)
  const rows: Row[] = []
  if (at > 1) rows.push(`${people} >= ${Math.ceil(((2 * at - 1) * n) / (2 * parts) - 1e-9)}`)
  if (at < parts - 1) rows.push(`${people} <= ${Math.ceil(((2 * at + 1) * n) / (2 * parts) - 1e-9) - 1}`)
  return rows
}

/**
 * What the interval of an exact mean tells: the sum of squares of all scores. People by score and, of each score, by answer are
 * counted apart, which makes equations of it; with alpha it also tells the sum of squares of all answers, as far as the sums
 * of the questions are known.
 */
function spreadOf(known: Known, place: string, view: ScaleView): Row[] {
  const { n, mean, mean_least: least, mean_most: most } = view
  const squares = squaresOf(known, view)
  if (squares === undefined || n === null || mean === null || least !== most) return []
  const [members, top] = [membersOf(known, place), known.items * (known.categories - 1)]
  const scores = Array.from({ length: top + 1 }, (_, score) => score)
  const prefix = `${indexOf(known, place)}`
  const of = (score: number) => `y${prefix}_${score}`
  const by = (score: number, item: number, answer: number) => `z${prefix}_${score}_${item}_${answer}`
  const rows = [`${plus(scores.map(of))} = ${n}`]
  rows.push(
    `${scores
      .filter(Boolean)
      .map((score) => `${score ** 2} ${of(score)}`)
      .join(' + ')} = ${squares}`,
  )
  for (let item = 0; item < known.items; item++) {
    for (const score of scores) rows.push(`${plus(answersOf(known).map((answer) => by(score, item, answer)))} - ${of(score)} = 0`)
    for (const answer of answersOf(known))
      rows.push(
        `${plus(scores.map((score) => by(score, item, answer)))} - ${members.map((one) => cell(known, one, item, answer)).join(' - ')} = 0`,
      )
  }
  for (const score of scores.filter(Boolean)) {
    const sums = allItems(known).flatMap((item) =>
      answersOf(known)
        .filter(Boolean)
        .map((answer) => `${answer} ${by(score, item, answer)}`),
    )
    rows.push(`${sums.join(' + ')} - ${score} ${of(score)} = 0`)
  }
  return rows
}

/** Sums of answers, the lowest counting 0, squared and added up over people: from the interval of their mean. */
export function squaresOf({ items, categories }: Known, { n, mean, lower, upper }: ScaleView): number | undefined {
  if (n === null || mean === null || lower === null || upper === null) return undefined
  const reach = lower > 1 ? mean - lower : upper < categories ? upper - mean : undefined
  const one = meanInterval({ n, mean: 0, sumOfSquares: 1 }).upper
  if (reach === undefined || !one) return undefined
  return Math.round(((reach / one) ** 2 + n * (mean - 1) ** 2) * items ** 2)
}

/** What is true, as one more thing that is said. */
export function truthOf(known: Known, held: readonly Held[]): Row[] {
  const ofGroups = held.some(({ view }) => view.groups) ? truthOfGroups(known) : []
  return [...ofGroups, ...truthOfPlaces(known)]
}

function truthOfPlaces(known: Known): Row[] {
  return Object.entries(known.truth).flatMap(([school, people]) =>
    allItems(known).flatMap((item) =>
      answersOf(known).map((answer) => `${cell(known, school, item, answer)} = ${people.filter((one) => one[item] === answer + 1).length}`),
    ),
  )
}
