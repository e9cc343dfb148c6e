import { at } from '../numbers/at.ts'
import { normalReach } from '../numbers/normal-reach.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import { identityWeights, type AgreementWeights } from './agreement-weights.ts'

export type Kappa = {
  n: number
  observed: number | null
  expected: number | null
  kappa: number | null
  /** For the interval; `nullStandardError` is for the test that agreement is chance. */
  standardError: number | null
  lower: number | null
  upper: number | null
  nullStandardError: number | null
  z: number | null
}

/**
 * Do two raters agree more than their habits alone would make them? Takes the table of counts (first rater by second) and
 * weights (default: only the same category agrees). (pₒ − pₑ)/(1 − pₑ) (Cohen 1960, 1968); standard errors of Fleiss, Cohen
 * & Everitt 1969. Equals irr::kappa2 and vcd::Kappa. Null where both raters know one category only, or nothing was rated.
 * Assumes two raters who rate apart, and subjects that do not depend on each other. Who lacks a rating belongs out of the table.
 * Throws nothing.
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  options: { weights?: AgreementWeights; confidence?: number } = {},
): Kappa {
  const weights = options.weights ?? identityWeights(table.length)
  const n = sum(table.flat())
  const shares = table.map((row) => row.map((count) => count / n))
  const rows = shares.map((row) => sum(row))
  const columns = shares.map((_, j) => sum(shares.map((row) => at(row, j))))
  const observed = total(shares, (p, i, j) => p * weight(weights, i, j))
  const expected = total(shares, (_, i, j) => at(rows, i) * at(columns, j) * weight(weights, i, j))
  const kappa = (observed - expected) / (1 - expected)
  const [error, nullError] = standardErrors(shares, rows, columns, weights, observed, expected).map((value) => value / Math.sqrt(n))
  const reach = normalReach(options.confidence ?? 0.95) * (error ?? Number.NaN)
  return {
    n,
    observed: nullUnlessFinite(observed),
    expected: nullUnlessFinite(expected),
    kappa: nullUnlessFinite(kappa),
    standardError: nullUnlessFinite(error ?? Number.NaN),
    lower: nullUnlessFinite(kappa - reach),
    upper: nullUnlessFinite(kappa + reach),
    nullStandardError: nullUnlessFinite(nullError ?? Number.NaN),
    z: nullUnlessFinite(kappa / (nullError ?? Number.NaN)),
  }
}

/**
 * The largest kappa that the raters' own frequencies allow: a low kappa under a low ceiling is no fault of theirs alone. (Σ
 * min(pᵢ·, p·ᵢ) − pₑ)/(1 − pₑ) (Cohen 1960). Takes the table of counts; null where both know one category only. R:
 * psych::cohen.kappa has no such figure; by the formula.
 */
export function greatestKappa(table: readonly (readonly number[])[]): number | null {
  const n = sum(table.flat())
  const rows = table.map((row) => sum(row) / n)
  const columns = table.map((_, j) => sum(table.map((row) => at(row, j))) / n)
  const expected = sum(rows.map((p, i) => p * at(columns, i)))
  return nullUnlessFinite((sum(rows.map((p, i) => Math.min(p, at(columns, i)))) - expected) / (1 - expected))
}

/**
 * Twice the agreement less one: kappa as it were with even frequencies of two categories (Byrt, Bishop & Carlin 1993). 2pₒ − 1.
 * Takes the table of counts; null for an empty one. R: epiR::epi.kappa()$pabak.
 */
export function prevalenceAdjustedKappa(table: readonly (readonly number[])[]): number | null {
  return nullUnlessFinite((2 * sum(table.map((row, i) => at(row, i)))) / sum(table.flat()) - 1)
}

type Shares = readonly (readonly number[])[]

function standardErrors(shares: Shares, rows: number[], columns: number[], weights: AgreementWeights, po: number, pe: number): number[] {
  const byRow = rows.map((_, i) => sum(columns.map((p, j) => p * weight(weights, i, j))))
  const byColumn = columns.map((_, j) => sum(rows.map((p, i) => p * weight(weights, i, j))))
  const mean = (i: number, j: number) => at(byRow, i) + at(byColumn, j)
  const spread = total(shares, (p, i, j) => p * (weight(weights, i, j) * (1 - pe) - mean(i, j) * (1 - po)) ** 2)
  const nullSpread = total(shares, (_, i, j) => at(rows, i) * at(columns, j) * (weight(weights, i, j) - mean(i, j)) ** 2)
  return [Math.sqrt(spread - (po * pe - 2 * pe + po) ** 2) / (1 - pe) ** 2, Math.sqrt(nullSpread - pe ** 2) / (1 - pe)]
}

function weight(weights: AgreementWeights, i: number, j: number): number {
  return at(at(weights, i), j)
}

function total(shares: Shares, term: (share: number, i: number, j: number) => number): number {
  return sum(shares.flatMap((row, i) => row.map((share, j) => term(share, i, j))))
}
