import { at } from '../numbers/at.ts'
import { minimizeSmooth } from '../numbers/minimize-smooth.ts'
import { mean } from '../numbers/mean.ts'
import { remlProblem } from './reml-criterion.ts'

export type VarianceComponents = {
  n: number
  grandMean: number
  /** By factor, in the order given; never negative. */
  components: number[]
  residual: number
  criterion: number
}

/**
 * Variance components of random factors, crossed in any way, with gaps: restricted maximum likelihood. y = μ + Σ u + e, all
 * normal. Takes the scores and, for each factor, the level of each score; combinations are factors of their own. Searle,
 * Casella & McCulloch 1992; the profiled criterion is that of Bates et al. 2015. Equals lme4::lmer(REML = TRUE). Scores that
 * are missing are left out. Null below two scores or without any spread. Where do differences come from, when not everybody was
 * seen by everybody? RangeError: fewer levels than scores.
 */
export function varianceComponents(scores: readonly (number | null)[], factors: readonly (readonly string[])[]): VarianceComponents | null {
  const kept = scores.flatMap((score, row) => (score === null ? [] : [row]))
  const values = kept.map((row) => scores[row] ?? 0)
  const centre = mean(values)
  const spread = Math.sqrt(values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1))
  if (values.length < 2 || !(spread > 0)) return null
  const scaled = values.map((value) => (value - centre) / spread)
  const problem = remlProblem(
    scaled,
    factors.map((factor) => codesOf(kept.map((row) => at(factor, row)))),
  )
  // The criterion is even in each relative standard deviation, so none needs a bound: at the edge its slope is zero.
  const theta = minimizeSmooth(
    (x) => problem(x).criterion,
    factors.map(() => 0.7),
    1e-6,
  )
  const settled = theta.map((value, f) => (problem(theta.with(f, 0)).criterion <= problem(theta).criterion + 1e-9 ? 0 : value))
  const found = problem(settled)
  return {
    n: values.length,
    grandMean: centre + spread * found.mean,
    components: settled.map((value) => value ** 2 * found.residual * spread ** 2),
    residual: found.residual * spread ** 2,
    criterion: found.criterion + 2 * (values.length - 1) * Math.log(spread),
  }
}

function codesOf(levels: readonly string[]): { codes: Int32Array; size: number } {
  const places = new Map<string, number>()
  const codes = Int32Array.from(levels, (level) => {
    const place = places.get(level) ?? places.size
    places.set(level, place)
    return place
  })
  return { codes, size: places.size }
}
