import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { RaschModel } from './partial-credit.ts'
import { abilitiesByScore } from './person-table.ts'
import { patternsOf, scoresOfTables, type ResponsePatterns, type ResponseTables } from './response-tables.ts'

export type PersonSeparation = {
  reliability: number | null
  /** True spread in units of error; null where the reliability is not positive. */
  separation: number | null
  /** People with none or all of the points, who have no estimate and are left out. */
  extreme: number
}

/**
 * How well does the scale tell these people apart? (Var(θ̂) − mean se²)/Var(θ̂); separation G = √(R/(1−R)) (Wright & Masters
 * 1982). Negative when errors outweigh the spread, and then kept. Equals eRm::SepRel. Assumes the model. Takes the model and its
 * tables or patterns; people of extreme scores are left out. Null below two people. Throws nothing.
 */
export function personSeparation(model: RaschModel, source: ResponseTables | ResponsePatterns): PersonSeparation {
  const estimates = patternsOf(source).flatMap(({ answered, tables }) => {
    const people = scoresOfTables(tables)
    return abilitiesByScore(answered.map((item) => at(model.items, item))).map((one) => ({ ...one, n: at(people, one.score) }))
  })
  const n = estimates.reduce((total, one) => total + one.n, 0)
  const mean = estimates.reduce((total, one) => total + one.n * one.theta, 0) / n
  const variance = estimates.reduce((total, one) => total + one.n * (one.theta - mean) ** 2, 0) / (n - 1)
  const error = estimates.reduce((total, one) => total + one.n * one.standardError ** 2, 0) / n
  const reliability = nullUnlessFinite((variance - error) / variance)
  const separation = reliability !== null && reliability > 0 ? separationOfReliability(reliability) : null
  return { reliability, separation, extreme: model.n - n }
}

/**
 * G = √(R/(1−R)); null for a reliability of one or a negative one. How many errors wide is the spread of people? Wright &
 * Masters 1982. R: sqrt(r / (1 - r)). Takes a reliability. Throws nothing.
 */
export function separationOfReliability(reliability: number): number | null {
  return nullUnlessFinite(Math.sqrt(reliability / (1 - reliability)))
}

/**
 * R = G²/(1+G²) (Wright & Masters 1982). How reliable are measures that part people so many errors wide? The inverse of
 * `separationOfReliability`. R: g^2 / (1 + g^2). Takes a separation of 0 or more. Throws nothing.
 */
export function reliabilityOfSeparation(separation: number): number {
  return separation ** 2 / (1 + separation ** 2)
}
