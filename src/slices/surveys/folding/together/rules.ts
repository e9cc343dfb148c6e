import { meanCorrelation } from '@groundwork/measures/groups/mean-correlation.ts'
import { fisherInterval } from '@groundwork/measures/scales/fisher-interval.ts'
import { type ScoreCorrelation, scoreCorrelations } from '@groundwork/measures/scales/score-correlations.ts'
import { foldScores } from '@groundwork/measures/summary/fold-scores.ts'
import { mergeScorePairs } from '@groundwork/measures/summary/merge-score-pairs.ts'
import { emptyScorePairs, type ScorePairs } from '@groundwork/measures/summary/score-pairs.ts'
import { isForSome } from '../../reports/conditions/rules.ts'
import { placesOf } from '../../rules.ts'
import type { Scale } from '../../schema.ts'
import { keptOf } from '../kept/rules.ts'
import { parentOf, schoolsBelow, totalsOf } from '../places/rules.ts'
import { emptyTally, FEWEST_WHOLE, leastAnswered, numberOf, scoresOf } from '../rules.ts'
import type { Counted, Published, Tallies, Together, TogetherOfPeople, TogetherOfSchools, Unit } from '../schema.ts'

/** The parts whose scores can go together: scales that everybody is asked. */
export function pairedScales(scales: readonly Scale[]): Scale[] {
  return scales.filter((scale) => (scale.kind ?? 'scale') === 'scale' && !isForSome(scale))
}

/** The pairs of scores of all answers, by the place with which each is counted; none of a single scale. */
export function pairsOf(scales: readonly Scale[], answers: readonly Counted[]): Map<string, ScorePairs> {
  const paired = pairedScales(scales)
  if (paired.length < 2) return new Map()
  const nobody = emptyScorePairs(
    paired.map((scale) => ({ name: scale.key, items: emptyTally(scale, false).shape.items, leastAnswered: leastAnswered(scale) })),
  )
  const all = placesOf(scales)
  const places = paired.map(({ key }) => all.filter((place) => place.scale.key === key))
  const rowOf = ({ values }: Counted) => places.map((own) => own.map(({ at }) => numberOf(values[at])))
  const byUnit = Map.groupBy(answers, (answer) => answer.unitId)
  return new Map([...byUnit].map(([unitId, own]) => [unitId, foldScores(nobody, own.map(rowOf))]))
}

/** All that a close knows when it comes to pairs, with what it has published of each part. */
export type Known = {
  pairs: ReadonlyMap<string, ScorePairs>
  tallies: Tallies
  units: readonly Unit[]
  published: readonly Published[]
  isSealed: boolean
}

/** What a close leaves of how two parts go together, at every place where something may be told of it. */
export function publishTogether(scales: readonly Scale[], known: Known): Together[] {
  const totals = totalsOf(known.pairs, known.units, mergeScorePairs)
  // Of most places, which are small, nothing can be told: there it is not worked out either.
  const large = new Set(known.published.filter(({ whole, schools }) => whole ?? schools).map(({ unitId }) => unitId))
  const at = new Map(known.published.map((one) => [keyOf(one.unitId, one.scaleKey), one]))
  const keptPairs = [...(totals.values().next().value?.sums ?? [])].map((_, pair) => keptPlaces(pair, totals, known.units))
  const below = schoolsBelow(known.units.filter((unit) => unit.isSchool && known.pairs.has(unit.unitId)))
  return [...totals].flatMap(([unitId, total]) =>
    (large.has(unitId) ? scoreCorrelations(total) : []).flatMap((found, pair) => {
      const [one, other] = [at.get(keyOf(unitId, found.one)), at.get(keyOf(unitId, found.other))]
      if (!one || !other) return []
      const isKept = one.whole !== null && other.whole !== null && keptPairs[pair]?.has(unitId)
      const parts = [one, other].flatMap(({ scaleKey }) => scales.find(({ key }) => key === scaleKey) ?? [])
      const people = isKept ? ofPeople(found, [one, other], parts) : null
      const schools = one.schools && other.schools ? ofSchools(parts, below.get(unitId) ?? [], known, at) : null
      return people || schools ? [{ unitId, oneKey: found.one, otherKey: found.other, people, schools }] : []
    }),
  )
}

