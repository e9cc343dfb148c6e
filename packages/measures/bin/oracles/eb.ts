import { at } from '../../src/numbers/at.ts'
import { groupMomentsOfRows, knownVariance, shrunkenMeans } from '../../src/measures.ts'
import { inOrderOf } from './in-order-of.ts'
import { mainTable } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmong, numberColumn, textColumn } from './table.ts'

export function ebShrinkageCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const groups = textColumn(table, columnAmong(table, ['group', 'school']))
  const found = shrunkenMeans(groupMomentsOfRows(groups, numberColumn(table, columnAmong(table, ['y', 'value', 'score']))))
  if (!found) throw new Error('the model has no solution')
  const schools = found.groups.map((group) => ({
    group: group.group,
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
    schools: inOrderOf(oracleCase.expected['schools'], 'group', schools),
  }
}

export function ebKnownVarianceCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const variances = numberColumn(table, 'vi')
  const estimates = numberColumn(table, 'yi').flatMap((value, row) => {
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
