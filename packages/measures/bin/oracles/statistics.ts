import { aggregationCase } from './aggregation-icc-rwg.ts'
import { cronbachAlphaCase } from './cronbach-alpha.ts'
import { difCase } from './dif-mantel-haenszel.ts'
import { dimensionalityCase } from './dimensionality.ts'
import { ebKnownVarianceCase } from './eb.ts'
import { ebShrinkageCase } from './eb.ts'
import { endToEndSurveyCase } from './end-to-end-survey.ts'
import { equityResourceCase } from './equity.ts'
import { equityGapMeansCase } from './equity.ts'
import { equityIdeaRiskRatioCase } from './equity.ts'
import { equityGapRatesCase } from './equity.ts'
import { gtheoryCase } from './gtheory.ts'
import { itemStatisticsCase } from './item-statistics.ts'
import { mcdonaldOmegaCase } from './mcdonald-omega.ts'
import { networkCompareCase } from './network.ts'
import { networkCase } from './network.ts'
import { omegaHierarchicalCase } from './omega-hierarchical.ts'
import { polychoricOrdinalCase } from './polychoric-ordinal.ts'
import { ratingScaleCmlCase } from './rasch-cml.ts'
import { partialCreditCmlCase } from './rasch-cml.ts'
import { raschCmlCase } from './rasch-cml.ts'
import { marginalCase } from './rasch-mml.ts'
import { raschSeparationCase } from './rasch-separation.ts'
import { kendallWCase } from './raters.ts'
import { gwetAcCase } from './raters.ts'
import { krippendorffAlphaCase } from './raters.ts'
import { kappaFleissCase } from './raters.ts'
import { kappaTwoRatersCase } from './raters.ts'
import { iccRatersCase } from './raters.ts'
import type { OracleCase } from './read-case.ts'
import { runChartCase } from './run-chart.ts'
import { semMdcRciCase } from './sem-mdc-rci.ts'
import { smallCellSuppressionCase } from './small-cell-suppression.ts'
import { spcPCase } from './spc-p.ts'
import { spcRulesCase } from './spc-rules.ts'
import { spcUCCase } from './spc-u-c.ts'
import { spcXmrCase } from './spc-xmr.ts'
import { splitHalfGuttmanCase } from './split-half-guttman.ts'

/** Turns a case's data and params into a call of the library, and its answer into the case's names. */
export type Compute = (oracleCase: OracleCase) => Record<string, unknown> | Promise<Record<string, unknown>>

export const statistics: Record<string, Compute> = {
  aggregation_icc_rwg: aggregationCase,
  cronbach_alpha: cronbachAlphaCase,
  dif_mantel_haenszel: difCase,
  dimensionality: dimensionalityCase,
  eb_known_variance: ebKnownVarianceCase,
  eb_shrinkage: ebShrinkageCase,
  end_to_end_survey: endToEndSurveyCase,
  equity_gap_means: equityGapMeansCase,
  equity_gap_rates: equityGapRatesCase,
  equity_idea_risk_ratio: equityIdeaRiskRatioCase,
  equity_resource_distribution: equityResourceCase,
  gtheory: gtheoryCase,
  gwet_ac: gwetAcCase,
  icc_raters: iccRatersCase,
  item_statistics: itemStatisticsCase,
  kappa_fleiss: kappaFleissCase,
  kappa_two_raters: kappaTwoRatersCase,
  kendall_w: kendallWCase,
  krippendorff_alpha: krippendorffAlphaCase,
  mcdonald_omega: mcdonaldOmegaCase,
  network: networkCase,
  network_compare: networkCompareCase,
  omega_hierarchical: omegaHierarchicalCase,
  partial_credit_cml: partialCreditCmlCase,
  partial_credit_mml: marginalCase,
  polychoric_ordinal: polychoricOrdinalCase,
  rasch_cml: raschCmlCase,
  rasch_mml: marginalCase,
  rasch_separation: raschSeparationCase,
  rating_scale_cml: ratingScaleCmlCase,
  run_chart: runChartCase,
  sem_mdc_rci: semMdcRciCase,
  small_cell_suppression: smallCellSuppressionCase,
  spc_p: spcPCase,
  spc_rules: spcRulesCase,
  spc_u_c: spcUCCase,
  spc_xmr: spcXmrCase,
  split_half_guttman: splitHalfGuttmanCase,
}
