import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'

/** A unit's resource a head, and how many heads. */
export type ResourceShare = { group: string; people: number; value: number }

export type ResourceDistribution = {
  mean: number | null
  /** Theil's T, what of it lies between the groups and within them, and the first's share. */
  theil: number | null
  between: number | null
  within: number | null
  betweenShare: number | null
  gini: number | null
  coefficientOfVariation: number | null
  /** What the people below the (weighted) median get over what they would get at it; null where none is below. */
  mcLoone: number | null
  rangeRatio: number | null
}

/**
 * How evenly does a resource reach people, and is the unevenness one between groups of schools? All weighted by people. Theil
 * 1967; Gini as mean absolute difference over twice the mean; McLoone index and range ratio of school finance (Odden & Picus).
 * Theil needs values of zero or more: null otherwise. Units without people are left out. Takes a value a head, the number of
 * people and the group of each unit. T = Σ p (x/μ) ln(x/μ), split into between and within groups; Gini as ineq::Gini of
 * everybody's value, Theil as ineq::Theil. Assumes that a unit's people share alike. Throws nothing; nobody at all: null.
 */
export function resourceDistribution(shares: readonly ResourceShare[]): ResourceDistribution {
  const units = shares.filter((unit) => unit.people > 0)
  const people = sum(units.map((unit) => unit.people))
  const mean = sum(units.map((unit) => unit.people * unit.value)) / people
  const groups = Map.groupBy(units, (unit) => unit.group)
  const parts = [...groups.values()].map((members) => theilPart(members, people, mean))
  const between = sum(parts.map((part) => part.between))
  const within = sum(parts.map((part) => part.within))
  const squares = sum(units.map((unit) => unit.people * (unit.value - mean) ** 2)) / people
  const values = units.map((unit) => unit.value)
  return {
    mean: nullUnlessFinite(mean),
    theil: nullUnlessFinite(between + within),
    between: nullUnlessFinite(between),
    within: nullUnlessFinite(within),
    betweenShare: nullUnlessFinite(between / (between + within)),
    gini: nullUnlessFinite(gini(units, people, mean)),
    coefficientOfVariation: nullUnlessFinite(Math.sqrt(squares) / mean),
    mcLoone: mcLoone(units, people),
    rangeRatio: nullUnlessFinite(Math.max(...values) / Math.min(...values)),
  }
}

function theilPart(members: readonly ResourceShare[], people: number, mean: number) {
  const size = sum(members.map((unit) => unit.people))
  const own = sum(members.map((unit) => unit.people * unit.value)) / size
  const weight = (size * own) / (people * mean)
  const inside = sum(members.map((unit) => (unit.people / size) * term(unit.value / own)))
  return { between: weight * Math.log(own / mean), within: weight * inside }
}

/** x ln x, which is 0 at 0. */
function term(ratio: number): number {
  return ratio === 0 ? 0 : ratio * Math.log(ratio)
}

function gini(units: readonly ResourceShare[], people: number, mean: number): number {
  // Sorted, each pair's distance is counted once: people below and value mass below do it in one pass.
  let [below, mass, total] = [0, 0, 0]
  for (const { people: weight, value } of units.toSorted((a, b) => a.value - b.value)) {
    total += weight * (value * below - mass)
    below += weight
    mass += weight * value
  }
  return total / (people ** 2 * mean)
}

function mcLoone(units: readonly ResourceShare[], people: number): number | null {
  const sorted = units.toSorted((a, b) => a.value - b.value)
  let seen = 0
  const middle = sorted.findIndex((unit) => (seen += unit.people) >= people / 2)
  if (middle < 0) return null
  const median = at(sorted, middle).value
  const lower = sorted.filter((unit) => unit.value < median)
  return nullUnlessFinite(sum(lower.map((unit) => unit.people * unit.value)) / (median * sum(lower.map((unit) => unit.people))))
}
