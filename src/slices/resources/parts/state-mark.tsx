import { GrowthMark, GrowthSymbol, type GrowthTurn } from '../../../ui/marks.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { type State, STATES } from '../kinds/schema.ts'
import { growthOf } from '../rules.ts'

const TURNS: Partial<Record<State, GrowthTurn>> = { repurposed: 'turned', generated: 'shoot', retired: 'retired' }

type StateMarkProps = { state: State; size?: 16 | 20 | 24 | 32; wordless?: boolean; count?: number }

/** A state as a growing mark with its word; `wordless` only where the word stands beside it. */
export function StateMark({ state, size = 20, wordless, count }: StateMarkProps) {
  const { text } = usePage()
  const word = count === undefined ? text(`resources.state_${state}`) : text(`resources.count_${state}`, { n: count })
  return (
    <GrowthMark level={growthOf(state)} turn={TURNS[state]} size={size}>
      {wordless ? undefined : word}
    </GrowthMark>
  )
}

/** The drawings of the states, once for a page with hundreds of lines. */
export function StateGlyphs() {
  return (
    <svg class="res-glyphs" aria-hidden="true">
      {STATES.map((state) => (
        <GrowthSymbol id={`glyph-${state}`} level={growthOf(state)} turn={TURNS[state]} key={state} />
      ))}
    </svg>
  )
}

/** A state's drawing by reference to them; the word stands beside it, or is its label. */
export function StateGlyph({ state, label }: { state: State; label?: string }) {
  const naming = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': 'true' as const }
  return (
    <svg {...naming}>
      <use href={`#glyph-${state}`} />
    </svg>
  )
}
