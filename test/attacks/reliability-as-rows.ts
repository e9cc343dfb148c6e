import { allItems, answersOf, cell, type Known, membersOf, type Row, weighted } from './counts.ts'

/**
 * All that alpha and omega are worked out from at a place, given away: the sum of each question, the sum of all squares, and of
 * each two questions the sum of their products. Both figures have seventeen digits, so somebody who tries all sums may find
 * the ones behind them; more than these sums nobody can find.
 */
export function rowsBehindReliability(known: Known, place: string): Row[] {
  const members = membersOf(known, place)
  const people = members.flatMap((school) => known.truth[school] ?? [])
  const sumOver = (of: (person: readonly number[]) => number) => people.reduce((sum, person) => sum + of(person), 0)
  const at = (person: readonly number[], item: number) => (person[item] ?? 1) - 1
  const squares = allItems(known).flatMap((item) =>
    members.flatMap((school) =>
      answersOf(known)
        .filter(Boolean)
        .map((answer) => `${answer ** 2} ${cell(known, school, item, answer)}`),
    ),
  )
  const rows = allItems(known).map((item) => `${weighted(known, members, [item])} = ${sumOver((person) => at(person, item))}`)
  rows.push(`${squares.join(' + ')} = ${sumOver((person) => allItems(known).reduce((sum, item) => sum + at(person, item) ** 2, 0))}`)
  for (const one of allItems(known))
    for (const other of allItems(known).filter((item) => item > one))
      rows.push(
        ...rowsOfPair(
          known,
          members,
          [one, other],
          sumOver((person) => at(person, one) * at(person, other)),
        ),
      )
  return rows
}

/** People by their answers to two questions, who add up to the counts of either. */
function rowsOfPair(known: Known, members: readonly string[], [one, other]: readonly [number, number], products: number): Row[] {
  const both = (a: number, b: number) => `w${members.length}_${one}_${other}_${a}_${b}`
  const minus = (item: number, answer: number) => members.map((school) => cell(known, school, item, answer)).join(' - ')
  const worth = answersOf(known).flatMap((a) =>
    answersOf(known)
      .filter((b) => a * b > 0)
      .map((b) => `${a * b} ${both(a, b)}`),
  )
  return [
    ...answersOf(known).map(
      (a) =>
        `${answersOf(known)
          .map((b) => both(a, b))
          .join(' + ')} - ${minus(one, a)} = 0`,
    ),
    ...answersOf(known).map(
      (b) =>
        `${answersOf(known)
          .map((a) => both(a, b))
          .join(' + ')} - ${minus(other, b)} = 0`,
    ),
    `${worth.join(' + ')} = ${products}`,
  ]
}
