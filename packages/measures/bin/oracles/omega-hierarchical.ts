import { Matrix } from 'ml-matrix'
import { correlationOf, omegaHierarchical, pairwiseCovariance } from '../../src/measures.ts'
import { mainTable, numberParam, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { scaleOfCase } from './scale-of-case.ts'
import { numberColumn } from './table.ts'

export function omegaHierarchicalCase(oracleCase: OracleCase) {
  const found = omegaHierarchical(matrixOf(oracleCase), numberParam(oracleCase.params, 'nfactors') ?? 3)
  return {
    omega_hierarchical: found?.hierarchical ?? null,
    omega_total: found?.total ?? null,
    alpha: found?.alpha ?? null,
  }
}

/** A case hands over correlations, or answers from which they are made. */
function matrixOf(oracleCase: OracleCase): Matrix {
  const table = mainTable(oracleCase)
  const given = textParam(oracleCase.params, 'input')?.includes('correlation') ?? table.rows.length === table.columns.length
  if (!given) {
    const { items, rows } = scaleOfCase(oracleCase)
    return correlationOf(pairwiseCovariance(items, rows))
  }
  const columns = table.columns.slice(-table.rows.length).map((column) => numberColumn(table, column).map((value) => value ?? Number.NaN))
  return new Matrix(columns)
}
