import { LinkButton } from '../../../ui/button.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { GoalShown } from '../schema.ts'

/** The one figure that matters: what we work on and, from what was done and measured, where it stands. */
export function GoalFigure({ goal, canLead }: { goal: GoalShown | undefined; canLead: boolean }) {
  const { text, at, format } = usePage()
  if (!goal) return <NoGoal canLead={canLead} />
  const { progress } = goal
  return (
    <section class="stack">
      <h2>{text('now.our_goal')}</h2>
      <p class="lead">
        <a href={goal.href}>{goal.statement}</a>
      </p>
      {goal.dueOn && <p class="soft">{text('now.by', { day: format.date(goal.dueOn) })}</p>}
      {progress && (
        <ul class="lines">
          <li>
            {text('now.commitments', { kept: progress.commitments.kept, all: progress.commitments.kept + progress.commitments.open })}
          </li>
          <li>{text('now.measures', { improved: progress.measures.improved, all: progress.measures.all })}</li>
          {progress.measures.few > 0 && <li class="soft">{text('now.measures_few', { count: progress.measures.few })}</li>}
        </ul>
      )}
      {goal.strategyHref && <LinkButton href={goal.strategyHref}>{text('now.strategy')}</LinkButton>}
      <LinkButton href={at(urls.resources)}>{text('now.what_do_we_have')}</LinkButton>
    </section>
  )
}

function NoGoal({ canLead }: { canLead: boolean }) {
  const { text, at } = usePage()
  return (
    <section class="stack">
      <h2>{text('now.our_goal')}</h2>
      <p>{text(canLead ? 'now.no_goal_lead' : 'now.no_goal_here')}</p>
      {canLead && (
        <LinkButton href={at(urls.goalNew)} icon="target">
          {text('now.write_goal')}
        </LinkButton>
      )}
    </section>
  )
}
