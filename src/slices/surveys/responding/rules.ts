import { stageOf } from '../administrations/rules.ts'
import { type Asked, isOption, type Typed } from './schema.ts'

/** Why no answer can be given by a link, or undefined if one can. */
export function whyNotAnswer(asked: Pick<Asked, 'used' | 'opensOn' | 'closesOn' | 'closedAt'>, today: string) {
  const stage = stageOf(asked, today)
  if (asked.used) return 'surveys.respond_used'
  if (stage === 'closed') return 'surveys.respond_closed'
  return stage === 'ahead' ? 'surveys.respond_ahead' : undefined
}

/** Why a form cannot be taken, or undefined if it can; any question may be left out, but not all. */
export function whyNotTake(typed: Typed, most: readonly number[]) {
  const given = typed.filter((word) => word !== undefined)
  if (typed.some((word, at) => word !== undefined && !isOption(word, most[at] ?? 0))) return 'surveys.respond_not_an_option'
  return given.length === 0 ? 'surveys.respond_nothing' : undefined
}
