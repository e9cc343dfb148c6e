import { laneyPChart, pChart } from '../../src/measures.ts'
import { chartOptions } from './chart-options.ts'
import { mainTable } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { namedRules } from './rule-names.ts'
import { columnAmongOr, numberColumn } from './table.ts'

export function spcPCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const events = numberColumn(table, columnAmongOr(table, ['events', 'count', 'x', 'd', 'defectives'], -2))
  const sizes = numberColumn(table, columnAmongOr(table, ['n', 'size'], -1))
  const options = chartOptions(oracleCase, events.length)
  const chart = pChart(events, sizes, options)
  const laney = laneyPChart(events, sizes, options)
  const [phase] = chart.phases
  return {
    p_bar: phase?.centre,
    p: chart.points.map((point) => point.value),
    ucl: chart.points.map((point) => point.upper),
    lcl: chart.points.map((point) => point.lower),
    out_of_control: chart.beyondLimits,
    laney_sigma_z: phase?.sigmaZ,
    laney_sigma_z_screened: phase?.sigmaZScreened,
    ucl_laney: laney.points.map((point) => point.upper),
    lcl_laney: laney.points.map((point) => point.lower),
    rules: namedRules(chart.rules),
  }
}
