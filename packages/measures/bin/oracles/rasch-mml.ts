import { marginalPartialCredit } from '../../src/measures.ts'
import type { MarginalOptions } from '../../src/rasch/marginal-likelihood.ts'
import { textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { scaleOfCase } from './scale-of-case.ts'

/** Both names of each item's parameters are given: its one difficulty, and `item_CatN` for the steps. */
export function marginalCase(oracleCase: OracleCase) {
  const { items, rows } = scaleOfCase(oracleCase)
  const model = marginalPartialCredit(items, rows, nodesOf(oracleCase))
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

/** "61 equally spaced from -8 to 8", with whatever numbers. */
function nodesOf({ params }: OracleCase): MarginalOptions {
  const [, nodes, least, most] = /(\d+)\D+from (-?[\d.]+) to (-?[\d.]+)/.exec(textParam(params, 'nodes') ?? '') ?? []
  // The library's nodes lie evenly about zero.
  return nodes === undefined || -Number(least) !== Number(most) ? {} : { nodes: Number(nodes), reach: Number(most) }
}
