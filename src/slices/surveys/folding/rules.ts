import { agreementOfVariances } from '@groundwork/measures/groups/within-group-agreement.ts'
import { oneWay } from '@groundwork/measures/groups/one-way.ts'
import { shrunkenMeans } from '@groundwork/measures/groups/shrunken-means.ts'
import { itemCounts } from '@groundwork/measures/summary/counts-of-summary.ts'
import { foldAnswers } from '@groundwork/measures/summary/fold-answers.ts'
import { mergeSummaries } from '@groundwork/measures/summary/merge-summaries.ts'
import { emptySummary, type ScaleSummary } from '@groundwork/measures/summary/scale-summary.ts'
import { type GroupMoments, scoresOfSummary } from '@groundwork/measures/summary/scores-of-summary.ts'
import { GROUPS } from '../administrations/schema.ts'
import type { SealedAnswer } from '../responding/schema.ts'
import { optionCount, placesOf } from '../rules.ts'
import type { Scale } from '../schema.ts'
import { agreementTold } from './agreement/rules.ts'
import { keptOf } from './kept/rules.ts'
import { parentOf, schoolsBelow, totalsOf } from './places/rules.ts'
import type { Counted, Published, SchoolModel, Tallies, Unit } from './schema.ts'

/** Joint counts of fewer people can be taken apart into single answers. */
export const FEWEST_WHOLE = 30

/** How many questions of a scale must be answered for a score: half of them. */
export function leastAnswered(scale: Scale): number {
  return Math.ceil(scale.items.length / 2)
}

/** The parts of a questionnaire that are counted; words are kept as words. */
export function countedScales(scales: readonly Scale[]): Scale[] {
  return scales.filter((scale) => scale.kind !== 'text')
}

/** What is counted of a part; groups are counted apart where that was declared before the first answer. */
export function emptyTally(scale: Scale, byRole: boolean): ScaleSummary {
  const categories = optionCount(scale)
  const items = scale.items.map(({ key, reversed }) => ({ name: key, least: 1, categories, reversed: reversed ?? false }))
  return emptySummary({ items, ...(byRole ? { groups: GROUPS } : {}) })
}

/** The counts of a part with more answers in them. */
export function addToTally(tally: ScaleSummary, scale: Scale, scales: readonly Scale[], answers: readonly Counted[]): ScaleSummary {
  const places = placesOf(scales).filter((place) => place.scale.key === scale.key)
  return foldAnswers(
    tally,
    answers.map(({ role, values }) => ({ answers: places.map(({ at }) => numberOf(values[at])), group: role ?? undefined })),
  )
}

