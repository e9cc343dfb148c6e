import { Button, LinkButton } from '../../../ui/button.tsx'
import { DateField, TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Person, Tag } from '../../../ui/marks.tsx'
import { Details } from '../../../ui/page-parts.tsx'
import { usePage, useSay } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { isLateFor, stateOf, whyNotSettle, whyNotTheirs } from '../commitments/rules.ts'
import type { Commitment } from '../commitments/schema.ts'

export type CommitmentReader = { personId: string; onTeam: boolean; today: string; whyNotKeep: string | undefined }

type CommitmentListProps = { commitments: readonly Commitment[]; reader: CommitmentReader; withIdea?: boolean }

/** What was promised: the open ones first, with what their owner can say; the settled ones below. */
export function CommitmentList({ commitments, reader, withIdea }: CommitmentListProps) {
  const { text } = usePage()
  const open = commitments.filter((one) => stateOf(one) === 'open')
  const settled = commitments.filter((one) => stateOf(one) !== 'open')
  return (
    <div class="stack">
      {open.length > 0 && (
        <ul class="lines commitments">
          {open.map((one) => (
            <OpenCommitment commitment={one} reader={reader} withIdea={withIdea} key={one.id} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <Details summary={text('strategy.settled', { n: settled.length })}>
          <ul class="lines commitments">
            {settled.map((one) => (
              <SettledCommitment commitment={one} key={one.id} />
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

type OneProps = { commitment: Commitment; reader: CommitmentReader; withIdea: boolean | undefined }

function OpenCommitment({ commitment, reader, withIdea }: OneProps) {
  const { text, at, format } = usePage()
  const late = isLateFor(commitment, reader.personId, reader.today)
  return (
    <li>
      <strong>{commitment.what}</strong>
      <div class="row">
        <Person name={commitment.personName} />
        <span class={late ? 'needs' : 'soft'}>{text('strategy.by_day', { day: format.day(commitment.dueOn) })}</span>
        {late && <Tag kind="needs">{text('strategy.late')}</Tag>}
      </div>
      {withIdea && (
        <a class="small" href={at(urls.changeIdea, { strategy: commitment.strategyId, idea: commitment.ideaId })}>
          {commitment.idea}
        </a>
      )}
      <Settling commitment={commitment} reader={reader} />
    </li>
  )
}

type SettlingProps = { commitment: Commitment; reader: CommitmentReader; forms?: { keeping?: FormState; release?: FormState } }

/** What can be said about an open commitment: that it was kept, or that it no longer stands. */
export function Settling({ commitment, reader, forms = {} }: SettlingProps) {
  const { text, at } = usePage()
  const say = useSay()
  const whyNot = reader.whyNotKeep ?? whyNotTheirs(commitment, reader) ?? whyNotSettle(commitment)
  if (whyNot) return <p class="soft small">{say(whyNot)}</p>
  return (
    <div class="row no-print">
      <Details summary={text('strategy.keep')} open={Boolean(forms.keeping)}>
        <Form action={at(urls.commitmentKeeping, { commitment: commitment.id })} id={`keep-${commitment.id}`} state={forms.keeping}>
          <DateField name="keptOn" label={text('strategy.kept_on')} value={reader.today} max={reader.today} />
          <TextArea name="cameOf" label={text('strategy.came_of')} optional rows={2} />
          <Button kind="main">{text('strategy.keep')}</Button>
        </Form>
      </Details>
      <Details summary={text('strategy.release')} open={Boolean(forms.release)}>
        <Form action={at(urls.commitmentRelease, { commitment: commitment.id })} id={`release-${commitment.id}`} state={forms.release}>
          <TextArea name="reason" label={text('strategy.release_reason')} hint={text('strategy.release_hint')} rows={2} />
          <Button>{text('strategy.release')}</Button>
        </Form>
      </Details>
    </div>
  )
}

function SettledCommitment({ commitment }: { commitment: Commitment }) {
  const { text, format } = usePage()
  const { keptOn, releasedOn, cameOf, releaseReason } = commitment
  const words = keptOn
    ? text('strategy.was_kept', { day: format.day(keptOn) })
    : text('strategy.was_released', { day: format.day(releasedOn ?? '') })
  return (
    <li>
      <strong>{commitment.what}</strong>
      <div class="row">
        <Person name={commitment.personName} />
        <span class="soft">{words}</span>
      </div>
      {(cameOf || releaseReason) && <p class="small">{cameOf || releaseReason}</p>}
    </li>
  )
}

/** A link to plan a cycle for a change idea. */
export function PlanCycle({ goalId, ideaId }: { goalId: string; ideaId: string }) {
  const { text, at } = usePage()
  return (
    <LinkButton icon="refresh-cw" href={at(urls.cycleNew, {}, { goal: goalId, idea: ideaId })}>
      {text('strategy.plan_cycle')}
    </LinkButton>
  )
}
