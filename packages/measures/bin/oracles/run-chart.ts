import { runChart } from '../../src/measures.ts'
import { chartOptions } from './chart-options.ts'
import { mainTable } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmongOr, numberColumn } from './table.ts'

export function runChartCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const values = numberColumn(table, columnAmongOr(table, ['value', 'y'], -1))
  const phase = runChart(values, chartOptions(oracleCase, values.length)).phases[0]
  return {
    n: phase?.n,
    median: phase?.median,
    n_useful: phase?.useful,
    n_above: phase?.above,
    n_below: phase?.below,
    n_runs: phase?.runs,
    n_crossings: phase?.crossings,
    longest_run: phase?.longestRun,
    anhoej_longest_run_max: phase?.longestRunLimit,
    anhoej_crossings_min: phase?.crossingsLimit,
    anhoej_signal: phase?.signal,
    wald_wolfowitz_p_too_few: phase?.probabilityOfSoFewRuns,
    wald_wolfowitz_p_too_many: phase?.probabilityOfSoManyRuns,
    shifts_of_6: phase?.shifts,
    trends_of_5: phase?.trends,
  }
}
