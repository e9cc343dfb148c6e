/** How much a pair of categories agrees: 1 on the diagonal. */
export type AgreementWeights = readonly (readonly number[])[]

/**
 * Only the same category agrees. Weights for `cohenKappa`: categories without order. Cohen 1960. Takes the number of categories.
 */
export function identityWeights(size: number): number[][] {
  return weightsOf(size, (i, j) => (i === j ? 1 : 0))
}

/**
 * Ordered categories at equal steps: 1 − d/(c − 1). Weights for `cohenKappa` (Cicchetti & Allison 1971). Takes the number of
 * categories. Equals irr::kappa2(weight = "equal").
 */
export function linearWeights(size: number): number[][] {
  return weightsOf(size, (i, j) => 1 - Math.abs(i - j) / Math.max(1, size - 1))
}

/**
 * 1 − (d/(c − 1))²; weighted kappa is then close to an intraclass correlation. Fleiss & Cohen 1973. Takes the number of
 * categories. Equals irr::kappa2(weight = "squared").
 */
export function quadraticWeights(size: number): number[][] {
  return quadraticWeightsOf(Array.from({ length: size }, (_, i) => i))
}

/**
 * The same for categories that are numbers at uneven steps: distances by their values. 1 − ((a − b)/range)². Takes the values of
 * the categories in order. Equals irrCAC::quadratic.weights.
 */
export function quadraticWeightsOf(values: readonly number[]): number[][] {
  const width = Math.max(...values) - Math.min(...values) || 1
  return weightsOf(values.length, (i, j) => 1 - (((values[i] ?? 0) - (values[j] ?? 0)) / width) ** 2)
}

function weightsOf(size: number, weight: (i: number, j: number) => number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => weight(i, j)))
}
