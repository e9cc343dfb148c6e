import { type Division, peopleAt, type Range, stepOf } from '../bands/rules.ts'
import type { ShareRange, Shares, Spread } from '../schema.ts'

/** Answers that lie side by side, and how many people gave one of them, as it is said. */
export type Band = { name: 'low' | 'middle' | 'high'; first: number; last: number; step: number; people: Range }

/** How many people gave answers under the middle, on it where there is one, and over it, each in steps. */
export function bandsOf(counts: readonly number[], parts: Division): Band[] {
  const n = sumOf(counts)
  const middle = (counts.length - 1) / 2
  const band = (name: Band['name'], first: number, last: number): Band => {
    const step = stepOf(sumOf(counts.slice(first, last + 1)), n, parts)
    return { name, first, last, step, people: peopleAt(step, n, parts) }
  }
  const high = band('high', Math.floor(middle) + 1, counts.length - 1)
  if (Number.isInteger(middle)) return [band('low', 0, middle - 1), band('middle', middle, middle), high]
  // Of two, one is what the other leaves: rounded each for itself, a half on either side would tell itself.
  const people = { least: n - high.people.most, most: n - high.people.least }
  return [{ name: 'low', first: 0, last: high.first - 1, step: parts - high.step, people }, high]
}

/** The same as shares of all. */
export function sharesOf(counts: readonly number[], parts: Division): Shares {
  const steps = new Map(bandsOf(counts, parts).map(({ name, step }) => [name, step / parts]))
  return { low: steps.get('low') ?? 0, middle: steps.get('middle') ?? null, high: steps.get('high') ?? 0, step: 1 / parts }
}

/**
 * How the answers to all questions lie together: the mean over the questions, made from what is said of each, so that it tells
 * nothing more. Of few people each question tells little, and the range says so.
 */
export function pooled(items: readonly { distribution: Shares | null }[]): Spread | null {
  const said = items.flatMap(({ distribution }) => distribution ?? [])
  if (said.length === 0) return null
  const low = meanRange(said.map((one) => rangeOf(one.low, one.step)))
  const high = meanRange(said.map((one) => rangeOf(one.high, one.step)))
  const middles = said.flatMap(({ middle, step }) => (middle === null ? [] : [rangeOf(middle, step)]))
  if (middles.length < said.length) return { low: besides(low, [high]), middle: null, high: besides(high, [low]) }
  const middle = meanRange(middles)
  return { low: besides(low, [middle, high]), middle: besides(middle, [low, high]), high: besides(high, [low, middle]) }
}

type Bounds = Omit<ShareRange, 'value'>

/** What a rounded share leaves open; the first step stands for none as well, and the last for all. */
export function rangeOf(share: number, step: number): Bounds {
  const [at, last] = [Math.round(share / step), Math.round(1 / step) - 1]
  return { least: at <= 1 ? 0 : share - step / 2, most: at >= last ? 1 : share + step / 2 }
}

function meanRange(ranges: readonly Bounds[]): Bounds {
  return { least: sumOf(ranges.map(({ least }) => least)) / ranges.length, most: sumOf(ranges.map(({ most }) => most)) / ranges.length }
}

/** A share is also what the others leave of all, so that three of them add up. */
function besides({ least, most }: Bounds, others: readonly Bounds[]): ShareRange {
  const fewest = Math.max(least, 1 - sumOf(others.map((other) => other.most)))
  const greatest = Math.min(most, 1 - sumOf(others.map((other) => other.least)))
  return { value: tidy((fewest + greatest) / 2), least: tidy(fewest), most: tidy(greatest) }
}

/** Without what binary fractions add. */
function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
