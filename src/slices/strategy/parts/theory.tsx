import { usePage } from '../../../ui/page-context.tsx'
import type { Strategy } from '../schema.ts'

type TheoryProps = { theory: Pick<Strategy, 'leadersDo' | 'adultsChange' | 'studentsGain'> }

/** The theory of action as one sentence in three clauses: each can turn out wrong. */
export function Theory({ theory }: TheoryProps) {
  const { text } = usePage()
  return (
    <dl class="theory">
      <div>
        <dt>{text('strategy.if')}</dt>
        <dd>{theory.leadersDo}</dd>
      </div>
      <div>
        <dt>{text('strategy.then')}</dt>
        <dd>{theory.adultsChange}</dd>
      </div>
      <div>
        <dt>{text('strategy.so_that')}</dt>
        <dd>{theory.studentsGain}</dd>
      </div>
    </dl>
  )
}
