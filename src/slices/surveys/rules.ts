import { LEADERSHIP_TEAM, type Role } from '../../access/roles.ts'
import type { Scope } from '../../access/scope.ts'
import { textIn } from '../../messages/text.ts'
import { type Condition, type Item, type Scale, type Texts, VALUES } from './schema.ts'

/** Who is told what was answered at their place. */
export const LEADERS: readonly Role[] = [...LEADERSHIP_TEAM, 'district_leader']

type At = { id: string }

/**
 * Whether somebody leads this very place. What stands above or below does not count: whoever saw the parts and the whole
 * could take one from the other.
 */
export function leadsHere(scope: Pick<Scope, 'memberships'>, place: At): boolean {
  return scope.memberships.some((one) => one.unitId === place.id && LEADERS.includes(one.role))
}

/** Why somebody may not make or run surveys at a place, or undefined if they may. */
export function whyNotRun(scope: Pick<Scope, 'memberships'>, place: At) {
  return leadsHere(scope, place) ? undefined : 'surveys.only_leaders_here'
}

/** A text in the reader's language, or in the first that there is. */
export function inLanguage(texts: Texts, language: string): string {
  return texts[language] || texts['en'] || Object.values(texts)[0] || ''
}

/** The answers that the questions of a scale offer, each with what it is worth: the scale's own words, or those of its set. */
export function optionsOf(scale: Pick<Scale, 'kind' | 'options' | 'answers'>, language: string): { value: number; label: string }[] {
  if (scale.kind === 'text') return []
  if (scale.answers) return scale.answers.map((texts, at) => ({ value: at + 1, label: inLanguage(texts, language) }))
  return VALUES.map((value) => ({ value, label: textIn(language, `surveys.option_${scale.options}_${value}`) }))
}

/** How many answers each question of a part offers; none where it is answered in words. */
export function optionCount(scale: Pick<Scale, 'kind' | 'answers'>): number {
  return scale.kind === 'text' ? 0 : (scale.answers?.length ?? VALUES.length)
}

/** A question with its part and its place among all of a questionnaire. */
export type Place = { at: number; scale: Scale; item: Item; options: number }

/** All questions in the order in which they are asked and their answers are kept. */
export function placesOf(scales: readonly Scale[]): Place[] {
  const places = scales.flatMap((scale) => scale.items.map((item) => ({ scale, item, options: optionCount(scale) })))
  return places.map((place, at) => ({ ...place, at }))
}

/** Whether somebody who gave these answers is asked a question: its own condition and that of its part must both hold. */
export function isAsked(place: Place, places: readonly Place[], answers: readonly (number | string | null)[]): boolean {
  const holds = (condition: Condition | undefined) => {
    if (!condition) return true
    const given = answers[places.find((one) => one.item.key === condition.item)?.at ?? -1]
    return typeof given === 'number' && condition.values.includes(given)
  }
  return holds(place.scale.when) && holds(place.item.when)
}
