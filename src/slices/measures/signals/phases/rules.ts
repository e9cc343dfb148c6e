import type { PhaseOptions } from '@groundwork/measures'
import type { PhaseIn, Series } from '../schema.ts'

/** A frozen baseline shorter than this makes limits that a few more points would move. */
export const ENOUGH_BASELINE = 8

/** Phases that hold points; the first begins with the first point, whatever day it was declared for. */
export function phasesIn({ points, phases }: Series): PhaseIn[] {
  const declared = [...phases].sort((a, b) => a.startsOn.localeCompare(b.startsOn))
  const starts = declared.map((phase) => ({ ...phase, from: points.findIndex((point) => point.observedOn >= phase.startsOn) + 1 }))
  const reached = starts.filter((phase) => phase.from > 0).filter((phase, index, all) => all[index + 1]?.from !== phase.from)
  const first = points[0]
  if (!first) return []
  const whole = reached[0]?.from === 1 ? reached : [{ label: '', startsOn: first.observedOn, frozen: false, from: 1 }, ...reached]
  return whole.map((phase, index) => ({ ...phase, to: (whole[index + 1]?.from ?? points.length + 1) - 1 }))
}

export function optionsOf(phases: readonly PhaseIn[]): PhaseOptions {
  const frozen = phases.findIndex((phase) => phase.frozen)
  return { phases: phases.slice(1).map((phase) => phase.from), ...(frozen >= 0 ? { baseline: { phase: frozen + 1 } } : {}) }
}

/** What is judged: everything after a frozen baseline, else the phase that one is in. */
export function judgedFrom(phases: readonly PhaseIn[]): number {
  const frozen = phases.find((phase) => phase.frozen)
  if (frozen && frozen !== phases.at(-1)) return frozen.to + 1
  return phases.at(-1)?.from ?? 1
}

export function cautionOn(phases: readonly PhaseIn[]) {
  const frozen = phases.find((phase) => phase.frozen)
  return frozen && frozen.to - frozen.from + 1 < ENOUGH_BASELINE ? 'measures.baseline_short' : undefined
}
