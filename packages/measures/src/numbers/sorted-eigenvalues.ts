import { EigenvalueDecomposition, type Matrix } from 'ml-matrix'

/** Eigenvalues of a symmetric matrix, the largest first. */
export function sortedEigenvalues(matrix: Matrix): number[] {
  return new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues.toSorted((a, b) => b - a)
}
