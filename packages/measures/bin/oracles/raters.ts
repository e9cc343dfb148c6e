import { at } from '../../src/numbers/at.ts'
import {
  cohenKappa,
  fleissKappa,
  greatestKappa,
  gwetAgreement,
  intraclass,
  kendallW,
  krippendorffAlpha,
  linearWeights,
  prevalenceAdjustedKappa,
  quadraticWeights,
  type AgreementWeights,
  type Metric,
} from '../../src/measures.ts'
import { listParam, mainTable, numberParam } from './params.ts'
import { ratingRows, numberRows } from './rating-rows.ts'
import type { OracleCase } from './read-case.ts'
import { figureColumns, numberColumn, textColumn, type Table } from './table.ts'
import { ratingCounts } from '../../src/raters/rating-counts.ts'

export function iccRatersCase(oracleCase: OracleCase) {
  const found = intraclass(numberRows(oracleCase), { confidence: numberParam(oracleCase.params, 'confidence') ?? 0.95 })
  return {
    n_targets: found.targets,
    n_raters: found.raters,
    BMS: found.meanSquares.between,
    WMS: found.meanSquares.within,
    JMS: found.meanSquares.raters,
    EMS: found.meanSquares.error,
    icc: found.icc,
    ci95_lower: found.lower,
    ci95_upper: found.upper,
    F: found.f,
    sem_agreement: found.standardErrorAgreement,
    sem_consistency: found.standardErrorConsistency,
    published_rounded: found.icc,
  }
}

export function kappaTwoRatersCase(oracleCase: OracleCase) {
  const { categories, table } = crossTable(oracleCase)
  const weights = ownWeights(oracleCase)
  return {
    n: table.flat().reduce((total, count) => total + count, 0),
    categories,
    unweighted: namedKappa(table),
    linear: namedKappa(table, linearWeights(categories.length)),
    quadratic: namedKappa(table, quadraticWeights(categories.length)),
    max_kappa: greatestKappa(table),
    pabak: prevalenceAdjustedKappa(table),
    custom_weights: weights ? { weights, ...namedKappa(table, weights) } : null,
    published_rounded: { kappa: cohenKappa(table).kappa },
  }
}

/** Weights of its own stand among a case's params or beside its expected values. */
function ownWeights({ params, expected }: OracleCase): AgreementWeights | undefined {
  const beside = expected['custom_weights'] as { weights?: AgreementWeights } | null | undefined // Read from the case's JSON.
  const given = params['custom_weights'] ?? params['weights'] ?? beside?.weights
  return Array.isArray(given) && given.every((row) => Array.isArray(row)) ? given : undefined
}

/** Ratings of two, one row a unit or one row a cell with its count; a unit that one of them left out does not count. */
function crossTable(oracleCase: OracleCase) {
  const data = mainTable(oracleCase)
  const counted = data.columns.find((column) => /^(count|counts|n|freq)$/i.test(column))
  const names = figureColumns(data).filter((column) => column !== counted)
  const [first, second] = ['rater1', 'rater2'].map((name, place) => textColumn(data, columnAmongOrAt(data, name, names, place)))
  const counts = counted === undefined ? data.rows.map(() => 1) : numberColumn(data, counted)
  const seen = ratingCounts([first ?? [], second ?? []].map((column) => column.map(numberIfOne))).categories.map(String)
  const categories = listParam(oracleCase.params, 'category_order') ?? seen
  const table = categories.map(() => categories.map(() => 0))
  for (const [row, count] of counts.entries()) {
    const [a, b] = [categories.indexOf(first?.[row] ?? ''), categories.indexOf(second?.[row] ?? '')]
    if (a < 0 || b < 0) continue
    const line = at(table, a)
    line[b] = at(line, b) + (count ?? 0)
  }
  return { categories, table }
}

function columnAmongOrAt(data: Table, name: string, others: readonly string[], place: number): string {
  return data.columns.includes(name) ? name : at(others, place)
}

function numberIfOne(rating: string | null): string | number | null {
  return rating === null || Number.isNaN(Number(rating)) ? rating : Number(rating)
}

function namedKappa(table: readonly (readonly number[])[], weights?: AgreementWeights) {
  const found = cohenKappa(table, weights ? { weights } : {})
  return {
    po: found.observed,
    pe: found.expected,
    kappa: found.kappa,
    ase: found.standardError,
    ci95_lower: found.lower,
    ci95_upper: found.upper,
    se0: found.nullStandardError,
    z: found.z,
  }
}

export function kappaFleissCase(oracleCase: OracleCase) {
  const found = fleissKappa(ratingRows(oracleCase))
  return {
    subjects: found.subjects,
    raters: found.raters,
    kappa: found.kappa,
    se0: found.nullStandardError,
    z: found.z,
    p_bar: found.observed,
    pe_bar: found.expected,
    category_kappa: Object.fromEntries(found.byCategory.map(({ category, kappa }) => [String(category), kappa])),
    conger_exact_kappa: found.conger,
  }
}

export function krippendorffAlphaCase(oracleCase: OracleCase) {
  const rows = ratingRows(oracleCase)
  const of = (metric: Metric) => krippendorffAlpha(rows, metric).alpha
  const numeric = rows.flat().every((rating) => typeof rating !== 'string')
  const { pairableValues, unitsUsed } = krippendorffAlpha(rows)
  return {
    nominal: of('nominal'),
    ordinal: of('ordinal'),
    ...(numeric ? { interval: of('interval'), ratio: of('ratio') } : {}),
    pairable_values: pairableValues,
    units_used: unitsUsed,
  }
}

export function gwetAcCase(oracleCase: OracleCase) {
  const rows = ratingRows(oracleCase)
  const plain = gwetAgreement(rows)
  const weighted = gwetAgreement(rows, 'quadratic')
  return {
    percent_agreement: plain.observed,
    AC1: plain.coefficient,
    AC1_se: plain.standardError,
    AC2_quadratic: weighted.coefficient,
    AC2_quadratic_se: weighted.standardError,
    brennan_prediger: plain.brennanPrediger,
  }
}

export function kendallWCase(oracleCase: OracleCase) {
  const found = kendallW(numberRows(oracleCase))
  return { W_tie_corrected: found.w, chisq: found.chiSquare, p: found.p, W_uncorrected: found.uncorrected }
}
