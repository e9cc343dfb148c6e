import { changeOfPeople } from '@groundwork/measures/change/change-of-people.ts'
import { scoreOfAnswers } from '@groundwork/measures/scales/score-of-answers.ts'
import { keptOf } from '../../folding/kept/rules.ts'
import { optionCount } from '../../rules.ts'
import type { Scale } from '../../schema.ts'
import { isSameScale } from '../../watching/rules.ts'
import { choicesOf } from '../choices/rules.ts'
import { FEWEST_EXACT } from '../disclosure/rules.ts'
import type { Change, Direction, Interval, LinkedChange, Mean } from '../schema.ts'

/** An earlier survey of the same place, as it was read then, with the same people's answers where they are linked. */
export type Wave = {
  endedOn: string
  scale: Scale
  mean: Mean
  interval: Interval | null
  /** Alpha of the scale then; without it no change of single people can be told from error. */
  alpha: number | null
  /** How far the scores of all lay apart, where their interval says so. */
  spread: number | null
  pairs: readonly Pair[]
}

/** What one person answered to the questions of a part, before and after. */
export type Pair = { before: readonly (number | null)[]; after: readonly (number | null)[] }

type Now = { mean: Mean | null; interval: Interval | null }

/** What changed since the last survey that asked the same questions with the same answers. */
export function changeSince(scale: Scale, now: Now, waves: readonly Wave[]): Change | null {
  const wave = waves.findLast((one) => isSameScale(one.scale, scale))
  if (!wave || !now.mean) return null
  const both = now.mean.exact && wave.mean.exact && now.mean.value !== null && wave.mean.value !== null
  return {
    since: wave.endedOn,
    before: wave.mean,
    difference: both ? (now.mean.value ?? 0) - (wave.mean.value ?? 0) : null,
    direction: directionOf(wave, now),
    linked: linkedChange(scale, wave),
  }
}

/** Further apart than 1.96 standard errors of their difference, or not told from chance; nothing where either has no interval. */
function directionOf(before: Now, now: Now): Direction | null {
  const [one, other] = [errorOf(before), errorOf(now)]
  if (one === null || other === null || !before.mean || !now.mean) return null
  const difference = now.mean.least - before.mean.least
  if (Math.abs(difference) <= 1.96 * Math.hypot(one, other)) return 'unclear'
  return difference > 0 ? 'more' : 'less'
}

/** The standard error behind an interval of 95 %; a little large for few people, who have wider ones. */
function errorOf({ interval }: Now): number | null {
  return interval && (interval.upper - interval.lower) / 2 / 1.96
}

/** People who answered two surveys and are counted with a place itself, not with one below it. */
export type LinkedAt = { unitId: string; parentId: string | null; people: number }

/**
 * The places whose people are looked at to say how the same people of a place changed: itself and those below it, or none where
 * nothing may be said. Whoever takes the places that are told from the one above them must be left with nobody or with enough.
 */
export function linkedPlaces(places: readonly LinkedAt[], unitId: string): string[] {
  const totals = new Map(places.map((one) => [one.unitId, 0]))
  const parents = new Map(places.map((one) => [one.unitId, one.parentId]))
  const within: string[] = []
  for (const { unitId: own, people } of places)
    for (let at: string | null | undefined = own; at; at = parents.get(at)) {
      totals.set(at, (totals.get(at) ?? 0) + people)
      if (at === unitId) within.push(own)
    }
  const nodes = places.map((one) => ({ unitId: one.unitId, parentId: one.parentId, n: totals.get(one.unitId) ?? 0 }))
  return keptOf(nodes, FEWEST_EXACT).has(unitId) ? within : []
}

/**
 * How the same people changed: how many by more than the scale's own error, in shares that count nobody out. The error comes
 * from all who answered before, as the report of that survey tells it: from the same people alone it would tell, beside that
 * report, what those scored who are not among them.
 */
function linkedChange(scale: Scale, { pairs, alpha, spread }: Wave): LinkedChange | null {
  if (pairs.length < FEWEST_EXACT || alpha === null || spread === null || scale.items.length < 2) return null
  const score = (answers: readonly (number | null)[]) => scoreOfAnswers(turned(scale, answers), Math.ceil(scale.items.length / 2))
  const scored = pairs.map(({ before, after }) => ({ before: score(before), after: score(after) }))
  const change = changeOfPeople(scored, alpha, { spread })
  const told = change.n < FEWEST_EXACT ? null : choicesOf([change.worsened, change.unchanged, change.improved], change.n)
  if (change.minimalDetectable95 === null || !told) return null
  const [less = 0, same = 0, more = 0] = told.shares
  return { n: change.n, leastChange: Math.ceil(change.minimalDetectable95 * 10) / 10, shares: { less, same, more, step: told.step } }
}

function turned(scale: Scale, answers: readonly (number | null)[]): (number | null)[] {
  const most = optionCount(scale)
  return answers.map((answer, i) => (answer !== null && scale.items[i]?.reversed ? most + 1 - answer : answer))
}
