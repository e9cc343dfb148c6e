import { stageOf } from '../administrations/rules.ts'
import { isAsked, type Place } from '../rules.ts'
import { type Fault, type Given, type Invited, MOST_WORDS, type Typed } from './schema.ts'

/** Why no answer can be given by a link, or undefined if one can. */
export function whyNotAnswer(invited: Pick<Invited, 'used' | 'opensOn' | 'closesOn' | 'closedAt'>, today: string) {
  const stage = stageOf(invited, today)
  if (invited.used) return 'surveys.respond_used'
  if (stage === 'closed') return 'surveys.respond_closed'
  return stage === 'ahead' ? 'surveys.respond_ahead' : undefined
}

/** What is wrong with a form, question by question; any question may be left out, but not all. */
export function faultsOf(typed: Typed, places: readonly Place[]): Fault[] {
  const given = givenBy(typed, places)
  const faults = wrongOf(
    typed,
    places.filter((place) => isAsked(place, places, given)),
  )
  const isEmpty = faults.length === 0 && given.every((answer) => answer === null)
  return isEmpty ? [{ at: places[0]?.at ?? 0, reason: 'nothing' }] : faults
}

/** The same of some questions, where it does not matter whether any was answered. */
export function wrongOf(typed: Typed, places: readonly Place[]): Fault[] {
  return places.flatMap(({ at, options }): Fault[] => {
    if (!isOption(typed[at], options)) return [{ at, reason: 'not_an_option' }]
    return options === 0 && lettersOf(typed[at]) > MOST_WORDS ? [{ at, reason: 'too_long' }] : []
  })
}

/** Whether a word is what the answer to a question of so many options can be; nothing always is, and words are free. */
export function isOption(word: string | undefined, options: number): boolean {
  return word === undefined || options === 0 || (/^[1-9]\d?$/.test(word) && Number(word) <= options)
}

/** How many letters of an answer in words are kept. */
export function lettersOf(word: string | undefined): number {
  return word === undefined ? 0 : (wordsOf(word)?.length ?? 0)
}

/**
 * What a form answers; what somebody was not asked counts as unanswered. Question by question, since an answer to one that
 * was not asked must not lead to further ones.
 */
export function givenBy(typed: Typed, places: readonly Place[]): Given {
  const given: Given = places.map(() => null)
  for (const place of places) if (isAsked(place, places, given)) given[place.at] = answerOf(typed[place.at], place.options)
  return given
}

function answerOf(word: string | undefined, options: number): number | string | null {
  if (word === undefined || !isOption(word, options)) return null
  return options === 0 ? wordsOf(word) : Number(word)
}

/** Words without signs that no screen shows, which a seal would have no room for. */
function wordsOf(text: string): string | null {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{C}\n]/gu, '')
      .trim() || null
  )
}

/** The answers of a form as it can be shown again: a word that is no option is none. */
export function keptOf(typed: Typed, places: readonly Place[]): Typed {
  return places.map(({ at, options }) => (isOption(typed[at], options) ? typed[at] : undefined))
}
