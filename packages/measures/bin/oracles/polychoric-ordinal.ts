import { cronbachAlpha, ordinalScale, pairTablesOfRows } from '../../src/measures.ts'
import type { OracleCase } from './read-case.ts'
import { byItem, scaleOfCase } from './scale-of-case.ts'

export function polychoricOrdinalCase(oracleCase: OracleCase) {
  const { items, rows, moments } = scaleOfCase(oracleCase)
  const ordinal = ordinalScale(pairTablesOfRows(items, rows))
  return {
    n: ordinal.n,
    k: items.length,
    thresholds: byItem(items, ordinal.thresholds),
    polychoric: { rows: items, cols: items, values: ordinal.polychoric },
    average_polychoric: ordinal.meanCorrelation,
    ordinal_alpha: ordinal.ordinalAlpha,
    ordinal_omega_minres: ordinal.ordinalOmega,
    minres_loadings: ordinal.loadings && byItem(items, ordinal.loadings),
    pearson_alpha_standardized: cronbachAlpha(moments).standardized,
  }
}
