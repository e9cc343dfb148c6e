import type { Range } from '../bands/rules.ts'

/** Counts that nobody may come nearer to than this: from the least to the greatest that remains possible. */
export const LEAST_REACH = 3

/** What is said of a question: how many people lie in each group of answers, and what their answers add up to. */
export type Statement = {
  /** The true counts by answer; what is said of them is true, so they are a table that agrees with it. */
  counts: readonly number[]
  /** Groups of answers that lie side by side, with how many people each can hold; one group of all where nothing is said. */
  groups: readonly { first: number; last: number; people: Range }[]
  sums: Range
}

/**
 * The questions of a scale of which too much is said: a count of people by answer could be told to within less than three.
 * Of all others there are, for each count, two tables at least three apart that agree with everything said, the sum of all
 * questions included.
 */
export function closedIn(statements: readonly Statement[], total: Range): number[] {
  const possible = statements.map(sumRange)
  const all = { least: added(possible.map(({ least }) => least)), most: added(possible.map(({ most }) => most)) }
  return [...statements.keys()].filter((i) => {
    const statement = statements[i]
    if (!statement) return false
    const own = possible[i] ?? statement.sums
    const least = Math.max(own.least, total.least - (all.most - own.most))
    const most = Math.min(own.most, total.most - (all.least - own.least))
    return statement.counts.some((_, answer) => reachOf(statement, answer, { least, most }) < LEAST_REACH)
  })
}

/** The same of answers without an order, of each of which a range is said. */
export function leavesChoicesOpen(ranges: readonly Range[], n: number): boolean {
  const least = added(ranges.map((range) => range.least))
  const most = added(ranges.map((range) => range.most))
  return ranges.every((range) => {
    const from = Math.max(range.least, n - (most - range.most))
    return Math.min(range.most, n - (least - range.least)) - from >= LEAST_REACH
  })
}

/** Which sums are possible at all. */
function sumRange({ groups, sums, counts }: Statement): Range {
  const n = added(counts)
  const least = leaned(groups, n, (group) => group.first)
  const most = leaned([...groups].toReversed(), n, (group) => group.last)
  return { least: Math.max(sums.least, least), most: Math.min(sums.most, most) }
}

type Group = Statement['groups'][number]

/** The sum with as many people as possible in the groups that come first. */
function leaned(groups: readonly Group[], n: number, worth: (group: Group) => number): number {
  let free = n - added(groups.map(({ people }) => people.least))
  return added(
    groups.map((group) => {
      const more = Math.min(free, group.people.most - group.people.least)
      free -= more
      return (group.people.least + more) * worth(group)
    }),
  )
}

/** How far apart the counts of an answer can be, looking no further than three to either side of the true one. */
function reachOf(statement: Statement, answer: number, sums: Range): number {
  const truth = statement.counts[answer] ?? 0
  const around = Array.from({ length: 2 * LEAST_REACH + 1 }, (_, at) => truth - LEAST_REACH + at)
  const open = around.filter((count) => count >= 0 && isPossible(statement, answer, count, sums))
  return Math.max(...open) - Math.min(...open)
}

/** Whether some table that agrees with what is said has this count. */
function isPossible({ groups, counts }: Statement, answer: number, count: number, sums: Range): boolean {
  const n = added(counts)
  const [first, ...rest] = groups.map((group) => sampled(group.people, trueIn(group, counts)))
  return (first ?? []).some((one) => fillings(rest, n - one).some((others) => hasSum(groups, [one, ...others], { answer, count, sums })))
}

/** All ways to give so many people to groups, of those that are tried. */
function fillings(tried: readonly number[][], left: number): number[][] {
  const [first, ...rest] = tried
  if (!first) return left === 0 ? [[]] : []
  if (rest.length === 0) return [[left]]
  return first.flatMap((one) => fillings(rest, left - one).map((others) => [one, ...others]))
}

type Asked = { answer: number; count: number; sums: Range }

/** Whether people so divided can give the count and a sum that is possible. */
function hasSum(groups: readonly Group[], people: readonly number[], { answer, count, sums }: Asked): boolean {
  let [least, most, gap] = [0, 0, false]
  for (const [i, group] of groups.entries()) {
    const here = people[i] ?? 0
    if (here < group.people.least || here > group.people.most) return false
    if (answer < group.first || answer > group.last) {
      least += here * group.first
      most += here * group.last
      continue
    }
    const others = answersBut(group, answer)
    const left = here - count
    if (left < 0 || (left > 0 && others.length === 0)) return false
    least += count * answer + left * (others[0] ?? 0)
    most += count * answer + left * (others.at(-1) ?? 0)
    gap = answer > group.first && answer < group.last
  }
  return gap
    ? hasSumWithGap({ least, most }, sums, groups.length === 1 && (groups[0]?.last ?? 0) === 2)
    : least <= sums.most && most >= sums.least
}

/** Without an answer between others, a sum next to either end cannot be made, and of three answers only every second one. */
function hasSumWithGap({ least, most }: Range, sums: Range, everySecond: boolean): boolean {
  const within = (sum: number) => sum >= sums.least && sum <= sums.most
  if (within(least) || within(most)) return true
  const [from, to] = [Math.max(sums.least, least + 2), Math.min(sums.most, most - 2)]
  if (!everySecond) return from <= to
  return from + ((from - least) % 2) <= to
}

function answersBut({ first, last }: Group, answer: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((one) => one !== answer)
}

/** Numbers to try: all where there are few, else the ends, the true one and its neighbours; whatever is found holds. */
function sampled({ least, most }: Range, truth: number): number[] {
  if (most - least <= 16) return Array.from({ length: most - least + 1 }, (_, at) => least + at)
  const near = Array.from({ length: 9 }, (_, at) => truth - 4 + at).filter((one) => one >= least && one <= most)
  return [...new Set([least, least + 3, ...near, most - 3, most])]
}

function trueIn({ first, last }: Group, counts: readonly number[]): number {
  return added(counts.slice(first, last + 1))
}

function added(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
