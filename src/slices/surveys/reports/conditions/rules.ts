import { optionCount } from '../../rules.ts'
import type { Condition, Scale } from '../../schema.ts'
import { peopleAt, type Range } from '../bands/rules.ts'
import type { SaidItem, SaidScale } from '../schema.ts'

/** From how many people on something is said of a question that only some are asked: as many as are told in three steps. */
const FEWEST_ASKED = 12

/** Whether only some are asked a part, or a question of it: how many answered it then tells what people answered before. */
export function isForSome(scale: Scale): boolean {
  return scale.when !== undefined || scale.items.some((item) => item.when !== undefined)
}

/**
 * Whether something may be said of what so many answered after a condition. Only where it follows from what is said of the
 * question before that enough were asked: so that to say it says nothing new of who answered what there.
 */
export function mayTellOfSome(people: number, conditions: readonly (Condition | undefined)[], said: readonly SaidScale[]): boolean {
  return people >= FEWEST_ASKED && fewestAsked(conditions, said) >= FEWEST_ASKED
}

/** The same of words, of which it shows how many wrote some. */
export function mayShowWords(written: number, conditions: readonly (Condition | undefined)[], said: readonly SaidScale[]): boolean {
  return fewestAsked(conditions, said) >= written
}

/** How many were asked at least, as everybody knows who reads what is said. */
function fewestAsked(conditions: readonly (Condition | undefined)[], said: readonly SaidScale[]): number {
  const least = conditions.flatMap((condition) => (condition ? [fewestGiving(condition, said)] : []))
  // Two conditions at once may leave nobody.
  return least.length > 1 ? 0 : (least[0] ?? Number.POSITIVE_INFINITY)
}

function fewestGiving({ item: key, values }: Condition, said: readonly SaidScale[]): number {
  const scale = said.find((one) => one.items.some((item) => item.key === key))
  const item = scale?.items.find((one) => one.key === key)
  if (!scale || !item || item.n === null) return 0
  const most = optionCount(scale.scale)
  const isReversed = scale.scale.items.find((one) => one.key === key)?.reversed ?? false
  const given = new Set(values.map((value) => (isReversed ? most - value : value - 1)))
  const isWithin = ({ first, last }: Group) => Array.from({ length: last - first + 1 }, (_, at) => first + at).every((at) => given.has(at))
  const groups = groupsOf(item, item.n, most)
  const inside = groups.filter(isWithin).reduce((sum, { people }) => sum + people.least, 0)
  const outside = groups.filter((group) => !isWithin(group)).reduce((sum, { people }) => sum + people.most, 0)
  return Math.max(inside, item.n - outside)
}

/** Answers that lie side by side, counted from 0, and how many people can have given one of them. */
type Group = { first: number; last: number; people: Range }

function groupsOf({ distribution, choices }: SaidItem, n: number, answers: number): Group[] {
  const shares = choices?.shares ?? (distribution ? [distribution.low, ...middleOf(distribution.middle), distribution.high] : [])
  const step = choices?.step ?? distribution?.step
  if (!step) return [{ first: 0, last: answers - 1, people: { least: n, most: n } }]
  const parts = Math.round(1 / step)
  const people = shares.map((share) => peopleAt(Math.round(share / step), n, parts))
  const high = people.at(-1) ?? { least: 0, most: n }
  // Of two, one is what the other leaves.
  const ranges = people.length === 2 ? [{ least: n - high.most, most: n - high.least }, high] : people
  const half = (answers - 1) / 2
  return ranges.map((range, at): Group => {
    if (choices) return { first: at, last: at, people: range }
    if (at === 0) return { first: 0, last: Math.ceil(half) - 1, people: range }
    return at === ranges.length - 1
      ? { first: Math.floor(half) + 1, last: answers - 1, people: range }
      : { first: half, last: half, people: range }
  })
}

function middleOf(middle: number | null): number[] {
  return middle === null ? [] : [middle]
}
