import { LuDecomposition, Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { conditionalLikelihood, conditionalValue, type Cell, type ConditionalData } from './conditional-likelihood.ts'
import { patternsOf, scoresOfTables, type ResponsePattern, type ResponsePatterns, type ResponseTables } from './response-tables.ts'

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

/** The people of one pattern of answered items, and which of all cells are theirs. */
type Part = { data: ConditionalData; places: readonly number[] }

/**
 * Conditional maximum likelihood by Newton's method, for any linear design of the cumulative parameters; categories that
 * nobody chose get no cell. Null where no finite maximum exists, or fewer than two items vary. The engine of `partialCredit` and
 * `ratingScale`. Takes pattern counts and a design matrix; Andersen 1973; Fischer 1981. As eRm's fitcml with its design matrix
 * W.
 */
export function calibrate(
  source: ResponseTables | ResponsePatterns,
  designOf: (cells: readonly Cell[]) => Design,
  chosenOf: 'each item' | 'any item' = 'each item',
): Calibration | null {
  const patterns = patternsOf(source)
  const cells = cellsOf(patterns, source.items.length, chosenOf)
  if (new Set(cells.map((cell) => cell.item)).size < 2) return null
  const parts = patterns.map((pattern) => partOf(pattern, cells))
  const design = designOf(cells)
  const free = freeColumns(design.matrix, cells)
  let eta = new Array<number>(free.columns).fill(0)
  let value = valueAt(parts, betaOf(free, eta))
  for (let turn = 0; turn < 200; turn += 1) {
    const { gradient, information } = derivativesAt(parts, betaOf(free, eta))
    const slope = free.transpose().mmul(Matrix.columnVector(gradient))
    const curvature = new LuDecomposition(free.transpose().mmul(information).mmul(free))
    if (curvature.isSingular()) return null
    const step = curvature.solve(slope).to1DArray()
    const next = improve(parts, free, eta, step, value)
    const moved = Math.max(...step.map(Math.abs))
    eta = next.eta
    value = next.value
    if (moved < 1e-9) return finish({ parts, cells, free, zero: design.zero }, eta, value)
    if (eta.some((entry) => Math.abs(entry) > 40)) return null
  }
  return null
}

/** Categories that anybody chose, of the item itself or of any item, but for each item's lowest. */
function cellsOf(patterns: readonly ResponsePattern[], items: number, chosenOf: 'each item' | 'any item'): Cell[] {
  const chosen = Array.from({ length: items }, () => new Set<number>())
  for (const { answered, tables } of patterns) {
    for (const [place, item] of answered.entries()) {
      for (const [score, line] of at(tables.counts, place).entries()) if (line.some((count) => count > 0)) at(chosen, item).add(score)
    }
  }
  const all = new Set(chosen.flatMap((scores) => [...scores]))
  return chosen.flatMap((scores, item) =>
    [...(chosenOf === 'any item' && scores.size > 1 ? all : scores)]
      .filter((score) => score > 0)
      .toSorted((a, b) => a - b)
      .map((score) => ({ item, score })),
  )
}

function partOf({ answered, tables }: ResponsePattern, cells: readonly Cell[]): Part {
  const places = cells.flatMap((cell, place) => (answered.includes(cell.item) ? [place] : []))
  const own = places.map((place) => ({ item: answered.indexOf(at(cells, place).item), score: at(cells, place).score }))
  const total = (line: readonly number[]) => line.reduce((sum, count) => sum + count, 0)
  const data = {
    cells: own,
    counts: own.map(({ item, score }) => total(at(at(tables.counts, item), score))),
    people: scoresOfTables(tables),
    sizes: tables.counts.map((item) => item.length),
  }
  return { data, places }
}

function valueAt(parts: readonly Part[], beta: readonly number[]): number {
  return parts.reduce(
    (total, { data, places }) =>
      total +
      conditionalValue(
        data,
        places.map((place) => at(beta, place)),
      ),
    0,
  )
}

function derivativesAt(parts: readonly Part[], beta: readonly number[]): { gradient: number[]; information: Matrix } {
  const gradient = beta.map(() => 0)
  const information = Matrix.zeros(beta.length, beta.length)
  for (const { data, places } of parts) {
    const own = conditionalLikelihood(
      data,
      places.map((place) => at(beta, place)),
    )
    for (const [a, row] of places.entries()) {
      gradient[row] = at(gradient, row) + at(own.gradient, a)
      for (const [b, column] of places.entries()) information.set(row, column, information.get(row, column) + own.information.get(a, b))
    }
  }
  return { gradient, information }
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

function improve(parts: readonly Part[], free: Matrix, eta: readonly number[], step: readonly number[], value: number) {
  for (let size = 1; size > 1e-8; size /= 2) {
    const next = eta.map((entry, i) => entry + size * at(step, i))
    const reached = valueAt(parts, betaOf(free, next))
    if (reached >= value - 1e-9 * Math.abs(value)) return { eta: next, value: reached }
  }
  return { eta: [...eta], value }
}

type Problem = { parts: readonly Part[]; cells: readonly Cell[]; free: Matrix; zero: readonly number[] }

/** Moves the solution along the free direction to where `zero · β` is 0, and its covariance with it. */
function finish({ parts, cells, free, zero }: Problem, eta: number[], value: number): Calibration {
  const beta = betaOf(free, eta)
  const shift = cells.map((cell) => cell.score)
  const size = zero.reduce((total, weight, c) => total + weight * at(shift, c), 0)
  const away = Matrix.columnVector(shift).mmul(Matrix.rowVector([...zero]))
  const move = Matrix.eye(beta.length).sub(away.div(size))
  const { information } = derivativesAt(parts, beta)
  const inner = new LuDecomposition(free.transpose().mmul(information).mmul(free)).solve(Matrix.eye(eta.length))
  const moved = move.mmul(free)
  return {
    cells,
    parameters: move.mmul(Matrix.columnVector(beta)).to1DArray(),
    covariance: moved.mmul(inner).mmul(moved.transpose()),
    logLikelihood: value,
    freeParameters: eta.length,
  }
}
