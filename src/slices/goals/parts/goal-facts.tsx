import { DescriptionList } from '../../../ui/table.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { holesIn } from '../rules.ts'
import type { Goal } from '../schema.ts'

/** For whom, from where to where, by when, and what will tell; what nobody has said yet is asked. */
export function GoalFacts({ goal }: { goal: Goal }) {
  const { text, format } = usePage()
  const holes = goal.state === 'closed' ? [] : holesIn(goal)
  const said = holesIn(goal).length < Object.keys(ASKING).length
  return (
    <>
      {said && (
        <DescriptionList
          facts={[
            { term: text('goals.for_whom'), value: goal.forWhom },
            { term: text('goals.baseline'), value: goal.baseline },
            { term: text('goals.target'), value: goal.target },
            { term: text('goals.due_on'), value: goal.dueOn && format.date(goal.dueOn) },
            { term: text('goals.evidence'), value: goal.evidence },
          ]}
        />
      )}
      {holes.length > 0 && (
        <div class="stack stack-tight">
          <p>{text('goals.not_said_yet')}</p>
          <ul>
            {holes.map((hole) => (
              <li key={hole}>{text(ASKING[hole])}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const ASKING = {
  forWhom: 'goals.ask_for_whom',
  baseline: 'goals.ask_baseline',
  target: 'goals.ask_target',
  dueOn: 'goals.ask_due_on',
  evidence: 'goals.ask_evidence',
} as const
