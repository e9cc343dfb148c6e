import { uChart } from '../../src/measures.ts'
import { chartOptions } from './chart-options.ts'
import { columnAmong, numberColumn } from './table.ts'
import { mainTable } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { namedRules } from './rule-names.ts'

export function spcUCCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const counts = numberColumn(table, columnAmong(table, ['events', 'count', 'x']))
  const column = columnAmong(table, ['area', 'n', 'size'])
  const areas = table.columns.includes(column) ? numberColumn(table, column) : counts.map(() => 1)
  const chart = uChart(counts, areas, chartOptions(oracleCase, counts.length))
  return {
    u_bar: chart.phases[0]?.centre,
    c_bar: chart.phases[0]?.centre,
    u: chart.points.map((point) => point.value),
    ucl: chart.points.map((point) => point.upper),
    lcl: chart.points.map((point) => point.lower),
    out_of_control: chart.beyondLimits,
    rules: namedRules(chart.rules),
  }
}
