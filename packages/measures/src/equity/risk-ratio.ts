import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { GroupCount } from './rate-gap.ts'

export type RiskRatio = {
  group: string
  risk: number | null
  riskOfOthers: number | null
  riskRatio: number | null
  /** Whether the group is large enough for the ratio to be used. */
  calculated: boolean
  /** Whether the comparison group of the district is too small, so that the state's serves. */
  useAlternate: boolean
  alternate: number | null
}

/**
 * Is a group identified (for special education, a discipline, a placement) more often than all other children? Risk over the
 * risk of all others together; a group below the smallest cell or number is not judged; where the others are, the state's
 * others serve (34 CFR 300.647). Null where nobody is in a comparison or none of them is identified. (sᵢ/nᵢ)/(Σ others' s/Σ
 * others' n). Takes people and identified of each group, of the district and of its state, and the smallest cell and number that
 * the state has set. Assumes that every child counts in one group. Federal rule; no R function. Throws nothing.
 */
export function riskRatios(
  groups: readonly GroupCount[],
  state: readonly GroupCount[],
  options: { smallestCell: number; smallestNumber: number },
): RiskRatio[] {
  const enough = (count: { n: number; successes: number }) => count.successes >= options.smallestCell && count.n >= options.smallestNumber
  return groups.map((group) => {
    const others = othersOf(groups, group.group)
    const risk = group.successes / group.n
    const ofState = othersOf(state, group.group)
    return {
      group: group.group,
      risk: nullUnlessFinite(risk),
      riskOfOthers: nullUnlessFinite(others.successes / others.n),
      riskRatio: nullUnlessFinite(risk / (others.successes / others.n)),
      calculated: enough(group),
      useAlternate: !enough(others),
      alternate: nullUnlessFinite(risk / (ofState.successes / ofState.n)),
    }
  })
}

function othersOf(groups: readonly GroupCount[], name: string): { n: number; successes: number } {
  const others = groups.filter((group) => group.group !== name)
  const total = (key: 'n' | 'successes') => others.reduce((sum, group) => sum + group[key], 0)
  return { n: total('n'), successes: total('successes') }
}
