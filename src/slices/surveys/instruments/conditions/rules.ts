import { optionCount } from '../../rules.ts'
import type { Condition, Scale } from '../../schema.ts'

/** What is wrong with who is asked: its question went, it comes no more before, or the answer is none of its answers. */
export type ConditionFault = 'gone' | 'later' | 'answer'

/** Why nobody could be chosen by a condition of a part, or undefined if they can: who is asked must be known before a part begins. */
export function conditionFault(
  when: Condition | undefined,
  part: Pick<Scale, 'key'>,
  scales: readonly Scale[],
): ConditionFault | undefined {
  if (!when) return undefined
  const at = scales.findIndex((scale) => scale.items.some(({ key }) => key === when.item))
  const scale = scales[at]
  if (!scale) return 'gone'
  if (at >= scales.findIndex(({ key }) => key === part.key)) return 'later'
  return when.values.every((value) => value <= optionCount(scale)) ? undefined : 'answer'
}
