import { isAsked, type Place } from '../../rules.ts'
import type { Condition } from '../../schema.ts'
import { givenBy } from '../rules.ts'
import type { Questionnaire, Typed } from '../schema.ts'

/** Where somebody is in a questionnaire that is asked part by part, and what the form there shows. */
export type Step = {
  /** The number of the part among all parts; the number of parts where all are behind. */
  part: number
  places: Place[]
  /** "Part 2 of 4"; nothing of it where all are behind. */
  progress?: { n: number; of: number; isCertain: boolean }
  hasBack: boolean
  /** Whether nothing can follow, so that the form may be sent from here. */
  isLast: boolean
}

/** Part by part where that was chosen, and wherever a question depends on an earlier one: without script no page can hide it. */
export function isStepwise({ inParts, scales }: Pick<Questionnaire, 'inParts' | 'scales'>): boolean {
  return (inParts && scales.length > 1) || scales.some((scale) => scale.when || scale.items.some((item) => item.when))
}

type Answered = Pick<Questionnaire, 'scales' | 'places'> & { typed: Typed }

/** The first part that is asked from a number on, or the end. */
export function stepFrom(answered: Answered, from: number): Step {
  return stepAt(answered, partsAsked(answered).find((part) => part >= from) ?? answered.scales.length)
}

/** The last part that is asked before a number, or the first of all. */
export function stepBefore(answered: Answered, before: number): Step {
  return stepAt(answered, partsAsked(answered).findLast((part) => part < before) ?? 0)
}

/** The part that a question stands in. */
export function stepOf(answered: Answered, at: number): Step {
  return stepFrom(answered, partOf(answered, at))
}

function stepAt(answered: Answered, part: number): Step {
  const { places, typed, scales } = answered
  const given = givenBy(typed, places)
  const shown = places.filter((place) => place.scale === scales[part] && isAsked(place, places, given))
  const behind = partsAsked(answered).filter((one) => one < part).length
  const ahead = scales.flatMap((_, one) => (one > part ? [standing(answered, one, part)] : []))
  const possible = ahead.filter((one) => one !== 'out')
  const progress = { n: behind + 1, of: behind + 1 + possible.length, isCertain: !ahead.includes('open') }
  return {
    part,
    places: shown,
    ...(part < scales.length ? { progress } : {}),
    hasBack: behind > 0,
    isLast: possible.length === 0,
  }
}

/** The parts in which somebody who gave these answers is asked anything. */
function partsAsked({ places, typed, scales }: Answered): number[] {
  const given = givenBy(typed, places)
  const asked = new Set(places.filter((place) => isAsked(place, places, given)).map((place) => place.scale))
  return scales.flatMap((scale, part) => (asked.has(scale) ? [part] : []))
}

/** Whether a later part will be asked, as far as is known at a part: answers that are still to come may decide. */
function standing(answered: Answered, part: number, now: number): 'in' | 'out' | 'open' {
  const given = givenBy(answered.typed, answered.places)
  const holds = (condition: Condition | undefined) => {
    const place = condition && answered.places.find((one) => one.item.key === condition.item)
    if (!condition) return 'in'
    if (place && partOf(answered, place.at) >= now) return 'open'
    const value = given[place?.at ?? -1]
    return typeof value === 'number' && condition.values.includes(value) ? 'in' : 'out'
  }
  const scale = answered.scales[part]
  const whole = holds(scale?.when)
  const items = new Set(scale?.items.map((item) => holds(item.when)))
  const best = items.has('in') ? 'in' : items.has('open') ? 'open' : 'out'
  return whole === 'out' || best === 'out' ? 'out' : whole === 'open' ? 'open' : best
}

function partOf({ places, scales }: Pick<Answered, 'places' | 'scales'>, at: number): number {
  const scale = places.find((place) => place.at === at)?.scale
  return scales.findIndex((one) => one === scale)
}
