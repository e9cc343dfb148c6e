import { at } from '../../src/numbers/at.ts'
import { averageDeviation, groupMomentsOfRows, oneWay, rwg, rwgJ, uniformVariance, type Agreement } from '../../src/measures.ts'
import { listParam, mainTable, numberParam, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmongOr, numberColumn, textColumn } from './table.ts'

export function aggregationCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const groups = textColumn(table, textParam(oracleCase.params, 'group') ?? columnAmongOr(table, ['group', 'school'], 0))
  const outcome = textParam(oracleCase.params, 'outcome') ?? at(table.columns, 1)
  const values = numberColumn(table, outcome)
  const found = oneWay(groupMomentsOfRows(groups, values))
  return {
    groups: found.groups,
    n: found.n,
    ms_between: found.meanSquareBetween,
    ms_within: found.meanSquareWithin,
    F: found.f,
    p: found.p,
    mean_group_size: found.meanSize,
    n0: found.n0,
    icc1: found.icc1,
    icc1_n0: found.icc1ByN0,
    icc2: found.icc2,
    icc2_spearman_brown_n0: steppedUp(found.icc1ByN0, found.n0),
    eta_squared: found.etaSquared,
    ...agreementOf(oracleCase, groups, outcome, values),
  }
}

/** What the Spearman–Brown formula makes of the ICC of one person for a group of so many. */
function steppedUp(icc: number | null, size: number | null): number | null {
  return icc === null || size === null ? null : (size * icc) / (1 + (size - 1) * icc)
}

function agreementOf(oracleCase: OracleCase, groups: (string | null)[], outcome: string, values: (number | null)[]) {
  const options = optionsOf(oracleCase)
  if (options === undefined) return { rwg_single: null, ad_mean_single: null, rwg_j: null }
  const table = mainTable(oracleCase)
  const items = listParam(oracleCase.params, 'items') ?? []
  const columns = items.map((item) => numberColumn(table, item))
  const rows = table.rows.map((_, row) => columns.map((column) => at(column, row)))
  const deviation = averageDeviation(groups, values)
  return {
    rwg_single: { item: outcome, sigma_eu_sq: uniformVariance(options), ...named(rwg(groups, values, options)) },
    ad_mean_single: { mean: deviation.mean, by_group: deviation.byGroup },
    rwg_j: items.length === 0 ? null : { items, ...named(rwgJ(groups, rows, options)) },
  }
}

/** How many answers a person could choose from; null where the case has no such scale. */
function optionsOf({ params }: OracleCase): number | undefined {
  const [least, most] = [numberParam(params, 'scale_min'), numberParam(params, 'scale_max')]
  return numberParam(params, 'response_options') ?? (least === undefined || most === undefined ? undefined : most - least + 1)
}

function named(agreement: Agreement) {
  return { mean: agreement.mean, median: agreement.median, share_ge_070: agreement.shareFrom70, by_group: agreement.byGroup }
}
