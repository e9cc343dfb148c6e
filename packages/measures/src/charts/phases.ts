import { at } from '../numbers/at.ts'

/** A stretch of the series, positions counted from 1, both ends included. */
export type Stretch = { from: number; to: number }

/**
 * How limits follow the series. `phases`: positions where a new phase begins, each with its own limits.
 * `baseline`: limits come from these points alone (a number means the first so many) and are frozen for all;
 * with `phases` they may be named by the number of the phase: `{ phase: 1 }`.
 */
export type PhaseOptions = {
  phases?: readonly number[] | undefined
  baseline?: number | Stretch | { phase: number } | undefined
}

/** A phase and the stretch from which its limits come. */
export type Phase = Stretch & { source: Stretch }

export function phasesOf(length: number, options: PhaseOptions): Phase[] {
  const starts = [1, ...(options.phases ?? [])]
  const stretches = starts.map((from, index) => ({ from, to: (starts[index + 1] ?? length + 1) - 1 }))
  for (const stretch of stretches) check(stretch, length, 'phase')
  const frozen = baselineOf(stretches, options.baseline)
  if (frozen) check(frozen, length, 'baseline')
  return stretches.map((stretch) => ({ ...stretch, source: frozen ?? stretch }))
}

function baselineOf(stretches: readonly Stretch[], baseline: PhaseOptions['baseline']): Stretch | undefined {
  if (baseline === undefined) return undefined
  if (typeof baseline === 'number') return { from: 1, to: baseline }
  if ('from' in baseline) return baseline
  return at(stretches, baseline.phase - 1)
}

function check({ from, to }: Stretch, length: number, what: string): void {
  if (length === 0 && what === 'phase') return
  const whole = Number.isInteger(from) && Number.isInteger(to)
  if (!whole || from < 1 || to < from || to > length) {
    throw new RangeError(`a ${what} from ${from} to ${to} does not fit a series of ${length}`)
  }
}

/** The part of a list that a stretch covers. */
export function within<T>(values: readonly T[], stretch: Stretch): T[] {
  return values.slice(stretch.from - 1, stretch.to)
}
