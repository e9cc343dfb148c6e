import { at } from '../numbers/at.ts'
import { mapValues } from '../numbers/map-values.ts'
import { standardScores } from './standard-scores.ts'

/** Where a pattern shows: positions (from 1) that complete it, and every position that takes part. */
export type PatternFinding = { ends: number[]; points: number[] }

export type NelsonFindings = Record<NelsonRule, PatternFinding>
export type NelsonRule = keyof typeof patterns

/** The four Western Electric zone tests, by the names used here; its run is of eight, Nelson's of nine. */
export const westernElectricRules = [
  'beyondThreeSigma',
  'twoOfThreeBeyondTwoSigma',
  'fourOfFiveBeyondOneSigma',
  'runOfEight',
] as const satisfies readonly NelsonRule[]

const patterns = {
  beyondThreeSigma: { length: 1, holds: (z: readonly number[]) => z.every((v) => Math.abs(v) > 3) },
  runOfEight: { length: 8, holds: onOneSide },
  runOfNine: { length: 9, holds: onOneSide },
  trendOfSix: { length: 6, holds: steady },
  alternatingFourteen: { length: 14, holds: alternating },
  twoOfThreeBeyondTwoSigma: { length: 3, holds: (z: readonly number[]) => mostBeyond(z, 2, 2) },
  fourOfFiveBeyondOneSigma: { length: 5, holds: (z: readonly number[]) => mostBeyond(z, 4, 1) },
  fifteenWithinOneSigma: { length: 15, holds: (z: readonly number[]) => z.every((v) => Math.abs(v) < 1) },
  eightOutsideOneSigma: { length: 8, holds: outsideOnBothSides },
}

/**
 * Does a series hold patterns that chance alone would rarely make?
 * All inequalities are strict: a point exactly on the centre line breaks a run. Missing values are passed over.
 * For "two of three" and "four of five" the last point must itself lie beyond the zone.
 * Sources: Nelson 1984, Journal of Quality Technology 16:237–239; Western Electric 1956. Assumes values in time order that
 * scatter about the centre alike on both sides. Takes the series, its centre and its sigma (of each point, where they differ);
 * gives for each rule the points that complete a pattern and all that take part. R: qcc::violating.runs for the run on one side.
 * Throws nothing.
 */
export function nelsonRules(
  values: readonly (number | null)[],
  centre: number | readonly number[],
  sigma: number | readonly number[],
): NelsonFindings {
  return rulesOfScores(standardScores(values, centre, sigma))
}

/** The same on scores that are already standardized (charts whose limits vary from point to point). */
export function rulesOfScores(scores: readonly (number | null)[]): NelsonFindings {
  const known = scores.flatMap((z, index) => (z === null ? [] : [{ z, position: index + 1 }]))
  return mapValues(patterns, (pattern) => find(known, pattern.length, pattern.holds))
}

type Known = { z: number; position: number }

function find(known: readonly Known[], length: number, holds: (z: readonly number[]) => boolean): PatternFinding {
  const ends: number[] = []
  const points = new Set<number>()
  for (let end = length; end <= known.length; end += 1) {
    const window = known.slice(end - length, end)
    if (!holds(window.map((point) => point.z))) continue
    ends.push(at(known, end - 1).position)
    for (const point of window) points.add(point.position)
  }
  return { ends, points: [...points] }
}

function onOneSide(z: readonly number[]): boolean {
  return z.every((value) => value > 0) || z.every((value) => value < 0)
}

function steady(z: readonly number[]): boolean {
  const steps = differences(z)
  return steps.every((step) => step > 0) || steps.every((step) => step < 0)
}

function alternating(z: readonly number[]): boolean {
  const steps = differences(z)
  return steps.every((step, index) => (index === 0 ? step !== 0 : step * at(steps, index - 1) < 0))
}

function mostBeyond(z: readonly number[], enough: number, zone: number): boolean {
  const side = Math.sign(at(z, z.length - 1))
  const beyond = z.map((value) => value * side > zone)
  return at(beyond, z.length - 1) && beyond.filter(Boolean).length >= enough
}

function outsideOnBothSides(z: readonly number[]): boolean {
  return z.every((value) => Math.abs(value) > 1) && !onOneSide(z)
}

function differences(z: readonly number[]): number[] {
  return z.slice(1).map((value, index) => value - at(z, index))
}
