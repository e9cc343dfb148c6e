import { at } from '../numbers/at.ts'
import { bivariateNormal } from '../numbers/bivariate-normal.ts'
import { sum } from '../numbers/sum.ts'
import { thresholdsOf } from './thresholds.ts'

/** Beyond this the likelihood is flat to the precision of a double. */
const limit = 0.9999

/**
 * How strongly do two answers go together, if each is a normal trait cut into categories? Takes the table of joint counts.
 * Two steps: cuts from the margins, then the correlation of greatest likelihood (Olsson 1979, Psychometrika 44:443–460).
 * Categories that nobody chose are dropped; empty cells get no correction. Null where a variable has one category.
 * Equals polycor::polychor(ML = FALSE) and psych::polychoric(correct = 0). A perfect table comes out as ±0.9999. Missing answers
 * belong out of the counts. Throws nothing.
 */
export function polychoricCorrelation(table: readonly (readonly number[])[]): number | null {
  const kept = dropEmpty(table)
  const rows = kept.map((row) => sum(row))
  const columns = (kept[0] ?? []).map((_, j) => sum(kept.map((row) => at(row, j))))
  if (rows.length < 2 || columns.length < 2) return null
  const cuts = { rows: [-Infinity, ...thresholdsOf(rows), Infinity], columns: [-Infinity, ...thresholdsOf(columns), Infinity] }
  return climb(kept, cuts, sum(rows))
}

type Cuts = { rows: number[]; columns: number[] }

function dropEmpty(table: readonly (readonly number[])[]): number[][] {
  const used = (table[0] ?? []).map((_, j) => table.some((row) => at(row, j) > 0))
  return table.filter((row) => row.some((count) => count > 0)).map((row) => row.filter((_, j) => at(used, j)))
}

/** Newton on the score with the expected information, held within a bracket that the sign of the score narrows. */
function climb(table: readonly number[][], cuts: Cuts, n: number): number {
  let [low, high] = [-limit, limit]
  let r = 0
  for (let step = 0; step < 100 && high - low > 1e-12; step += 1) {
    const { score, information } = slope(table, cuts, r, n)
    if (score > 0) low = r
    else high = r
    const newton = r + score / information
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - r) < 1e-10) return next
    r = next
  }
  return r
}

function slope(table: readonly number[][], cuts: Cuts, r: number, n: number) {
  const areas = grid(cuts, (x, y) => bivariateNormal(x, y, r))
  const heights = grid(cuts, (x, y) => density(x, y, r))
  let [score, information] = [0, 0]
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const chance = Math.max(rectangle(areas, i, j), 1e-300)
      const change = rectangle(heights, i, j)
      score += (count * change) / chance
      information += (n * change ** 2) / chance
    }
  }
  return { score, information }
}

function grid(cuts: Cuts, value: (x: number, y: number) => number): number[][] {
  return cuts.rows.map((x) => cuts.columns.map((y) => value(x, y)))
}

function rectangle(corners: readonly number[][], i: number, j: number): number {
  const [below, above] = [at(corners, i), at(corners, i + 1)]
  return at(above, j + 1) - at(above, j) - at(below, j + 1) + at(below, j)
}

/** The derivative of the bivariate normal distribution by its correlation is its density (Plackett 1954). */
function density(x: number, y: number, r: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return 0
  const square = 1 - r * r
  return Math.exp(-(x * x - 2 * r * x * y + y * y) / (2 * square)) / (2 * Math.PI * Math.sqrt(square))
}
