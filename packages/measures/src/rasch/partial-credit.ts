import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { withCommonCategories } from './common-categories.ts'
import { calibrate, type Calibration, type Design } from './calibrate.ts'
import type { Cell } from './conditional-likelihood.ts'
import { patternsOf, scoresOfTables, type ResponsePatterns, type ResponseTables } from './response-tables.ts'

/** A calibrated item: where each category gives way to the next. */
export type RaschItem = {
  item: string
  /** Cumulative parameters of categories 0, 1, …: β₀ = 0; null for a category that nobody chose. */
  cumulative: (number | null)[]
  /** Null beside a category that nobody chose. */
  thresholds: (number | null)[]
  /** Mean of the thresholds. For an item of two categories its difficulty. */
  location: number | null
  standardError: number | null
  /** Whether a higher threshold lies below a lower one; that category is never the likeliest. */
  disordered: boolean
}

export type RaschModel = {
  n: number
  items: RaschItem[]
  logLikelihood: number
  freeParameters: number
}

/**
 * Where on one line do the steps of each item lie, with no assumption about the people? Partial credit model (Masters
 * 1982) by conditional maximum likelihood; items 0/1 make it the Rasch model. Scale: the cumulative parameters of all
 * items sum to zero, as in eRm. Assumes one dimension, equal discrimination, local independence. Equals eRm::PCM, eRm::RM.
 * Tables hold the people who answered everything; patterns also those with gaps, whose answers count as far as they go (as
 * in eRm). Null where no finite solution exists; an item that does not vary has nulls. P(x) = exp(xθ − βₓ)/Σ exp, θ conditioned
 * away by the raw score. Takes what `responseTablesOfRows`, `responseTablesOfSummary` or `responsePatternsOfRows` give. Throws
 * nothing.
 */
export function partialCredit(source: ResponseTables | ResponsePatterns): RaschModel | null {
  const calibration = calibrate(source, (cells) => ({ matrix: Matrix.eye(cells.length), zero: cells.map(() => 1) }))
  return calibration && modelOf(source, calibration)
}

/**
 * The same with one pattern of steps for all items: rating scale model (Andrich 1978). Scale: the first thresholds sum
 * to zero, as in eRm. A category counts for every item as soon as it was chosen of one. Equals eRm::RSM. Assumes, takes and
 * gives null as `partialCredit` does. Throws nothing.
 */
export function ratingScale(source: ResponseTables | ResponsePatterns): RaschModel | null {
  const common = withCommonCategories(source)
  const calibration = calibrate(common, ratingDesign, 'any item')
  return calibration && modelOf(common, calibration)
}

function ratingDesign(cells: readonly Cell[]): Design {
  const items = [...new Set(cells.map((cell) => cell.item))]
  const most = Math.max(...cells.map((cell) => cell.score))
  const matrix = Matrix.zeros(cells.length, items.length + most - 1)
  for (const [c, { item, score }] of cells.entries()) {
    matrix.set(c, items.indexOf(item), score)
    for (let step = 2; step <= score; step += 1) matrix.set(c, items.length + step - 2, 1)
  }
  return { matrix, zero: cells.map((cell) => (cell.score === 1 ? 1 : 0)) }
}

function modelOf(source: ResponseTables | ResponsePatterns, calibration: Calibration): RaschModel {
  const patterns = patternsOf(source)
  const sizes = source.items.map((_, item) => {
    const holder = patterns.find(({ answered }) => answered.includes(item))
    return holder ? at(holder.tables.counts, holder.answered.indexOf(item)).length : 1
  })
  return {
    n: patterns.reduce((total, { tables }) => total + scoresOfTables(tables).reduce((sum, count) => sum + count, 0), 0),
    items: source.items.map((item, index) => itemOf(item, index, at(sizes, index), calibration)),
    logLikelihood: calibration.logLikelihood,
    freeParameters: calibration.freeParameters,
  }
}

function itemOf(item: string, index: number, size: number, calibration: Calibration): RaschItem {
  const cumulative = Array.from({ length: size }, (_, score) => (score === 0 ? 0 : null)) as (number | null)[] // The first is known, the rest follow.
  for (const [c, cell] of calibration.cells.entries()) {
    if (cell.item === index) cumulative[cell.score] = at(calibration.parameters, c)
  }
  const thresholds = cumulative.slice(1).map((value, x) => {
    const before = cumulative[x] ?? null
    return value === null || before === null ? null : value - before
  })
  const top = calibration.cells.findIndex((cell) => cell.item === index && cell.score === size - 1)
  const steps = Math.max(1, size - 1)
  return {
    item,
    cumulative,
    thresholds,
    location: top < 0 ? null : at(calibration.parameters, top) / steps,
    standardError: top < 0 ? null : Math.sqrt(calibration.covariance.get(top, top)) / steps,
    disordered: thresholds.some((value, x) => x > 0 && value !== null && value < (thresholds[x - 1] ?? -Infinity)),
  }
}
