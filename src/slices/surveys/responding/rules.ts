import { stageOf } from '../administrations/rules.ts'
import { isAsked, type Place } from '../rules.ts'
import { type Asked, type Given, MOST_WORDS, type Typed } from './schema.ts'

/** Why no answer can be given by a link, or undefined if one can. */
export function whyNotAnswer(asked: Pick<Asked, 'used' | 'opensOn' | 'closesOn' | 'closedAt'>, today: string) {
  const stage = stageOf(asked, today)
  if (asked.used) return 'surveys.respond_used'
  if (stage === 'closed') return 'surveys.respond_closed'
  return stage === 'ahead' ? 'surveys.respond_ahead' : undefined
}

/** Why a form cannot be taken, or undefined if it can; any question may be left out, but not all. */
export function whyNotTake(typed: Typed, places: readonly Place[]) {
  if (places.some((place) => !isOption(typed[place.at], place.options))) return 'surveys.respond_not_an_option'
  if (places.some((place) => place.options === 0 && (typed[place.at]?.length ?? 0) > MOST_WORDS)) return 'surveys.respond_too_long'
  return givenBy(typed, places).every((answer) => answer === null) ? 'surveys.respond_nothing' : undefined
}

/** Whether a word is what the answer to a question of so many options can be; nothing always is, and words are free. */
export function isOption(word: string | undefined, options: number): boolean {
  return word === undefined || options === 0 || (/^[1-9]\d?$/.test(word) && Number(word) <= options)
}

/** What a form that can be taken answers; what somebody was not asked counts as unanswered. */
export function givenBy(typed: Typed, places: readonly Place[]): Given {
  const given = places.map(({ at, options }) => {
    const word = typed[at]
    if (word === undefined) return null
    return options === 0 ? wordsOf(word) : Number(word)
  })
  return places.map((place) => (isAsked(place, places, given) ? (given[place.at] ?? null) : null))
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
