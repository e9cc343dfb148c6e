import { at } from '../numbers/at.ts'

/** A published sum: the cells that it adds up (by their places), and its value. */
export type PublishedSum = { cells: readonly number[]; total: number }

/** What is known of the hidden counts: how many there are, which sums of them can be worked out, and bounds known from outside. */
export type HiddenCounts = {
  size: number
  sums: readonly PublishedSum[]
  least?: readonly number[]
  most?: readonly (number | null)[]
}

/** The range in which somebody who has all that was published can place a hidden count. */
export type AttackerInterval = { least: number; most: number | null }

/** A solver of linear programs in the LP format, as HiGHS is; see `loadSolver`. */
export type LinearSolver = { solve: (problem: string) => { Status: string; ObjectiveValue: number } }

/**
 * How closely can an attacker tell each hidden count from the published sums? Two integer programs a cell: the least and the
 * greatest value that agrees with everything published (null: no limit). Counts are whole and not negative. RangeError where
 * the sums contradict each other. Assumes that the attacker knows all sums and nothing of a person. Takes the hidden counts with
 * the sums in which each stands, and a solver (`loadSolver`). Fischetti & Salazar 2001; as sdcTable::attack.
 */
export function attackerIntervals(hidden: HiddenCounts, solver: LinearSolver): AttackerInterval[] {
  const body = constraintsOf(hidden)
  return Array.from({ length: hidden.size }, (_, cell) => ({
    least: boundOf(solver, `Minimize\n obj: x${cell}\n${body}`) ?? 0,
    most: boundOf(solver, `Maximize\n obj: x${cell}\n${body}`),
  }))
}

function constraintsOf({ size, sums, least, most }: HiddenCounts): string {
  const names = Array.from({ length: size }, (_, cell) => `x${cell}`)
  const rows = sums
    .filter((sum) => sum.cells.length > 0)
    .map((sum, row) => ` c${row}: ${sum.cells.map((cell) => at(names, cell)).join(' + ')} = ${sum.total}`)
  const bounds = names.map((name, cell) => ` ${least?.[cell] ?? 0} <= ${name} <= ${most?.[cell] ?? '+inf'}`)
  return `Subject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nGeneral\n ${names.join(' ')}\nEnd\n`
}

function boundOf(solver: LinearSolver, problem: string): number | null {
  const { Status, ObjectiveValue } = solver.solve(problem)
  if (Status === 'Optimal') return Math.round(ObjectiveValue)
  if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded') return null
  throw new RangeError(`the published sums contradict each other (${Status})`)
}
