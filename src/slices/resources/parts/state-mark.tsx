import { GrowthMark, type GrowthTurn } from '../../../ui/marks.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import type { State } from '../kinds/schema.ts'
import { growthOf } from '../rules.ts'

const TURNS: Partial<Record<State, GrowthTurn>> = { repurposed: 'turned', generated: 'shoot', retired: 'retired' }

type StateMarkProps = { state: State; size?: 16 | 20 | 24 | 32; wordless?: boolean; count?: number }

/** A state as a growing mark with its word; `wordless` only where the word stands beside it. */
export function StateMark({ state, size = 20, wordless, count }: StateMarkProps) {
  const { text, format } = usePage()
  const word = text(`resources.state_${state}`)
  return (
    <GrowthMark level={growthOf(state)} turn={TURNS[state]} size={size}>
      {wordless ? undefined : count === undefined ? word : `${format.number(count)} ${word}`}
    </GrowthMark>
  )
}
