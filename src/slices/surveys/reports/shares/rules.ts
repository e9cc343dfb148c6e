import { type Division, peopleAt, type Range, stepOf } from '../bands/rules.ts'
import type { Shares } from '../schema.ts'

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
 * How the answers to all questions lie together, made from what is said of each, so that it tells nothing more: in tenths from
 * the questions of which that much is said, if they are half of them or more.
 */
export function pooled(items: readonly { distribution: Shares | null }[]): Shares | null {
  const all = items.flatMap(({ distribution }) => distribution ?? [])
  const fine = all.filter(({ step }) => step < COARSE)
  const said = 2 * fine.length >= all.length ? fine : all
  if (said.length === 0) return null
  const mean = (share: (one: Shares) => number) => {
    const tenths = Math.round((10 * said.reduce((sum, one) => sum + share(one), 0)) / said.length)
    return Math.min(9, Math.max(1, tenths)) / 10
  }
  const hasMiddle = said.every(({ middle }) => middle !== null)
  return {
    low: mean(({ low }) => low),
    middle: hasMiddle ? mean(({ middle }) => middle ?? 0) : null,
    high: mean(({ high }) => high),
    step: said === fine ? 0.1 : 1 / 3,
  }
}

/** A step of which only "under half" and "half or more" is left. */
const COARSE = 0.3

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
