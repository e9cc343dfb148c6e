import { pchisq, pnorm } from 'lib-r-math.js'
import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'

/** One stratum: who solved and who did not, in the reference and in the other group. */
export type Stratum = { referenceRight: number; referenceWrong: number; focalRight: number; focalWrong: number }

export type MantelHaenszel = {
  /** Common odds ratio; above 1 the item is easier for the reference group. */
  oddsRatio: number | null
  /** −2.35 ln α, the ETS delta scale. Negative: harder for the other group. */
  delta: number | null
  /** Of ln α (Robins, Breslow & Greenland 1986). */
  logStandardError: number | null
  chiSquare: number | null
  p: number | null
  /** ETS classes: A negligible, B, C large. */
  ets: 'A' | 'B' | 'C' | null
}

/**
 * Is an item harder for one group than for the other among people of the same total? Mantel & Haenszel 1959 over strata of
 * the total; Holland & Thayer 1988; classes of ETS: A if |Δ| < 1 or not significant, C if |Δ| ≥ 1.5 and significantly
 * above 1, else B. Equals stats::mantelhaen.test. Strata with one person or one outcome say nothing and are passed over.
 * Null where no stratum says anything; an odds ratio over nothing is null. Assumes that the total measures both groups alike but
 * for this item, and items of two categories. α = Σ(AD/T)/Σ(BC/T); Δ = −2.35 ln α. Takes a 2×2 table a stratum. Missing answers
 * belong out of the strata. Throws nothing.
 */
export function mantelHaenszel(strata: readonly Stratum[], options: { continuity?: boolean } = {}): MantelHaenszel {
  let [cross, across, difference, variance] = [0, 0, 0, 0]
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of strata) {
    const n = a + b + c + d
    if (n < 2) continue
    cross += (a * d) / n
    across += (b * c) / n
    difference += a - ((a + b) * (a + c)) / n
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))
  }
  // As in R: no half at all is taken off where the difference is less than a half.
  const correction = (options.continuity ?? true) && Math.abs(difference) >= 0.5 ? 0.5 : 0
  const chiSquare = nullUnlessFinite((Math.abs(difference) - correction) ** 2 / variance)
  const oddsRatio = nullUnlessFinite(cross / across)
  const delta = oddsRatio === null ? null : nullUnlessFinite(-2.35 * Math.log(oddsRatio))
  const logStandardError = standardErrorOf(strata, cross, across)
  const p = chiSquare === null ? null : pchisq(chiSquare, 1, undefined, false)
  return { oddsRatio, delta, logStandardError, chiSquare, p, ets: classOf(delta, logStandardError, p) }
}

function standardErrorOf(strata: readonly Stratum[], cross: number, across: number): number | null {
  let [one, two, three] = [0, 0, 0]
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of strata) {
    const n = a + b + c + d
    if (n < 2) continue
    const [p, q, r, s] = [(a + d) / n, (b + c) / n, (a * d) / n, (b * c) / n]
    one += p * r
    two += p * s + q * r
    three += q * s
  }
  return nullUnlessFinite(Math.sqrt(one / (2 * cross ** 2) + two / (2 * cross * across) + three / (2 * across ** 2)))
}

function classOf(delta: number | null, logStandardError: number | null, p: number | null): MantelHaenszel['ets'] {
  if (delta === null || logStandardError === null || p === null) return null
  if (Math.abs(delta) < 1 || p >= 0.05) return 'A'
  const beyondOne = pnorm((Math.abs(delta) - 1) / (2.35 * logStandardError), 0, 1, false) < 0.05
  return Math.abs(delta) >= 1.5 && beyondOne ? 'C' : 'B'
}

/**
 * Strata of an item of two categories by raw score, from counts `[category][score]` of either group (see `scoreTables`). Those
 * who answered everything, as the summary counts them by group. Takes both tables over the same scores. R: table() by raw score.
 */
export function strataOfScores(reference: readonly (readonly number[])[], focal: readonly (readonly number[])[]): Stratum[] {
  return (reference[0] ?? []).map((_, score) => {
    const count = (table: readonly (readonly number[])[], category: number) => at(at(table, category), score)
    return {
      referenceRight: count(reference, 1),
      referenceWrong: count(reference, 0),
      focalRight: count(focal, 1),
      focalWrong: count(focal, 0),
    }
  })
}

/**
 * Strata of people by any score: their total, or their total without the item. Takes a group, an answer and a score for each
 * person; who lacks one is to be left out before. Strata in order of the score. R: table() by score.
 */
export function strataOfPeople(people: readonly { reference: boolean; right: boolean; score: number }[]): Stratum[] {
  return [...Map.groupBy(people, (person) => person.score).values()].map((stratum) => {
    const count = (reference: boolean, right: boolean) =>
      stratum.filter((person) => person.reference === reference && person.right === right).length
    return {
      referenceRight: count(true, true),
      referenceWrong: count(true, false),
      focalRight: count(false, true),
      focalWrong: count(false, false),
    }
  })
}
