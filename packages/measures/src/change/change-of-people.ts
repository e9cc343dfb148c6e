import { pt, qnorm } from 'lib-r-math.js'
import { at } from '../numbers/at.ts'
import { mean } from '../numbers/mean.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'

export type Change = {
  n: number
  sdBefore: number | null
  /** Standard error of measurement of one score, and half the width of its interval. */
  standardError: number | null
  halfWidth: number | null
  /** Standard error of a difference of two scores. */
  standardErrorOfDifference: number | null
  /** Smallest change of one person that is more than error, at 90 and 95 %. */
  minimalDetectable90: number | null
  minimalDetectable95: number | null
  /** Reliable change index of each person: beyond ±1.96 the change is real. */
  reliableChange: (number | null)[]
  improved: number
  worsened: number
  unchanged: number
  meanChange: number | null
  sdChange: number | null
  /** Standardized mean changes: by the spread of the changes, by the mean spread, by the spread before. */
  dOfChanges: number | null
  dOfAverageSd: number | null
  glass: number | null
  pairedT: number | null
  pairedP: number | null
  correlation: number | null
}

/**
 * Who changed by more than the measure's own error, and by how much did people change on the whole? SEM = s√(1 − r), s of
 * the scores before (denominator n − 1), r the scale's reliability; MDC = z√2 SEM (Weir 2005); RCI = change/(√2 SEM)
 * (Jacobson & Truax 1991). People without both scores are left out. t as t.test(paired = TRUE). Null where undefined: fewer
 * than two people, no spread, or a reliability of one (no error: any change is real, but the index has no value). Takes a pair
 * of scores a person and a reliability from the same kind of people; assumes that the measure errs alike for everybody and both
 * times. R has no one function of it: base R by these formulas. `spread` is s where it is known of more people of the same kind
 * than these alone.
 */
export function changeOfPeople(
  pairs: readonly { before: number | null; after: number | null }[],
  reliability: number,
  options: { confidence?: number; spread?: number } = {},
): Change {
  const people = pairs.flatMap(({ before, after }) => (before === null || after === null ? [] : [{ before, after }]))
  const before = people.map((one) => one.before)
  const after = people.map((one) => one.after)
  const changes = people.map((one) => one.after - one.before)
  const [sdBefore, sdAfter, sdChange] = [sd(before), sd(after), sd(changes)]
  const standardError = (options.spread ?? sdBefore) * Math.sqrt(1 - reliability)
  const difference = standardError * Math.SQRT2
  const t = mean(changes) / (sdChange / Math.sqrt(people.length))
  const index = changes.map((change) => nullUnlessFinite(change / difference))
  return {
    n: people.length,
    sdBefore: nullUnlessFinite(sdBefore),
    standardError: nullUnlessFinite(standardError),
    halfWidth: nullUnlessFinite(quantile(options.confidence ?? 0.95) * standardError),
    standardErrorOfDifference: nullUnlessFinite(difference),
    minimalDetectable90: nullUnlessFinite(quantile(0.9) * difference),
    minimalDetectable95: nullUnlessFinite(quantile(0.95) * difference),
    ...verdicts(index),
    meanChange: nullUnlessFinite(mean(changes)),
    sdChange: nullUnlessFinite(sdChange),
    dOfChanges: nullUnlessFinite(mean(changes) / sdChange),
    dOfAverageSd: nullUnlessFinite(mean(changes) / ((sdBefore + sdAfter) / 2)),
    glass: nullUnlessFinite(mean(changes) / sdBefore),
    pairedT: nullUnlessFinite(t),
    pairedP: Number.isFinite(t) ? 2 * pt(-Math.abs(t), people.length - 1) : null,
    correlation: nullUnlessFinite((sdBefore ** 2 + sdAfter ** 2 - sdChange ** 2) / (2 * sdBefore * sdAfter)),
  }
}

function verdicts(index: readonly (number | null)[]) {
  const limit = quantile(0.95)
  const improved = index.filter((value) => value !== null && value > limit).length
  const worsened = index.filter((value) => value !== null && value < -limit).length
  return { reliableChange: [...index], improved, worsened, unchanged: index.length - improved - worsened }
}

/** The printed constants of the sources for 90 and 95 %, the exact quantile for any other. */
function quantile(confidence: number): number {
  if (confidence === 0.9) return 1.645
  if (confidence === 0.95) return 1.96
  return qnorm((1 + confidence) / 2)
}

function sd(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(sum(values.map((_, i) => (at(values, i) - centre) ** 2)) / (values.length - 1))
}
