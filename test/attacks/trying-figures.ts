import { agreementOfVariances } from '@groundwork/measures/groups/within-group-agreement.ts'
import { momentsOfRows } from '@groundwork/measures/scales/moments.ts'
import { mcdonaldOmega } from '@groundwork/measures/scales/omega.ts'
import type { Given, Known } from './counts.ts'

type Kind = Pick<Known, 'items' | 'categories'>

/** The least and the greatest that counts of people by answer can be, as far as all possibilities were tried. */
export type Ranges = { least: number[]; most: number[] }

export function widths({ least, most }: Ranges): number[] {
  return most.map((one, at) => one - (least[at] ?? 0))
}

/** Of all possibilities those that look the same, as counts, and which of these show a count to within less than three. */
export function narrowAmong(possibilities: Iterable<{ counts: readonly number[]; shown: unknown }>): string[] {
  const alike = new Map<string, Ranges>()
  for (const { counts, shown } of possibilities) {
    const key = JSON.stringify(shown)
    const range = alike.get(key) ?? empty(counts.length)
    alike.set(key, range)
    widen(range, counts)
  }
  return [...alike].flatMap(([key, range]) => (Math.min(...widths(range)) < 3 ? [`${key}: ${JSON.stringify(range)}`] : []))
}

/** The scores, counted from 0, that somebody can have who answered the first of two surveys alone, if the error of change came from all others. */
export function scoresOfTheMissing(
  known: Kind,
  before: { n: number; sum: number; squares: number; alpha: number },
  leastChange: number,
): number[] {
  const scores = Array.from({ length: known.items * (known.categories - 1) + 1 }, (_, score) => score)
  return scores.filter((score) => {
    const [n, sum, squares] = [before.n - 1, before.sum - score, before.squares - score ** 2]
    const spread = Math.sqrt((squares - sum ** 2 / n) / (n - 1)) / known.items
    return Math.ceil(10 * 1.96 * Math.SQRT2 * spread * Math.sqrt(1 - before.alpha)) / 10 === leastChange
  })
}

/**
 * What each school can be of which number and sum are known: by trying for each all ways to answer, and of all schools together
 * those whose mean rwg(j) is the one that is told, to within half of its last digit.
 */
export function countsByAgreement(known: Kind, schools: readonly Given[], told: number, half: number): Ranges[] {
  const possible = schools.map((one) => agreementsOf(known, one))
  const found = schools.map(() => empty(known.categories))
  const aim = told * schools.length
  const seek = (at: number, sum: number, chosen: number[]): void => {
    const left = possible.slice(at + 1)
    for (const [agreement, range] of possible[at] ?? []) {
      const now = sum + agreement
      const reach = half * schools.length + 1e-12
      // Nobody agrees less than not at all, or more than in all.
      if (now > aim + reach || now + left.length < aim - reach) continue
      if (left.length > 0) seek(at + 1, now, [...chosen, agreement])
      else [...chosen, agreement].forEach((one, school) => merge(found[school], school === at ? range : possible[school]?.get(one)))
    }
  }
  seek(0, 0, [])
  return found
}

/** All agreements that people with a sum can come to, and of each which counts of one question are possible. */
function agreementsOf({ items, categories }: Kind, { n, sum }: Given): Map<number, Ranges> {
  const level = (sumOfSquares: number, own: number) => n * sumOfSquares - own ** 2
  const single = new Map<string, { sum: number; level: number; range: Ranges }>()
  for (const counts of tablesOf(n, categories)) {
    const own = counts.reduce((all, people, answer) => all + people * answer, 0)
    const squares = counts.reduce((all, people, answer) => all + people * answer ** 2, 0)
    const key = `${own} ${level(squares, own)}`
    const kind = single.get(key) ?? { sum: own, level: level(squares, own), range: empty(categories) }
    single.set(key, kind)
    widen(kind.range, counts)
  }
  let others = new Map([['0 0', { sum: 0, level: 0 }]])
  for (let item = 1; item < items; item++)
    others = new Map(
      [...others.values()].flatMap((one) =>
        [...single.values()].map((other) => {
          const both = { sum: one.sum + other.sum, level: one.level + other.level }
          return [`${both.sum} ${both.level}`, both] as const
        }),
      ),
    )
  const found = new Map<number, Ranges>()
  for (const one of others.values())
    for (const own of single.values()) {
      if (one.sum + own.sum !== sum - n * items) continue
      const mean = (one.level + own.level) / (n * (n - 1) * items)
      const agreement =
        agreementOfVariances(
          Array.from({ length: items }, () => mean),
          categories,
        ) ?? 0
      const range = found.get(agreement) ?? empty(categories)
      merge(range, own.range)
      found.set(agreement, range)
    }
  return found
}

type Reliability = { n: number; sum: number; alpha?: number | null; omega?: number | null }

/** What people can have answered to each question whose sum, alpha and omega are told: every way in which they could answer is tried. */
export function countsByReliability({ items, categories }: Kind, { n, sum, alpha, omega }: Reliability): Ranges[] {
  const answers = Array.from({ length: categories ** items }, (_, at) =>
    Array.from({ length: items }, (_, item) => 1 + (Math.floor(at / categories ** item) % categories)),
  )
  const names = Array.from({ length: items }, (_, item) => String(item))
  const found = Array.from({ length: items }, () => empty(categories))
  for (const people of groupsOf(answers, n)) {
    if (people.flat().reduce((all, one) => all + one, 0) !== sum) continue
    if (alpha !== undefined && !isSame(alphaOf(people), alpha)) continue
    if (omega !== undefined && !isSame(mcdonaldOmega(momentsOfRows(names, people))?.omega ?? null, omega)) continue
    found.forEach((range, item) =>
      widen(
        range,
        Array.from({ length: categories }, (_, answer) => people.filter((person) => person[item] === answer + 1).length),
      ),
    )
  }
  return found
}

function isSame(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 1e-9
}

function* groupsOf<One>(all: readonly One[], n: number): Generator<One[]> {
  if (n === 0) yield []
  else for (const [at, one] of all.entries()) for (const rest of groupsOf(all.slice(at), n - 1)) yield [one, ...rest]
}

function alphaOf(people: readonly number[][]): number {
  const items = people[0]?.length ?? 0
  const single = Array.from({ length: items }, (_, item) => varianceOf(people.map((person) => person[item] ?? 0)))
  const whole = varianceOf(people.map((person) => person.reduce((sum, one) => sum + one, 0)))
  return (items / (items - 1)) * (1 - single.reduce((sum, one) => sum + one, 0) / whole)
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1)
}

/** All ways in which so many people can give so many answers. */
export function* tablesOf(n: number, answers: number): Generator<number[]> {
  if (answers === 1) yield [n]
  else for (let first = 0; first <= n; first++) for (const rest of tablesOf(n - first, answers - 1)) yield [first, ...rest]
}

function empty(counts: number): Ranges {
  return { least: Array.from({ length: counts }, () => Infinity), most: Array.from({ length: counts }, () => -Infinity) }
}

function widen(range: Ranges, counts: readonly number[]): void {
  merge(range, { least: [...counts], most: [...counts] })
}

function merge(range: Ranges | undefined, other: Ranges | undefined): void {
  other?.least.forEach((one, at) => {
    if (range) range.least[at] = Math.min(range.least[at] ?? one, one)
  })
  other?.most.forEach((one, at) => {
    if (range) range.most[at] = Math.max(range.most[at] ?? one, one)
  })
}
