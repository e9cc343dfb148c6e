import type { LinearSolver } from './attacker-interval.ts'

/**
 * HiGHS, loaded when first asked for: it is a program of its own and most of the library does without it. For
 * `attackerIntervals`. R: highs::highs_solve. Rejects where WebAssembly is not to be had.
 */
export async function loadSolver(): Promise<LinearSolver> {
  const highs = await loadHighs()
  return {
    solve: (problem) => {
      const { Status, ObjectiveValue } = highs.solve(problem)
      return { Status, ObjectiveValue }
    },
  }
}

/** The program itself, for what needs its solutions and not their value alone. Rejects as `loadSolver` does. */
export async function loadHighs() {
  const imported = await import('highs')
  // The package's types describe a module with a default export; Node gives a CommonJS one, whose default is the function.
  const load = imported.default as unknown as typeof imported.default.default
  return await load()
}