/** An answer that counts: words and what was left out do not. */
export function numberOf(value: SealedAnswer['values'][number] | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** The counts of every part, by the place with which each answer is counted. */
export function tallyOf(scales: readonly Scale[], answers: readonly Counted[], byRole: boolean): Tallies {
  const byUnit = Map.groupBy(answers, (answer) => answer.unitId)
  return new Map(
    countedScales(scales).map((scale) => [
      scale.key,
      new Map([...byUnit].map(([unitId, own]) => [unitId, addToTally(emptyTally(scale, byRole), scale, scales, own)])),
    ]),
  )
}

export type Counts = { tallies: ReadonlyMap<string, ScaleSummary>; units: readonly Unit[] }

/** Under how many people nothing is said of a place, and whether answers were sealed. */
export type Promised = { fewest: number; isSealed: boolean }

/** What a close leaves of a part at every place that may be told apart: place + place = the place above them. */
export function publish(scale: Scale, { tallies, units }: Counts, { fewest, isSealed }: Promised): Published[] {
  const totals = totalsOf(tallies, units, mergeSummaries)
  const parents = new Map(units.map((unit) => [unit.unitId, parentOf(unit, totals)]))
  const nodes = [...totals].map(([unitId, total]) => ({ unitId, parentId: parents.get(unitId) ?? null, n: peopleIn(total) }))
  const [kept, keptWhole] = [keptOf(nodes, fewest), keptOf(nodes, FEWEST_WHOLE)]
  const schools = schoolsBelow(units.filter((unit) => unit.isSchool && tallies.has(unit.unitId)))
  return nodes.flatMap(({ unitId, parentId, n }) => {
    const total = totals.get(unitId)
    if (!total || !kept.has(unitId)) return []
    const below = schools.get(unitId) ?? []
    const hidden = below.filter((school) => !kept.has(school)).flatMap((school) => tallies.get(school) ?? [])
    return [
      {
        unitId,
        parentId,
        scaleKey: scale.key,
        n,
        counts: itemCounts(total, 'available'),
        moments: scoresOf(scale, total),
        whole: keptWhole.has(unitId) ? total : null,
        schools: mayTellOfSchools(below.length, hidden) ? told(schoolModel(scale, tallies, below), isSealed && hidden.length > 0) : null,
      },
    ]
  })
}

/**
 * Where one or two schools are hidden, what all have in common would tell of them. Of more, whoever tries all possibilities
 * may find how many answered there and what their answers add up to: that must leave every count of theirs open.
 */
function mayTellOfSchools(schools: number, hidden: readonly ScaleSummary[]): boolean {
  return schools >= 2 && (hidden.length === 0 || (hidden.length >= 3 && hidden.every(isOpen)))
}

/**
 * Six exact figures are equations enough to find the mean of a school of three by trying. Of sealed answers that was promised
 * to nobody, so there the figures are told to two places, which as many possibilities fit as there are.
 */
function told(model: SchoolModel | null, isCoarse: boolean): SchoolModel | null {
  if (!model || !isCoarse) return model
  const coarse = (figure: number | null) => figure && Math.round(figure * 100) / 100
  const { schools, icc1, icc2, agreement, between, within, grandMean } = model
  return {
    schools,
    icc1: coarse(icc1),
    icc2: coarse(icc2),
    agreement: coarse(agreement),
    between: coarse(between),
    within: coarse(within),
    grandMean: coarse(grandMean),
  }
}

/** Whether the sum of all answers lies so far from both ends that three people could have given any answer to any question. */
function isOpen(tally: ScaleSummary): boolean {
  const counts = itemCounts(tally, 'available')
  const steps = (counts[0]?.length ?? 0) - 1
  const answers = counts.flat().reduce((sum, people) => sum + people, 0)
  const sum = counts.flatMap((own) => own.map((people, answer) => people * answer)).reduce((all, one) => all + one, 0)
  return peopleIn(tally) >= 3 && Math.min(sum, answers * steps - sum) >= 3 * steps
}

/** How many people answered a question of a part, or more. */
export function peopleIn(tally: ScaleSummary): number {
  const scores = tally.answered.length / (tally.shape.items.length + 1)
  return tally.answered.slice(scores).reduce((sum, count) => sum + count, 0)
}

/** How many people of a place have a score, and how these lie; a choice has none. */
export function scoresOf(scale: Scale, tally: ScaleSummary): GroupMoments {
  return scale.kind === 'choice'
    ? { n: peopleIn(tally), mean: Number.NaN, sumOfSquares: Number.NaN }
    : scoresOfSummary(tally, leastAnswered(scale))
}

/** What sets schools apart: worked out from all of them, those too that are too small to be told apart. */
function schoolModel(scale: Scale, tallies: ReadonlyMap<string, ScaleSummary>, unitIds: readonly string[]): SchoolModel | null {
  if (scale.kind === 'choice') return null
  const own = unitIds.flatMap((unitId) => tallies.get(unitId) ?? [])
  const groups = own.map((tally, at) => ({ group: String(at), ...scoresOf(scale, tally) }))
  const [apart, shrunken] = [oneWay(groups), shrunkenMeans(groups)]
  const agreed = own.flatMap((tally) => {
    const agreement = agreementOf(scale, tally)
    return agreement === null ? [] : [{ n: peopleIn(tally), agreement }]
  })
  return {
    schools: groups.length,
    icc1: apart.icc1,
    icc2: apart.icc2,
    agreement: agreementTold(agreed, { items: scale.items.length, options: optionCount(scale) }),
    between: shrunken?.between ?? null,
    within: shrunken?.within ?? null,
    grandMean: shrunken?.grandMean ?? null,
  }
}

/** How far the people of a school agree, from those who answered everything; null for a school of one. */
export function agreementOf(scale: Scale, tally: ScaleSummary): number | null {
  return agreementOfVariances(itemCounts(tally, 'complete').map(varianceOf), optionCount(scale))
}

function varianceOf(counts: readonly number[]): number | null {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const mean = counts.reduce((sum, count, value) => sum + count * value, 0) / n
  return n < 2 ? null : counts.reduce((sum, count, value) => sum + count * (value - mean) ** 2, 0) / (n - 1)
}
