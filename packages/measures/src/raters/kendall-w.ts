import { pchisq } from 'lib-r-math.js'
import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import type { AnswerRow } from '../scales/moments.ts'

export type KendallW = { w: number | null; uncorrected: number | null; chiSquare: number | null; p: number | null }

/**
 * Do several judges rank the same things alike? Takes things × judges; ranks are made within each judge, ties averaged. 12 S
 * over m²(n³ − n) − m ΣT (Kendall & Babington Smith 1939). Rows with a missing value are left out. Equals irr::kendall(correct
 * = TRUE). Null with fewer than two things, or where all is tied. Assumes that order is all that values say. χ² = m(n − 1)W for
 * its test. Throws nothing.
 */
export function kendallW(ratings: readonly AnswerRow[]): KendallW {
  const rows = ratings.filter((row): row is number[] => row.every((value) => value !== null))
  const n = rows.length
  const judges = Array.from({ length: ratings[0]?.length ?? 0 }, (_, j) => rankWithTies(rows.map((row) => at(row, j))))
  const m = judges.length
  const totals = rows.map((_, i) => sum(judges.map((judge) => at(judge.ranks, i))))
  const middle = sum(totals) / n
  const spread = 12 * sum(totals.map((total) => (total - middle) ** 2))
  const ties = sum(judges.map((judge) => judge.ties))
  const w = spread / (m ** 2 * (n ** 3 - n) - m * ties)
  const chiSquare = nullUnlessFinite(m * (n - 1) * w)
  return {
    w: nullUnlessFinite(w),
    uncorrected: nullUnlessFinite(spread / (m ** 2 * (n ** 3 - n))),
    chiSquare,
    p: chiSquare === null ? null : pchisq(chiSquare, n - 1, undefined, false),
  }
}

/** Ranks from 1, ties at their mean, and Σ(t³ − t) of the ties. */
function rankWithTies(values: readonly number[]): { ranks: number[]; ties: number } {
  const order = values.map((_, i) => i).toSorted((a, b) => at(values, a) - at(values, b))
  const ranks = values.map(() => 0)
  let ties = 0
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && at(values, at(order, to + 1)) === at(values, at(order, from))) to += 1
    for (let place = from; place <= to; place += 1) ranks[at(order, place)] = (from + to) / 2 + 1
    ties += (to - from + 1) ** 3 - (to - from + 1)
    from = to + 1
  }
  return { ranks, ties }
}
