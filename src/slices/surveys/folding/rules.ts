import { emptySummary, type ScaleSummary } from '@groundwork/measures/summary/scale-summary.ts'
import { itemCounts } from '@groundwork/measures/summary/counts-of-summary.ts'
import { foldAnswers } from '@groundwork/measures/summary/fold-answers.ts'
import { type GroupMoments, scoresOfSummary } from '@groundwork/measures/summary/scores-of-summary.ts'
import type { SealedAnswer } from '../responding/schema.ts'
import { type Scale, VALUES } from '../schema.ts'

/** Under five, nothing is kept of a place's own. */
export const FEWEST_KEPT = 5

/** Joint counts of fewer people can be taken apart into single answers. */
export const FEWEST_WHOLE = 30

export type Folded = { unitId: string; scaleKey: string; n: number; counts: number[][]; moments: GroupMoments; whole: ScaleSummary | null }

type Part = { unitId: string; n: number }

/**
 * The parts that may be kept beside their whole. What remains when they are taken from it must be nobody, or as many as a
 * part needs: so the smallest of them is let go until that holds.
 */
export function keptBeside(parts: readonly Part[], wholeUnitId: string, fewest: number): Set<string> {
  const kept = parts.filter((part) => part.unitId !== wholeUnitId && part.n >= fewest).toSorted((a, b) => b.n - a.n)
  const all = parts.reduce((sum, part) => sum + part.n, 0)
  const rest = () => all - kept.reduce((sum, part) => sum + part.n, 0)
  while (kept.length > 0 && rest() > 0 && rest() < fewest) kept.pop()
  return new Set(kept.map((part) => part.unitId))
}

/** Folds opened answers scale by scale: the whole at the place that asked, and the places below it as far as they may be kept. */
export function foldSurvey(scales: readonly Scale[], answers: readonly SealedAnswer[], wholeUnitId: string): Folded[] {
  return scales.flatMap((scale, at) => {
    const first = scales.slice(0, at).flatMap((one) => one.items).length
    const rows = answers
      .map(({ unitId, values }) => ({ unitId, values: values.slice(first, first + scale.items.length) }))
      .filter(({ values }) => values.some((value) => value !== null))
    return foldScale(scale, rows, wholeUnitId)
  })
}

/** How many questions of a scale must be answered for a score: half of them. */
export function leastAnswered(scale: Scale): number {
  return Math.ceil(scale.items.length / 2)
}

type Row = { unitId: string; values: SealedAnswer['values'] }

function foldScale(scale: Scale, rows: readonly Row[], wholeUnitId: string): Folded[] {
  const byUnit = Map.groupBy(rows, (row) => row.unitId)
  const parts = [...byUnit].map(([unitId, own]) => ({ unitId, n: own.length }))
  const [kept, keptWhole] = [FEWEST_KEPT, FEWEST_WHOLE].map((fewest) => keptBeside(parts, wholeUnitId, fewest))
  const folded = (unitId: string, own: readonly Row[], whole: boolean) => foldedOf(scale, unitId, own, whole)
  const below = [...byUnit].flatMap(([unitId, own]) => (kept?.has(unitId) ? [folded(unitId, own, keptWhole?.has(unitId) ?? false)] : []))
  return rows.length < FEWEST_KEPT ? [] : [folded(wholeUnitId, rows, rows.length >= FEWEST_WHOLE), ...below]
}

function foldedOf(scale: Scale, unitId: string, rows: readonly Row[], whole: boolean): Folded {
  const items = scale.items.map(({ key, reversed }) => ({
    name: key,
    least: VALUES[0],
    categories: scale.answers?.length ?? VALUES.length,
    reversed,
  }))
  const summary = foldAnswers(
    emptySummary({ items }),
    rows.map((row) => ({ answers: row.values })),
  )
  const moments = scoresOfSummary(summary, leastAnswered(scale))
  return { unitId, scaleKey: scale.key, n: rows.length, counts: itemCounts(summary, 'available'), moments, whole: whole ? summary : null }
}