function keyOf(unitId: string, scaleKey: string): string {
  return `${unitId} ${scaleKey}`
}

/** Where nobody, or thirty people or more, remain of those who have both scores. */
function keptPlaces(pair: number, totals: ReadonlyMap<string, ScorePairs>, units: readonly Unit[]): Set<string> {
  const nodes = units.flatMap((unit) => {
    const total = totals.get(unit.unitId)
    return total ? [{ unitId: unit.unitId, parentId: parentOf(unit, totals), n: Number(total.sums[pair]?.n ?? 0n) }] : []
  })
  return keptOf(nodes, FEWEST_WHOLE)
}

/** Scores so alike that whoever knows a colleague's one would know the other. */
const MOST_ALIKE = 0.95

/** How far a correlation is rounded where some have only one of the two scores, finest first. */
const STEPS = [0.01, 0.05, 0.1] as const

/**
 * So many values of the one sum that a correlation brings must stay possible: with four of them, whoever had the figure of the
 * place above too found a single score in one of 1500 made-up surveys; with twelve, never fewer than four scores in 3000.
 */
const LEAST_UNKNOWN = 12

/**
 * Of people. Where some have one score and not the other, an exact figure beside the means of all would tell by trying what
 * those few scored: so it is rounded until every score of theirs fits it, and its number of people is not told.
 */
function ofPeople(found: ScoreCorrelation, both: readonly Published[], scales: readonly Scale[]): TogetherOfPeople | null {
  const { n, correlation, interval, sumsOfSquares } = found
  if (correlation === null || Math.abs(correlation) >= MOST_ALIKE) return null
  if (both.every(({ moments }) => moments.n === n)) return { n, value: correlation, ...interval, step: null }
  const items = scales.reduce((all, scale) => all * scale.items.length, 1)
  const reach = items * Math.sqrt(sumsOfSquares.one * sumsOfSquares.other)
  const step = STEPS.find((one) => one * reach >= LEAST_UNKNOWN)
  if (!step) return null
  const value = Math.round(Math.round(correlation / step) * step * 100) / 100
  const fewest = fewestBoth(n, Math.min(...both.map(({ moments }) => moments.n)))
  const [lower, upper] = [fisherInterval(value - step / 2, fewest).lower, fisherInterval(value + step / 2, fewest).upper]
  return { n: null, value, lower, upper, step }
}

/** How many have both scores at least, in tens and so that four numbers of them remain possible: the interval would tell it. */
function fewestBoth(n: number, most: number): number {
  return 10 * Math.floor(Math.min(n, most - 4) / 10)
}

/**
 * Of the means of all schools, those too that are too small to be told apart. Of sealed answers nothing where any school is
 * hidden: there are as many figures as pairs of parts, and of five parts they lead by trying to the means of hidden schools even
 * where each is told to two places alone.
 */
function ofSchools(
  scales: readonly Scale[],
  schools: readonly string[],
  { tallies, isSealed }: Known,
  published: ReadonlyMap<string, Published>,
): TogetherOfSchools | null {
  const isHidden = (school: string) => scales.some(({ key }) => !published.has(keyOf(school, key)))
  if (isSealed && schools.some(isHidden)) return null
  const meansOf = (scale: Scale | undefined) =>
    schools.map((school) => {
      const tally = scale && tallies.get(scale.key)?.get(school)
      const mean = tally ? scoresOf(scale, tally).mean : Number.NaN
      return Number.isFinite(mean) ? mean : null
    })
  const [ones, others] = [meansOf(scales[0]), meansOf(scales[1])]
  // Fewer schools than those of each part would tell that nobody at one has a score.
  if (ones.includes(null) || others.includes(null)) return null
  const { n, correlation, interval } = meanCorrelation(ones.map((one, at) => ({ one, other: others[at] ?? null })))
  return correlation === null ? null : { count: n, value: correlation, ...interval }
}
