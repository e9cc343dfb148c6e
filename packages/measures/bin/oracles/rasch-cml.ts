import {
  abilitiesByScore,
  andersenTestOfRows,
  itemFit,
  partialCredit,
  personSeparation,
  ratingScale,
  responsePatternsOfRows,
  weightedAbilitiesByScore,
  type PersonEstimate,
  type RaschModel,
  type ResponsePatterns,
} from '../../src/measures.ts'
import type { OracleCase } from './read-case.ts'
import { byItem, scaleOfCase } from './scale-of-case.ts'

export function raschCmlCase(oracleCase: OracleCase) {
  const { common, model, tables } = commonOf(oracleCase, partialCredit)
  const { items, rows } = scaleOfCase(oracleCase)
  const difficulties = model?.items.map((item) => item.location) ?? []
  return {
    ...common,
    item_difficulty: byItem(tables.items, difficulties),
    se: byItem(tables.items, model?.items.map((item) => item.standardError) ?? []),
    andersen_lr: { split: 'raw score median (<= median vs > median)', ...andersenTestOfRows(items, rows, partialCredit) },
    published_rounded: { item_difficulty: difficulties },
  }
}

export function partialCreditCmlCase(oracleCase: OracleCase) {
  return withThresholds(oracleCase, partialCredit)
}

export function ratingScaleCmlCase(oracleCase: OracleCase) {
  return withThresholds(oracleCase, ratingScale)
}

function withThresholds(oracleCase: OracleCase, fit: (source: ResponsePatterns) => RaschModel | null) {
  const { common, model, tables } = commonOf(oracleCase, fit)
  const items = model?.items ?? []
  return {
    ...common,
    thresholds: byItem(
      tables.items,
      items.map((item) => item.thresholds),
    ),
    location: byItem(
      tables.items,
      items.map((item) => item.location),
    ),
    disordered: byItem(
      tables.items,
      items.map((item) => item.disordered),
    ),
  }
}

function commonOf(oracleCase: OracleCase, fit: (source: ResponsePatterns) => RaschModel | null) {
  const { items, rows } = scaleOfCase(oracleCase)
  const tables = responsePatternsOfRows(items, rows)
  const model = fit(tables)
  if (!model) throw new Error('the model has no finite solution')
  const separation = personSeparation(model, tables)
  const fits = itemFit(model, tables)
  const common = {
    n: model.n,
    k: items.length,
    conditional_loglik: model.logLikelihood,
    ml_by_raw_score: abilitiesByScore(model.items).map(named),
    wle_by_raw_score: weightedAbilitiesByScore(model.items).map(named),
    person_separation_reliability_ml: separation.reliability,
    separation_index: separation.separation,
    n_extreme: separation.extreme,
    outfit_mnsq: byItem(
      items,
      fits.map((fit) => fit.outfit),
    ),
    infit_mnsq: byItem(
      items,
      fits.map((fit) => fit.infit),
    ),
  }
  return { common, model, tables }
}

function named({ score, theta, standardError }: PersonEstimate) {
  return { score, theta, se: standardError }
}
