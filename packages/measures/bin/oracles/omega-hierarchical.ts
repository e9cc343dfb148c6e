import { correlationOf, omegaHierarchical, pairwiseCovariance } from '../../src/measures.ts'
import { matrixOfCase } from './matrix-of-case.ts'
import { numberParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { scaleOfCase } from './scale-of-case.ts'

/** A case hands over correlations, or answers from which they are made. */
export function omegaHierarchicalCase(oracleCase: OracleCase) {
  const correlation = matrixOfCase(oracleCase)?.correlation ?? correlationOfAnswers(oracleCase)
  const found = omegaHierarchical(correlation, numberParam(oracleCase.params, 'nfactors') ?? 3)
  return {
    omega_hierarchical: found?.hierarchical ?? null,
    omega_total: found?.total ?? null,
    alpha: found?.alpha ?? null,
  }
}

function correlationOfAnswers(oracleCase: OracleCase) {
  const { items, rows } = scaleOfCase(oracleCase)
  return correlationOf(pairwiseCovariance(items, rows))
}
