import { at } from './at.ts'

/** Where a smooth function of several variables has a minimum near the start: BFGS with central differences. */
export function minimizeSmooth(f: (x: readonly number[]) => number, start: readonly number[], tolerance = 1e-7): number[] {
  let x = [...start]
  let value = f(x)
  let gradient = slope(f, x)
  // The first step knows no curvature: it moves by a tenth at most.
  let inverse = identity(x.length, 0.1 / Math.max(1, ...gradient.map(Math.abs)))
  let still = 0
  for (let turn = 0; turn < 300; turn += 1) {
    if (Math.max(...gradient.map(Math.abs)) < tolerance) return x
    const direction = inverse.map((row) => -dot(row, gradient))
    const step = lineSearch(f, x, value, direction, dot(direction, gradient))
    if (!step) {
      if (isIdentity(inverse)) return x
      inverse = identity(x.length)
      continue
    }
    const next = slope(f, step.x)
    inverse = update(
      inverse,
      step.x.map((entry, i) => entry - at(x, i)),
      next.map((entry, i) => entry - at(gradient, i)),
    )
    // Two steps that gain nothing measurable: the differences are rounding from here on.
    still = value - step.value <= 1e-11 * (1 + Math.abs(value)) ? still + 1 : 0
    ;({ x, value } = step)
    if (still > 1) return x
    gradient = next
  }
  return x
}

function slope(f: (x: readonly number[]) => number, x: readonly number[]): number[] {
  return x.map((entry, i) => {
    const h = 1e-5 * Math.max(1, Math.abs(entry))
    return (f(x.with(i, entry + h)) - f(x.with(i, entry - h))) / (2 * h)
  })
}

function lineSearch(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  value: number,
  direction: readonly number[],
  descent: number,
) {
  if (descent >= 0) return undefined
  for (let size = 1; size > 1e-12; size /= 2) {
    const next = x.map((entry, i) => entry + size * at(direction, i))
    const reached = f(next)
    if (reached <= value + 1e-4 * size * descent) return { x: next, value: reached }
  }
  return undefined
}

/** The Broyden–Fletcher–Goldfarb–Shanno update of the inverse Hessian. */
function update(inverse: readonly number[][], step: readonly number[], change: readonly number[]): number[][] {
  const curvature = dot(step, change)
  if (curvature < 1e-14) return inverse.map((row) => [...row])
  const image = inverse.map((row) => dot(row, change))
  const factor = (1 + dot(change, image) / curvature) / curvature
  return inverse.map((row, i) =>
    row.map(
      (entry, j) => entry + factor * at(step, i) * at(step, j) - (at(image, i) * at(step, j) + at(step, i) * at(image, j)) / curvature,
    ),
  )
}

function identity(size: number, scale = 1): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? scale : 0)))
}

function isIdentity(matrix: readonly number[][]): boolean {
  return matrix.every((row, i) => row.every((entry, j) => entry === (i === j ? 1 : 0)))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, entry, i) => total + entry * at(b, i), 0)
}
