import { LuDecomposition, Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { conditionalLikelihood, conditionalValue, type Cell, type ConditionalData } from './conditional-likelihood.ts'
import { scoresOfTables, type ResponseTables } from './response-tables.ts'

/** How the cumulative parameters hang on the free ones: β = design · η, and η must make `zero · β` vanish. */
export type Design = { matrix: Matrix; zero: readonly number[] }

export type Calibration = {
  cells: readonly Cell[]
  /** Cumulative parameters, one a cell. */
  parameters: number[]
  covariance: Matrix
  logLikelihood: number
  freeParameters: number
}

/**
 * Conditional maximum likelihood by Newton's method, for any linear design of the cumulative parameters; categories that
 * nobody chose get no cell. Null where no finite maximum exists, or fewer than two items vary.
 */
export function calibrate(tables: ResponseTables, designOf: (cells: readonly Cell[]) => Design): Calibration | null {
  const data = conditionalData(tables)
  if (new Set(data.cells.map((cell) => cell.item)).size < 2) return null
  const design = designOf(data.cells)
  const free = freeColumns(design.matrix, data.cells)
  let eta = new Array<number>(free.columns).fill(0)
  let value = conditionalValue(data, betaOf(free, eta))
  for (let turn = 0; turn < 200; turn += 1) {
    const { gradient, information } = conditionalLikelihood(data, betaOf(free, eta))
    const slope = free.transpose().mmul(Matrix.columnVector(gradient))
    const curvature = new LuDecomposition(free.transpose().mmul(information).mmul(free))
    if (curvature.isSingular()) return null
    const step = curvature.solve(slope).to1DArray()
    const next = improve(data, free, eta, step, value)
    const moved = Math.max(...step.map(Math.abs))
    eta = next.eta
    value = next.value
    if (moved < 1e-9) return finish(data, free, design.zero, eta, value)
    if (eta.some((entry) => Math.abs(entry) > 40)) return null
  }
  return null
}

export function conditionalData(tables: ResponseTables): ConditionalData {
  const totals = tables.counts.map((item) => item.map((line) => line.reduce((total, count) => total + count, 0)))
  const cells = totals.flatMap((item, index) => item.flatMap((count, score) => (score > 0 && count > 0 ? [{ item: index, score }] : [])))
  const counts = cells.map(({ item, score }) => at(at(totals, item), score))
  return { cells, counts, people: scoresOfTables(tables), sizes: totals.map((item) => item.length) }
}

/** All persons' abilities may be shifted against all items: the direction (score of the cell) is taken out. */
function freeColumns(design: Matrix, cells: readonly Cell[]): Matrix {
  const shift = cells.map((cell) => cell.score)
  const pinned = Array.from({ length: design.columns }, (_, j) => j).find((j) =>
    design.getColumn(j).some((value, c) => value !== 0 && at(shift, c) !== 0),
  )
  const kept = Array.from({ length: design.columns }, (_, j) => j).filter((j) => j !== pinned)
  return design.subMatrixColumn(kept)
}

function betaOf(free: Matrix, eta: readonly number[]): number[] {
  return free.mmul(Matrix.columnVector(eta)).to1DArray()
}

function improve(data: ConditionalData, free: Matrix, eta: readonly number[], step: readonly number[], value: number) {
  for (let size = 1; size > 1e-8; size /= 2) {
    const next = eta.map((entry, i) => entry + size * at(step, i))
    const reached = conditionalValue(data, betaOf(free, next))
    if (reached >= value - 1e-9 * Math.abs(value)) return { eta: next, value: reached }
  }
  return { eta: [...eta], value }
}

/** Moves the solution along the free direction to where `zero · β` is 0, and its covariance with it. */
function finish(data: ConditionalData, free: Matrix, zero: readonly number[], eta: number[], value: number): Calibration {
  const beta = betaOf(free, eta)
  const shift = data.cells.map((cell) => cell.score)
  const size = zero.reduce((total, weight, c) => total + weight * at(shift, c), 0)
  const move = Matrix.eye(beta.length).sub(
    Matrix.columnVector(shift)
      .mmul(Matrix.rowVector([...zero]))
      .div(size),
  )
  const { information } = conditionalLikelihood(data, beta)
  const inner = new LuDecomposition(free.transpose().mmul(information).mmul(free)).solve(Matrix.eye(eta.length))
  const moved = move.mmul(free)
  return {
    cells: data.cells,
    parameters: move.mmul(Matrix.columnVector(beta)).to1DArray(),
    covariance: moved.mmul(inner).mmul(moved.transpose()),
    logLikelihood: value,
    freeParameters: eta.length,
  }
}
