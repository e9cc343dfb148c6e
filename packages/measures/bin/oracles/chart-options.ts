import type { OracleCase } from './read-case.ts'
import { numberParam } from './params.ts'
import type { PhaseOptions } from '../../src/charts/phases.ts'

/** Where a case's limits come from: its first so many points if it freezes them there, else all. */
export function chartOptions({ params }: OracleCase, length: number): PhaseOptions {
  const baseline = numberParam(params, 'baseline') ?? numberParam(params, 'baseline_n') ?? numberParam(params, 'freeze')
  return baseline === undefined ? {} : { baseline: Math.min(baseline, length) }
}
