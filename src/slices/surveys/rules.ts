import { LEADERSHIP_TEAM, type Role } from '../../access/roles.ts'
import type { Scope } from '../../access/scope.ts'
import { textIn } from '../../messages/text.ts'
import { type Scale, type Texts, VALUES } from './schema.ts'

const LEADERS: readonly Role[] = [...LEADERSHIP_TEAM, 'district_leader']

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
export function optionsOf(scale: Pick<Scale, 'options' | 'answers'>, language: string): { value: number; label: string }[] {
  if (scale.answers) return scale.answers.map((texts, at) => ({ value: at + 1, label: inLanguage(texts, language) }))
  return VALUES.map((value) => ({ value, label: textIn(language, `surveys.option_${scale.options}_${value}`) }))
}
