import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { factorInPlace, solveFactored } from '../numbers/cholesky.ts'
import { symmetricInverse } from '../numbers/inverse.ts'

/** A one-factor model as fitted: implied covariance λλ′ + diag(θ); `discrepancy` is ln|Σ| + tr(SΣ⁻¹) − ln|S| − k. */
export type OneFactor = { loadings: number[]; residuals: number[]; discrepancy: number }

const mostSteps = 500

/**
 * Maximum-likelihood fit of one factor to a covariance matrix, by Fisher scoring on the correlations (the fit does not
 * depend on scale). A residual variance may come out negative (a Heywood case), as in lavaan. Null where the matrix is
 * singular, there are fewer than three items, or no step improves before the gradient is small. Jöreskog 1969. Assumes normal
 * items. Takes a covariance with denominator n, made listwise. Equals lavaan::cfa(std.lv = TRUE) and factanal(factors = 1)
 * without its bounds. Throws nothing.
 */
export function oneFactorMl(covariance: Matrix): OneFactor | null {
  const k = covariance.rows
  const scale = covariance.diagonal().map(Math.sqrt)
  const sample = Matrix.zeros(k, k)
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) sample.set(i, j, covariance.get(i, j) / (at(scale, i) * at(scale, j)))
  }
  const known = sample.to1DArray().some(Number.isNaN) ? null : symmetricInverse(sample)
  if (k < 3 || !known) return null
  const fitted = climb(sample, known.logDeterminant + k)
  if (!fitted) return null
  const sign = fitted.loadings.reduce((total, value) => total + value, 0) < 0 ? -1 : 1
  return {
    loadings: fitted.loadings.map((value, i) => sign * value * at(scale, i)),
    residuals: fitted.residuals.map((value, i) => value * at(scale, i) ** 2),
    discrepancy: Math.max(0, fitted.discrepancy),
  }
}

type State = OneFactor & { inverse: Matrix }

function climb(sample: Matrix, floor: number): State | null {
  const first = start(sample)
  let state = evaluate(
    sample,
    floor,
    first,
    first.map((value) => 1 - value ** 2),
  )
  for (let step = 0; state && step < mostSteps; step += 1) {
    const gradient = gradientAt(sample, state)
    if (Math.max(...gradient.map(Math.abs)) < 1e-8) return state
    const next: State | null = improve(sample, floor, state, scoringStep(state, gradient))
    if (!next) return Math.max(...gradient.map(Math.abs)) < 1e-5 ? state : null
    state = next
  }
  return state
}

/** The first principal axis, shortened so that no residual starts near zero. */
function start(sample: Matrix): number[] {
  let axis = sample.sum('row')
  for (let turn = 0; turn < 50; turn += 1) {
    const next = sample.mmul(Matrix.columnVector(axis)).to1DArray()
    const length = Math.hypot(...next)
    axis = next.map((value) => value / length)
  }
  const image = sample.mmul(Matrix.columnVector(axis)).to1DArray()
  const size = Math.sqrt(image.reduce((total, value, i) => total + value * at(axis, i), 0))
  return axis.map((value) => Math.max(-0.9, Math.min(0.9, value * size * 0.9)))
}

function evaluate(sample: Matrix, floor: number, loadings: number[], residuals: number[]): State | null {
  const implied = Matrix.columnVector(loadings).mmul(Matrix.rowVector(loadings)).add(Matrix.diag(residuals))
  const solved = symmetricInverse(implied)
  if (!solved) return null
  const trace = sample.clone().mul(solved.inverse).sum()
  return { loadings, residuals, inverse: solved.inverse, discrepancy: solved.logDeterminant + trace - floor }
}

function gradientAt(sample: Matrix, { inverse, loadings }: State): number[] {
  const residue = Matrix.sub(inverse, inverse.mmul(sample).mmul(inverse))
  const byLoading = residue.mmul(Matrix.columnVector(loadings)).to1DArray()
  return [...byLoading.map((value) => 2 * value), ...residue.diagonal()]
}

/** −H⁻¹g with H the expected Hessian tr(Σ⁻¹ ∂Σ Σ⁻¹ ∂Σ). */
function scoringStep({ inverse, loadings }: State, gradient: readonly number[]): number[] | null {
  const k = loadings.length
  const image = inverse.mmul(Matrix.columnVector(loadings)).to1DArray()
  const size = image.reduce((total, value, i) => total + value * at(loadings, i), 0)
  const information = { size: 2 * k, values: new Float64Array(4 * k * k) }
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) {
      const w = inverse.get(i, j)
      // The factor reads the lower triangle alone: loadings first, then residuals.
      information.values[i * 2 * k + j] = 2 * (w * size + at(image, i) * at(image, j))
      information.values[(k + j) * 2 * k + i] = 2 * w * at(image, j)
      information.values[(k + i) * 2 * k + k + j] = w * w
    }
  }
  if (!Number.isFinite(factorInPlace(information))) return null
  return [
    ...solveFactored(
      information,
      Float64Array.from(gradient, (value) => -value),
    ),
  ]
}

function improve(sample: Matrix, floor: number, state: State, step: readonly number[] | null): State | null {
  if (!step) return null
  for (let size = 1; size > 1e-6; size /= 2) {
    const next = evaluate(
      sample,
      floor,
      state.loadings.map((value, i) => value + size * at(step, i)),
      state.residuals.map((value, i) => value + size * at(step, state.loadings.length + i)),
    )
    if (next && next.discrepancy <= state.discrepancy + 1e-14) return next
  }
  return null
}
