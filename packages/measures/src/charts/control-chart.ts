import { mapValues } from '../numbers/map-values.ts'
import { rulesOfScores, type NelsonFindings } from './nelson-rules.ts'
import type { Stretch } from './phases.ts'
import { standardScores } from './standard-scores.ts'

/** A point of a chart with its own limits; all null where the value is missing or the limits are not defined. */
export type ControlPoint = {
  position: number
  value: number | null
  centre: number | null
  sigma: number | null
  lower: number | null
  upper: number | null
}

/** What a phase's points are held against: `sigma` already carries the size of each point where sizes differ. */
export type DrawnPhase = Stretch & { points: ControlPoint[] }

export type ControlSignals = { beyondLimits: number[]; rules: NelsonFindings }

/** Points outside their limits, and the patterns of each phase; a run never goes on across the start of a phase. */
export function signalsOf(phases: readonly DrawnPhase[]): ControlSignals {
  const points = phases.flatMap((phase) => phase.points)
  return {
    beyondLimits: points.filter(isBeyond).map((point) => point.position),
    rules: joined(phases.map((phase) => shifted(rulesOfPoints(phase.points), phase.from - 1))),
  }
}

/** A point `reach` sigmas wide on either side of the centre, cut to the range that a value can have. */
export function controlPoint(
  position: number,
  value: number | null,
  limits: { centre: number | null; sigma: number | null; reach?: number; least?: number; most?: number },
): ControlPoint {
  const { centre, sigma, reach = 3, least = -Infinity, most = Infinity } = limits
  const known = centre !== null && sigma !== null
  return {
    position,
    value,
    centre,
    sigma,
    lower: known ? Math.max(least, centre - reach * sigma) : null,
    upper: known ? Math.min(most, centre + reach * sigma) : null,
  }
}

function isBeyond({ value, lower, upper }: ControlPoint): boolean {
  if (value === null || lower === null || upper === null) return false
  return value < lower || value > upper
}

function rulesOfPoints(points: readonly ControlPoint[]): NelsonFindings {
  const scores = points.flatMap(({ value, centre, sigma }) =>
    centre === null || sigma === null ? [null] : standardScores([value], centre, sigma),
  )
  return rulesOfScores(scores)
}

function shifted(findings: NelsonFindings, by: number): NelsonFindings {
  return mapValues(findings, ({ ends, points }) => ({
    ends: ends.map((position) => position + by),
    points: points.map((position) => position + by),
  }))
}

function joined(parts: readonly NelsonFindings[]): NelsonFindings {
  return mapValues(rulesOfScores([]), (_, rule) => ({
    ends: parts.flatMap((part) => part[rule].ends),
    points: parts.flatMap((part) => part[rule].points),
  }))
}
