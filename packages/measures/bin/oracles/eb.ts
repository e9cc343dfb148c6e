import { at } from '../../src/numbers/at.ts'
import { groupMomentsOfRows, knownVariance, shrunkenMeans } from '../../src/measures.ts'
import { inOrderOf } from './in-order-of.ts'
import { mainTable, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmong, columnAmongOr, numberColumn, textColumn, type Table } from './table.ts'

export function ebShrinkageCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const { params } = oracleCase
  const groups = textColumn(table, textParam(params, 'group') ?? columnAmongOr(table, ['group', 'school'], 0))
  const outcome = textParam(params, 'outcome') ?? columnAmongOr(table, ['y', 'value', 'score', 'outcome'], -1)
  const found = shrunkenMeans(groupMomentsOfRows(groups, numberColumn(table, outcome)))
  if (!found) throw new Error('the model has no solution')
  const schools = found.groups.map((group) => ({
    group: group.group,
    school: group.group,
    n: group.n,
    mean: group.mean,
    reliability: group.reliability,
    eb_residual: group.residual,
    eb_mean: group.shrunken,
    eb_se_conditional: group.conditionalStandardError,
  }))
  return {
    groups: found.groups.length,
    n: found.n,
    gamma00: found.grandMean,
    se_gamma00: found.grandMeanStandardError,
    tau2: found.between,
    sigma2: found.within,
    icc: found.icc,
    mean_reliability: found.meanReliability,
    reml_criterion: found.criterion,
    anova_tau2: found.byAnova.between,
    anova_sigma2: found.byAnova.within,
    schools: inOrderOf(oracleCase.expected['schools'], keyOf(oracleCase.expected['schools']), schools),
  }
}

/** A case calls its units groups or schools. */
function keyOf(expected: unknown): 'group' | 'school' {
  const first: unknown = Array.isArray(expected) ? expected[0] : undefined
  return typeof first === 'object' && first !== null && 'school' in first ? 'school' : 'group'
}

/** Sampling variances, or the standard errors whose squares they are. */
function variancesOf(table: Table): (number | null)[] {
  const column = columnAmong(table, ['vi', 'v', 'variance', 'var'])
  if (table.columns.includes(column)) return numberColumn(table, column)
  const errors = numberColumn(table, columnAmong(table, ['sei', 'se', 'sigma', 'sd']))
  return errors.map((error) => (error === null ? null : error ** 2))
}

export function ebKnownVarianceCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const variances = variancesOf(table)
  const estimates = numberColumn(table, columnAmong(table, ['yi', 'y', 'effect', 'estimate'])).flatMap((value, row) => {
    const variance = at(variances, row)
    return value === null || variance === null ? [] : [{ value, variance }]
  })
  const found = knownVariance(estimates)
  return {
    tau2_reml: found?.reml.between,
    mu_reml: found?.reml.mean,
    se_mu_reml: found?.reml.standardError,
    tau2_dl: found?.derSimonianLaird.between,
    mu_dl: found?.derSimonianLaird.mean,
    se_mu_dl: found?.derSimonianLaird.standardError,
    Q: found?.q,
    I2_dl: found?.iSquared,
    shrinkage_reml: found?.reml.reliability,
    blup_reml: found?.reml.shrunken,
    blup_se_reml: found?.reml.shrunkenStandardErrors,
  }
}
