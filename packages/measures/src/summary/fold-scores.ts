import { at } from '../numbers/at.ts'
import type { AnswerRow } from '../scales/moments.ts'
import { denominatorOf, type PairedScore, type ScorePairs, type Sums } from './score-pairs.ts'

/** One person's answers as given (not yet turned over), score by score. */
export type ScoredAnswers = readonly AnswerRow[]

/**
 * The pairs with more people in them; what was handed in stays as it was. Takes a row a person: for each score its answers as
 * given, null where one is missing. A person counts in each pair of which both scores have enough answers, as in
 * cor(use = "pairwise"). RangeError, with the place of the row, where an answer is not among the item's categories.
 *
 * Within a call the sums are those of raw answers, apart by how many items were answered, and so small that they stay exact
 * as long as people × (items × (categories − 1))² is under 2⁵³: ten thousand million people at a hundred items of ten.
 */
export function foldScores(pairs: ScorePairs, rows: Iterable<ScoredAnswers>): ScorePairs {
  const { scores } = pairs
  const folded = pairs.sums.map((): (Raw | undefined)[] => [])
  const [raw, answered] = [new Int32Array(scores.length), new Int32Array(scores.length)]
  let person = 0
  for (const row of rows) {
    person += 1
    if (row.length !== scores.length) throw new RangeError(`row ${person}: answers to ${row.length} of ${scores.length} scores`)
    for (let i = 0; i < scores.length; i += 1) encode(at(scores, i), at(row, i), person, i, raw, answered)
    addPerson(folded, raw, answered)
  }
  const denominators = scores.map(denominatorOf)
  return { scores, sums: pairs.sums.map((sums, place) => withAll(sums, at(folded, place), denominators, placesOf(place))) }
}

/** The sums of raw answers of the people who answered so many items of the one score, and so many of the other. */
type Raw = Sums<number> & { answered: { one: number; other: number } }

/** Writes how many items were answered, none where they are too few for a score, and what the answers add up to, the lowest being 0. */
function encode(score: PairedScore, answers: AnswerRow, person: number, i: number, raw: Int32Array, answered: Int32Array): void {
  const { items } = score
  if (answers.length !== items.length) throw new RangeError(`row ${person}: ${answers.length} answers for ${items.length} items`)
  let [given, sum] = [0, 0]
  for (let place = 0; place < items.length; place += 1) {
    const value = answers[place] ?? null
    if (value === null) continue
    const item = at(items, place)
    const code = value - item.least
    if (!Number.isInteger(code) || code < 0 || code >= item.categories) {
      throw new RangeError(`row ${person}, item "${item.name}": ${value} is not among ${item.least} to ${item.least + item.categories - 1}`)
    }
    given += 1
    sum += item.reversed ? item.categories - 1 - code : code
  }
  raw[i] = sum
  answered[i] = given >= score.leastAnswered ? given : 0
}

/** The inner loop: six sums for each pair of scores of each person. */
function addPerson(folded: readonly (Raw | undefined)[][], raw: Int32Array, answered: Int32Array): void {
  let place = 0
  for (let i = 1; i < raw.length; i += 1) {
    const [other, otherAnswered] = [raw[i] ?? 0, answered[i] ?? 0]
    for (let j = 0; j < i; j += 1) {
      const sums = folded[place]
      place += 1
      const [one, oneAnswered] = [raw[j] ?? 0, answered[j] ?? 0]
      if (sums && oneAnswered > 0 && otherAnswered > 0) addPair(sumsOf(sums, oneAnswered, otherAnswered), one, other)
    }
  }
}

function sumsOf(sums: (Raw | undefined)[], one: number, other: number): Raw {
  // Pairing numbers as Cantor did: each two have one of their own.
  const key = ((one + other) * (one + other + 1)) / 2 + other
  const found = sums[key]
  if (found) return found
  const nothing = { answered: { one, other }, n: 0, one: 0, other: 0, oneSquared: 0, otherSquared: 0, product: 0 }
  sums[key] = nothing
  return nothing
}

function addPair(sums: Raw, one: number, other: number): void {
  sums.n += 1
  sums.one += one
  sums.other += other
  sums.oneSquared += one * one
  sums.otherSquared += other * other
  sums.product += one * other
}

/** Sums of raw answers, brought to the parts in which scores are counted. */
function withAll(
  before: Sums<bigint>,
  folded: readonly (Raw | undefined)[],
  denominators: readonly bigint[],
  [i, j]: readonly [number, number],
): Sums<bigint> {
  const sums = { ...before }
  for (const raw of folded) {
    if (!raw) continue
    const one = at(denominators, j) / BigInt(raw.answered.one)
    const other = at(denominators, i) / BigInt(raw.answered.other)
    sums.n += BigInt(raw.n)
    sums.one += one * BigInt(raw.one)
    sums.other += other * BigInt(raw.other)
    sums.oneSquared += one * one * BigInt(raw.oneSquared)
    sums.otherSquared += other * other * BigInt(raw.otherSquared)
    sums.product += one * other * BigInt(raw.product)
  }
  return sums
}

/** The scores of the pair at a place: the other first. */
function placesOf(place: number): [number, number] {
  const i = Math.floor((1 + Math.sqrt(1 + 8 * place)) / 2)
  return [i, place - (i * (i - 1)) / 2]
}
