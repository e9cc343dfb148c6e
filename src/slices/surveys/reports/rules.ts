import { meanInterval } from '@groundwork/measures/groups/mean-interval.ts'
import { cronbachAlpha } from '@groundwork/measures/scales/cronbach-alpha.ts'
import { mcdonaldOmega } from '@groundwork/measures/scales/omega.ts'
import { momentsOfSummary } from '@groundwork/measures/summary/moments-of-summary.ts'
import type { ScaleSummary } from '@groundwork/measures/summary/scale-summary.ts'
import { summaryFromBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import { FEWEST_WHOLE } from '../folding/rules.ts'
import { FEWEST_WRITING } from '../folding/texts/rules.ts'
import { leadsHere, optionCount } from '../rules.ts'
import type { Scale } from '../schema.ts'
import { changeSince, type Wave } from './change/rules.ts'
import { isForSome, mayShowWords, mayTellOfSome } from './conditions/rules.ts'
import { sayChoices } from './choices/rules.ts'
import { type Counted, isSpread, ownMean, say, sayOfSome } from './disclosure/rules.ts'
import { sayGroups } from './groups/rules.ts'
import { type Below, sayPlaces } from './places/rules.ts'
import { pooled } from './shares/rules.ts'
import type { Interval, PlaceBelow, SaidScale, Summary, Words } from './schema.ts'

/** Why somebody is told nothing of the answers at a place, or undefined if they are: whoever leads that very place is. */
export function whyNotRead(scope: Parameters<typeof leadsHere>[0], place: { id: string }) {
  return leadsHere(scope, place) ? undefined : 'surveys.figures_for_leaders'
}

/** All that was left of a survey at a place and below it, and of the surveys before it there. */
export type Left = {
  fewest: number
  summaries: readonly Summary[]
  below: readonly PartsBelow[]
  waves: readonly Wave[]
}

/** What can be said of each part of a questionnaire. */
export function readScales(scales: readonly Scale[], left: Left): SaidScale[] {
  const said: SaidScale[] = []
  for (const scale of scales) if (scale.kind !== 'text') said.push(readScale(scale, left, said))
  return said
}

function readScale(scale: Scale, left: Left, before: readonly SaidScale[]): SaidScale {
  const summary = left.summaries.find((one) => one.scaleKey === scale.key)
  if (!summary || summary.n < left.fewest) return unsaid(scale)
  if (isForSome(scale)) return readSome(scale, summary, left.fewest, before)
  if (scale.kind === 'choice')
    return { ...unsaid(scale), suppressed: false, n: summary.n, items: sayChoices(scale, summary.counts, left.fewest) }
  const counted = countedOf(summary)
  const below = left.below.map(({ parts, ...place }) => ({ ...place, counted: parts.get(scale.key) }))
  const said = say(counted, left.fewest)
  const whole = summary.whole && summaryFromBytes(summary.whole)
  const interval = said.mean?.exact ? intervalOf(scale, summary) : null
  return {
    ...unsaid(scale),
    suppressed: false,
    n: summary.moments.n,
    mean: said.mean,
    distribution: said.distribution,
    items: scale.items.map(({ key }, i) => ({ key, n: null, mean: null, distribution: null, ...said.items[i] })),
    interval,
    ...reliabilityOf(whole, summary.counts),
    ...sayPlaces({ whole: counted, below, model: summary.schools, fewest: left.fewest }),
    change: changeSince(scale, { mean: said.mean, interval }, left.waves),
    groups: whole && sayGroups(whole),
  }
}

/**
 * Of a part that only some are asked, how the answers lie, in three steps. Every other figure hangs on how many they were, and
 * so would tell how many gave the answer that led there.
 */
function readSome(scale: Scale, { counts }: Summary, fewest: number, before: readonly SaidScale[]): SaidScale {
  const mayTell = counts.map((own, i) =>
    mayTellOfSome(
      own.reduce((sum, people) => sum + people, 0),
      [scale.when, scale.items[i]?.when],
      before,
    ),
  )
  if (!mayTell.includes(true)) return unsaid(scale)
  const isChoice = scale.kind === 'choice'
  const [told, all] = isChoice ? [sayChoices(scale, counts, fewest, 3), sayChoices(scale, counts, fewest)] : [sayOfSome(counts), []]
  const items = unsaid(scale).items.map((nothing, i) => {
    const whole = scale.when || scale.items[i]?.when ? undefined : all[i]
    return whole ?? (mayTell[i] ? { ...nothing, ...told[i], n: null } : nothing)
  })
  return { ...unsaid(scale), suppressed: false, items, distribution: isChoice ? null : pooled(items) }
}

/** A place below with what was left there, part by part. */
export type PartsBelow = Pick<Below, 'slug' | 'name' | 'isSchool'> & { parts: Map<string, Counted> }

/** The places below, each once, in the order in which they come. */
export function readBelow(scaleKeys: readonly string[], rows: readonly PlaceBelow[]): PartsBelow[] {
  const places = new Map<string, PartsBelow>()
  for (const { slug, name, isSchool, ...left } of rows) {
    const place = places.get(slug) ?? { slug, name, isSchool, parts: new Map<string, Counted>() }
    if (left.scaleKey !== null && scaleKeys.includes(left.scaleKey)) place.parts.set(left.scaleKey, countedOf(left))
    places.set(slug, place)
  }
  return [...places.values()]
}

/** What stands before anything is said. */
function unsaid(scale: Scale): SaidScale {
  const items = scale.items.map(({ key }) => ({ key, n: null, mean: null, distribution: null }))
  const nothing = { n: null, nComplete: null, mean: null, interval: null, distribution: null, alpha: null, omega: null }
  return { scale, suppressed: true, ...nothing, items, schools: null, places: [], change: null, groups: null }
}

function countedOf({ moments: { n, mean }, counts }: Pick<Summary, 'moments' | 'counts'>): Counted {
  return { n, mean, counts }
}

/** How sure a mean is; not where all answered nearly alike, or to a single question: that would tell what each answered. */
export function intervalOf(scale: Scale, { moments, counts }: Pick<Summary, 'moments' | 'counts'>): Interval | null {
  const { n, mean, sumOfSquares } = moments
  if (mean === null || sumOfSquares === null || scale.items.length < 2 || !isSpread(counts)) return null
  const { lower, upper } = meanInterval({ n, mean, sumOfSquares })
  return lower === null || upper === null ? null : { lower: Math.max(1, lower), upper: Math.min(optionCount(scale), upper) }
}

/** One factor that explains more than all there is of a question is no solution, and its omega no reliability. */
function properOmega(found: ReturnType<typeof mcdonaldOmega>): number | null {
  return found && !found.warnings.includes('negative_residual') ? found.omega : null
}

/** Reliability, from the joint counts of thirty people or more who answered every question. */
function reliabilityOf(whole: ScaleSummary | null, counts: Summary['counts']): Pick<SaidScale, 'nComplete' | 'alpha' | 'omega'> {
  const moments = whole && momentsOfSummary(whole)
  if (!moments || moments.n < FEWEST_WHOLE) return { nComplete: null, alpha: null, omega: null }
  if (!isSpread(counts)) return { nComplete: moments.n, alpha: null, omega: null }
  const { alpha, feldt } = cronbachAlpha(moments)
  const known = alpha !== null && feldt.lower !== null && feldt.upper !== null
  return {
    nComplete: moments.n,
    alpha: known ? { value: alpha, lower: feldt.lower ?? alpha, upper: feldt.upper ?? alpha } : null,
    omega: properOmega(mcdonaldOmega(moments)),
  }
}

/** A survey that ended before, as far as the report of a later one needs it. */
export type Earlier = { surveyId: string; endedOn: string; fewest: number; scales: readonly Scale[] }

/** The parts of an earlier survey of a place, read as they were read then. */
export function readWave(
  { endedOn, scales, fewest }: Earlier,
  summaries: readonly Summary[],
  pairsOf: (scale: Scale) => Wave['pairs'],
): Wave[] {
  return summaries.flatMap((summary) => {
    const scale = scales.find((one) => one.key === summary.scaleKey)
    const mean = scale && scale.kind !== 'choice' && !isForSome(scale) ? ownMean(countedOf(summary), fewest) : null
    if (!scale || !mean) return []
    const { alpha } = reliabilityOf(summary.whole && summaryFromBytes(summary.whole), summary.counts)
    const interval = mean.exact ? intervalOf(scale, summary) : null
    const { n, sumOfSquares } = summary.moments
    const spread = interval && sumOfSquares !== null ? Math.sqrt(sumOfSquares / (n - 1)) : null
    return [{ endedOn, scale, mean, interval, alpha: alpha?.value ?? null, spread, pairs: pairsOf(scale) }]
  })
}

/** How many answered the part that most did, which is said anyway, beside how many were asked; nothing where all or nobody was. */
export function participationOf(people: readonly number[], invited: number): { answered: number; invited: number } | undefined {
  const answered = Math.max(0, ...people)
  return answered > 0 && answered < invited ? { answered, invited } : undefined
}

/** What people wrote to each question, where ten or more did. */
export function readWords(
  rows: readonly { itemKey: string; body: string }[],
  { fewest, scales, said }: { fewest: number; scales: readonly Scale[]; said: readonly SaidScale[] },
): Words[] {
  const conditionsOf = (itemKey: string) =>
    scales.flatMap((scale) => scale.items.flatMap((item) => (item.key === itemKey ? [scale.when, item.when] : [])))
  return [...Map.groupBy(rows, (row) => row.itemKey)]
    .map(([itemKey, own]) => ({ itemKey, bodies: own.map(({ body }) => body) }))
    .filter(({ bodies }) => bodies.length >= Math.max(FEWEST_WRITING, fewest))
    .filter(({ itemKey, bodies }) => mayShowWords(bodies.length, conditionsOf(itemKey), said))
}
