import { at } from '../../src/numbers/at.ts'
import {
  correlationOf,
  cronbachAlpha,
  groupMomentsOfRows,
  mcdonaldOmega,
  momentsOfRows,
  oneWay,
  pairwiseCovariance,
  reverseItems,
  rowsOfMatrix,
  rwgJ,
  scoreOfAnswers,
  shrunkenMeans,
} from '../../src/measures.ts'
import { inOrderOf, namesInOrderOf } from './in-order-of.ts'
import { mainTable, numberParam, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { numberColumn, textColumn } from './table.ts'

/** A scale as the case itself describes it. */
type ScaleSpec = { items: string[]; reversed: string[]; schools?: unknown }

export function endToEndSurveyCase(oracleCase: OracleCase) {
  const schools = textColumn(mainTable(oracleCase), 'school')
  const minimum = numberParam(oracleCase.params, 'min_n') ?? 10
  const sizes = Map.groupBy(schools, (school) => school)
  const suppressed = new Set([...sizes].flatMap(([school, rows]) => (school !== null && rows.length < minimum ? [school] : [])))
  // Which items make a scale stands beside its expected values, nowhere else.
  const specs = Object.entries(oracleCase.expected['scales'] as Record<string, ScaleSpec>)
  const scales = specs.map(([name, spec]) => ({ name, ...scaleOf(oracleCase, spec, schools, suppressed) }))
  const names = scales.map((scale) => scale.name)
  const staff = schools.map((_, row) => scales.map((scale) => at(scale.scores, row)))
  const means = [...sizes.keys()].map((school) => scales.map((scale) => scale.means.get(school ?? '') ?? null))
  const correlations = (rows: (number | null)[][]) => ({
    rows: names,
    cols: names,
    values: rowsOfMatrix(correlationOf(pairwiseCovariance(names, rows))),
  })
  return {
    respondents: schools.length,
    schools: sizes.size,
    suppressed_schools: namesInOrderOf(oracleCase.expected['suppressed_schools'], [...suppressed].toSorted()),
    scales: Object.fromEntries(scales.map((scale) => [scale.name, scale.figures])),
    scale_correlations_staff: correlations(staff),
    scale_correlations_school_means: correlations(means),
  }
}

function scaleOf(oracleCase: OracleCase, spec: ScaleSpec, schools: (string | null)[], suppressed: ReadonlySet<string>) {
  const rows = rowsOf(oracleCase, spec)
  const options = (numberParam(oracleCase.params, 'scale_max') ?? 5) - (numberParam(oracleCase.params, 'scale_min') ?? 1) + 1
  const moments = momentsOfRows(spec.items, rows)
  const stated = /at least (\d+)/.exec(textParam(oracleCase.params, 'score_rule') ?? '')?.[1]
  const enough = stated ? Number(stated) : Math.ceil(spec.items.length / 2)
  const scores = rows.map((row) => scoreOfAnswers(row, enough))
  const groups = groupMomentsOfRows(schools, scores)
  const anova = oneWay(groups)
  const shrunken = shrunkenMeans(groups)
  const figures = {
    items: spec.items,
    reversed: spec.reversed,
    n_listwise: moments.n,
    alpha: cronbachAlpha(moments).alpha,
    omega: mcdonaldOmega(moments)?.omega ?? null,
    n_scored: anova.n,
    icc1: anova.icc1,
    icc2: anova.icc2,
    rwgj_mean: rwgJ(schools, rows, options).mean,
    tau2_reml: shrunken?.between ?? null,
    sigma2_reml: shrunken?.within ?? null,
    grand_mean: shrunken?.grandMean ?? null,
    schools: inOrderOf(
      spec.schools,
      'school',
      (shrunken?.groups ?? []).map((group) => ({
        school: group.group,
        n: group.n,
        mean: group.mean,
        reliability: group.reliability,
        eb_mean: group.shrunken,
        suppressed: suppressed.has(group.group),
      })),
    ),
  }
  return { figures, scores, means: new Map(groups.map((group) => [group.group, group.mean])) }
}

function rowsOf(oracleCase: OracleCase, spec: ScaleSpec): (number | null)[][] {
  const table = mainTable(oracleCase)
  const columns = spec.items.map((item) => numberColumn(table, item))
  const raw = table.rows.map((_, row) => columns.map((column) => at(column, row)))
  const range = {
    least: numberParam(oracleCase.params, 'scale_min') ?? 1,
    most: numberParam(oracleCase.params, 'scale_max') ?? 5,
  }
  const reversed = typeof spec.reversed === 'string' ? [spec.reversed] : spec.reversed
  return reverseItems(
    raw,
    reversed.map((item) => spec.items.indexOf(item)),
    range,
  )
}
