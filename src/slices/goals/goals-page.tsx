import { Button, LinkButton } from '../../ui/button.tsx'
import { Details, EmptyState, PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import { VoteMark } from '../votes/parts/vote-mark.tsx'
import { GoalLink } from './parts/goal-link.tsx'
import { GoalStateTag } from './parts/goal-state.tsx'
import type { Goal } from './schema.ts'

type GoalsPageProps = { goals: Goal[]; placeId: string; whyNotWrite: string | undefined }

export function GoalsPage({ goals, placeId, whyNotWrite }: GoalsPageProps) {
  const { text } = usePage()
  const open = goals.filter((goal) => goal.state !== 'closed')
  const closed = goals.filter((goal) => goal.state === 'closed')
  return (
    <>
      <PageHead
        title={text('goals.goals')}
        lead={goals.length > 0 && text('goals.lead')}
        action={goals.length > 0 && <WriteButton whyNot={whyNotWrite} />}
      />
      {goals.length === 0 && <NoGoals whyNotWrite={whyNotWrite} />}
      <GoalList goals={open} placeId={placeId} />
      {closed.length > 0 && (
        <Details summary={text('goals.closed_goals', { n: closed.length })} open={open.length === 0}>
          <GoalList goals={closed} placeId={placeId} />
        </Details>
      )}
      <Criteria />
    </>
  )
}

function NoGoals({ whyNotWrite }: { whyNotWrite: string | undefined }) {
  const { text } = usePage()
  return (
    <EmptyState question={text('goals.empty_question')} example={text('goals.empty_example')}>
      <p class="soft">{text('goals.empty_how')}</p>
      <WriteButton whyNot={whyNotWrite} />
    </EmptyState>
  )
}

function WriteButton({ whyNot }: { whyNot: string | undefined }) {
  const { text, at } = usePage()
  if (whyNot)
    return (
      <Button kind="main" icon="plus" whyNot={whyNot}>
        {text('goals.write')}
      </Button>
    )
  return (
    <LinkButton kind="main" icon="plus" href={at(urls.goalNew)}>
      {text('goals.write')}
    </LinkButton>
  )
}

function GoalList({ goals, placeId }: { goals: Goal[]; placeId: string }) {
  if (goals.length === 0) return null
  return (
    <ul class="lines">
      {goals.map((goal) => (
        <li class="stack stack-tight" key={goal.id}>
          <h2>
            <GoalLink goal={goal} />
          </h2>
          <GoalLine goal={goal} placeId={placeId} />
        </li>
      ))}
    </ul>
  )
}

function GoalLine({ goal, placeId }: { goal: Goal; placeId: string }) {
  const { text, format } = usePage()
  return (
    <div class="row">
      <GoalStateTag state={goal.state} />
      {goal.unitId !== placeId && <span>{goal.unitName}</span>}
      {goal.vote && goal.state === 'voting' && goal.unitId === placeId && <VoteMark vote={goal.vote} />}
      {goal.forWhom && <span class="soft">{goal.forWhom}</span>}
      {goal.dueOn && goal.state !== 'closed' && <span class="soft">{text('goals.by', { date: format.date(goal.dueOn) })}</span>}
      {goal.closure && <span>{text(`goals.outcome_${goal.closure.outcome}`)}</span>}
    </div>
  )
}

function Criteria() {
  const { text, at } = usePage()
  return (
    <p class="small">
      <a href={at(urls.goalCriteria)}>{text('goals.criteria_see')}</a>
    </p>
  )
}
