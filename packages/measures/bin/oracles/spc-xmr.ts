import { xmrChart, type XmrOptions } from '../../src/measures.ts'
import { chartOptions } from './chart-options.ts'
import { mainTable, numberParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { namedRules } from './rule-names.ts'
import { columnAmongOr, numberColumn } from './table.ts'

export function spcXmrCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const values = numberColumn(table, columnAmongOr(table, ['value', 'y', 'x'], -1))
  const shared = chartOptions(oracleCase, values.length)
  const d2 = numberParam(oracleCase.params, 'd2')
  const chart = xmrChart(values, { ...shared, ...(d2 === undefined ? {} : { d2 }) })
  const phase = (options: XmrOptions) => xmrChart(values, { ...shared, ...options }).phases[0]
  const main = chart.phases[0]
  const screened = phase({ screened: true, ...(d2 === undefined ? {} : { d2 }) })
  const rounded = phase({ d2: 3 / 2.66 })
  const exact = phase({ d2: 2 / Math.sqrt(Math.PI) })
  const byMedian = phase({ spread: 'median' })
  return {
    n: main?.n,
    mean: main?.mean,
    mr_bar: main?.meanMovingRange,
    sigma_hat: main?.sigma,
    ucl: main?.upper,
    lcl: main?.lower,
    mr_bar_screened: screened?.meanMovingRange,
    ucl_screened: screened?.upper,
    lcl_screened: screened?.lower,
    ucl_266: rounded?.upper,
    lcl_266: rounded?.lower,
    mr_ucl: main?.movingRangeUpper,
    ucl_exact_d2: exact?.upper,
    lcl_exact_d2: exact?.lower,
    mr_median: main?.medianMovingRange,
    ucl_median_mr: byMedian?.upper,
    lcl_median_mr: byMedian?.lower,
    moving_ranges: chart.movingRanges,
    mr_out: chart.movingRangesBeyond,
    out_of_control: chart.beyondLimits,
    rules: namedRules(chart.rules),
  }
}
