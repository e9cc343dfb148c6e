import { marginalPartialCredit } from '../../src/measures.ts'
import type { OracleCase } from './read-case.ts'
import { scaleOfCase } from './scale-of-case.ts'

/** Both names of each item's parameters are given: its one difficulty, and `item_CatN` for the steps. */
export function marginalCase(oracleCase: OracleCase) {
  const { items, rows } = scaleOfCase(oracleCase)
  const model = marginalPartialCredit(items, rows)
  if (!model) throw new Error('the model has no solution')
  const steps = model.items.flatMap(({ item, thresholds }) => thresholds.map((value, x) => [`${item}_Cat${x + 1}`, value]))
  return {
    n: model.n,
    item_difficulty: Object.fromEntries(model.items.map(({ item, thresholds }) => [item, thresholds[0] ?? null])),
    thresholds: Object.fromEntries(steps) as Record<string, number | null>, // fromEntries gives any.
    sigma2: model.variance,
    deviance: model.deviance,
    eap_reliability: model.eapReliability,
    wle_reliability: model.wleReliability,
  }
}
