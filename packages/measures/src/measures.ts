export { changeOfPeople, type Change } from './change/change-of-people.ts'
export type { AttributeChart, AttributeOptions, AttributePhase } from './charts/attribute-chart.ts'
export { cChart } from './charts/c-chart.ts'
export type { ControlPoint, ControlSignals } from './charts/control-chart.ts'
export { laneyPChart } from './charts/laney-p-chart.ts'
export { movingRanges } from './charts/moving-ranges.ts'
export { nelsonRules, westernElectricRules, type NelsonFindings, type NelsonRule, type PatternFinding } from './charts/nelson-rules.ts'
export { pChart } from './charts/p-chart.ts'
export type { PhaseOptions, Stretch } from './charts/phases.ts'
export { runChart, type RunChart, type RunChartOptions, type RunFinding, type RunPhase } from './charts/run-chart.ts'
export { uChart } from './charts/u-chart.ts'
export { xmrChart, type XmrChart, type XmrOptions, type XmrPhase } from './charts/xmr-chart.ts'
export {
  eightyPercentIndex,
  percentagePointGap,
  proportionalityIndex,
  type GapImpact,
  type Impact,
} from './equity/disproportionate-impact.ts'
export { meanGap, type MeanGap } from './equity/mean-gap.ts'
export { wilsonInterval } from './equity/proportion-interval.ts'
export { rateGap, type GroupCount, type RateGap } from './equity/rate-gap.ts'
export { resourceDistribution, type ResourceDistribution, type ResourceShare } from './equity/resource-distribution.ts'
export { riskRatios, type RiskRatio } from './equity/risk-ratio.ts'
export { mantelHaenszel, strataOfPeople, strataOfScores, type MantelHaenszel, type Stratum } from './fairness/mantel-haenszel.ts'
export { crossedDesign, type CrossedDesign, type FacetScore } from './generalizability/crossed-design.ts'
export { dStudy, type DStudy, type StudiedComponent } from './generalizability/d-study.ts'
export { gStudy, gStudyNested, type GStudy, type GStudyWarning, type VarianceComponent } from './generalizability/g-study.ts'
export { effectSquares, effectsOf, type Effect, type EffectSquares } from './generalizability/mean-squares.ts'
export { remlProblem, type Factor, type RemlPoint } from './generalizability/reml-criterion.ts'
export { varianceComponents, type VarianceComponents } from './generalizability/variance-components.ts'
export { groupMomentsOfRows, type NamedGroup } from './groups/group-moments.ts'
export { knownVariance, type KnownEstimate, type KnownVariance, type KnownVarianceFit } from './groups/known-variance.ts'
export { meanCorrelation, type MeanCorrelation } from './groups/mean-correlation.ts'
export { meanInterval } from './groups/mean-interval.ts'
export { oneWay, type OneWay } from './groups/one-way.ts'
export { shrunkenMeans, type ShrinkageWarning, type ShrunkenMean, type ShrunkenMeans } from './groups/shrunken-means.ts'
export { agreementOfVariances, averageDeviation, rwg, rwgJ, uniformVariance, type Agreement } from './groups/within-group-agreement.ts'
export { distances, type Distances } from './networks/betweenness.ts'
export { brokerage, type Brokerage } from './networks/brokerage.ts'
export { compareNetworks, type NetworkComparison } from './networks/compare-networks.ts'
export { strongComponents, weakComponents } from './networks/components.ts'
export { corePeriphery, type CorePeriphery } from './networks/core-periphery.ts'
export { graphOf, undirected, type Graph } from './networks/graph.ts'
export { groupMixing, type GroupMixing, type Mixing } from './networks/group-mixing.ts'
export { kCores } from './networks/k-cores.ts'
export { networkStructure, type NetworkStructure } from './networks/network-structure.ts'
export { minresOneFactor } from './ordinal/minres-one-factor.ts'
export { ordinalScale, type OrdinalScale, type PairTables } from './ordinal/ordinal-scale.ts'
export { pairTablesOfRows } from './ordinal/pair-tables-of-rows.ts'
export { polychoricCorrelation } from './ordinal/polychoric-correlation.ts'
export { thresholdsOf } from './ordinal/thresholds.ts'
export { andersenTest, andersenTestOfRows, type AndersenTest } from './rasch/andersen-test.ts'
export { calibrate, type Calibration, type Design } from './rasch/calibrate.ts'
export { categoryMoments, type CategoryMoments } from './rasch/category-moments.ts'
export {
  conditionalLikelihood,
  conditionalValue,
  type Cell,
  type ConditionalData,
  type Likelihood,
} from './rasch/conditional-likelihood.ts'
export { itemFit, type ItemFit } from './rasch/item-fit.ts'
export { patternsOfRows, type MarginalData, type Pattern } from './rasch/marginal-data.ts'
export { expect, prior, type Expectation } from './rasch/marginal-expectation.ts'
export { marginalPartialCredit, type MarginalItem, type MarginalModel, type MarginalOptions } from './rasch/marginal-likelihood.ts'
export { partialCredit, ratingScale, type RaschItem, type RaschModel } from './rasch/partial-credit.ts'
export { personSeparation, reliabilityOfSeparation, separationOfReliability, type PersonSeparation } from './rasch/person-separation.ts'
export { abilitiesByScore, maxScore, weightedAbilitiesByScore, type PersonEstimate } from './rasch/person-table.ts'
export {
  keepScores,
  patternsOf,
  responsePatternsOfRows,
  responseTablesOfRows,
  responseTablesOfSummary,
  scoresOfTables,
  type ResponsePattern,
  type ResponsePatterns,
  type ResponseTables,
} from './rasch/response-tables.ts'
export { leaveOneOut, product, type Polynomial } from './rasch/symmetric-functions.ts'
export { identityWeights, linearWeights, quadraticWeights, quadraticWeightsOf, type AgreementWeights } from './raters/agreement-weights.ts'
export { cohenKappa, greatestKappa, prevalenceAdjustedKappa, type Kappa } from './raters/cohen-kappa.ts'
export { fleissKappa, type FleissKappa } from './raters/fleiss-kappa.ts'
export { gwetAgreement, type GwetAgreement } from './raters/gwet.ts'
export { intraclass, type IccForm, type Intraclass } from './raters/intraclass.ts'
export { kendallW, type KendallW } from './raters/kendall-w.ts'
export { krippendorffAlpha, type KrippendorffAlpha, type Metric } from './raters/krippendorff-alpha.ts'
export { ratingCounts, type Rating, type RatingCounts } from './raters/rating-counts.ts'
export { alphaOfCovariance } from './scales/alpha-of-covariance.ts'
export { correlationOf, rowsOfMatrix } from './scales/correlation.ts'
export { cronbachAlpha, type AlphaWarning, type CronbachAlpha, type Interval } from './scales/cronbach-alpha.ts'
export { dimensionality, type Dimensionality } from './scales/dimensionality.ts'
export { factorFit, type FactorFit } from './scales/factor-fit.ts'
export { fisherInterval } from './scales/fisher-interval.ts'
export { guttmanLambdas, type GuttmanLambdas } from './scales/guttman-lambdas.ts'
export { itemStatistics, type ItemStatistics } from './scales/item-statistics.ts'
export { lambda4, type Lambda4 } from './scales/lambda4.ts'
export { minresFactors } from './scales/minres-factors.ts'
export { momentsOfRows, type AnswerRow, type Moments } from './scales/moments.ts'
export { noncentrality } from './scales/noncentrality.ts'
export { oblimin, type ObliqueSolution } from './scales/oblimin.ts'
export { omegaHierarchical, type OmegaHierarchical } from './scales/omega-hierarchical.ts'
export { mcdonaldOmega, omegaOfStandardized, type McDonaldOmega, type OmegaWarning } from './scales/omega.ts'
export { oneFactorMl, type OneFactor } from './scales/one-factor-ml.ts'
export { pairwiseAlpha } from './scales/pairwise-alpha.ts'
export { pairwiseCovariance } from './scales/pairwise-covariance.ts'
export { reverseItems } from './scales/reverse.ts'
export { scoreCorrelations, type ScoreCorrelation } from './scales/score-correlations.ts'
export { scoreOfAnswers } from './scales/score-of-answers.ts'
export { splitHalf, type SplitHalf } from './scales/split-half.ts'
export { squaredMultipleCorrelations } from './scales/squared-multiple-correlations.ts'
export { itemCounts, pairTable, scoreDistribution, scoreTables } from './summary/counts-of-summary.ts'
export { foldAnswers, type Answers } from './summary/fold-answers.ts'
export { foldScores, type ScoredAnswers } from './summary/fold-scores.ts'
export { mergeScorePairs } from './summary/merge-score-pairs.ts'
export { mergeSummaries } from './summary/merge-summaries.ts'
export { covarianceOfSummary, momentsOfSummary, pairTablesOfSummary } from './summary/moments-of-summary.ts'
export { emptySummary, layoutOf, type Layout, type ScaleSummary, type SummaryItem, type SummaryShape } from './summary/scale-summary.ts'
export { denominatorOf, emptyScorePairs, type PairedScore, type ScorePairs, type Sums } from './summary/score-pairs.ts'
export { scoresOfSummary, type GroupMoments } from './summary/scores-of-summary.ts'
export { summaryFromBytes, summaryToBytes } from './summary/summary-bytes.ts'
export {
  attackerIntervals,
  type AttackerInterval,
  type HiddenCounts,
  type LinearSolver,
  type PublishedSum,
} from './suppression/attacker-interval.ts'
export { complementsByPaths } from './suppression/complements-by-paths.ts'
export { complementsBySearch, type SmallestComplements } from './suppression/complements-by-search.ts'
export { differencing, type Differencing, type Release } from './suppression/differencing.ts'
export { isSafe, totalOf } from './suppression/is-safe.ts'
export { loadSolver } from './suppression/load-solver.ts'
export { suppressList, type ListSuppression, type ListedGroup } from './suppression/suppress-list.ts'
export { suppressTable, type SuppressionOptions, type TableSuppression } from './suppression/suppress-table.ts'
export { hiddenCountsOf, intervalInTable, primaryCells, type CellPlace, type TwoWayTable } from './suppression/two-way-table.ts'
