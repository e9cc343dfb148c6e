import { LinkButton } from '../../../../ui/button.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import type { Repurposing } from '../schema.ts'

type RepurposingCardProps = { resourceId: string; repurposing: Repurposing; canAct: boolean }

/** From one purpose to another, and whether it turned into what was hoped for. */
export function RepurposingCard({ resourceId, repurposing, canAct }: RepurposingCardProps) {
  const { text, at, format } = usePage()
  const { formerPurpose, newPurpose, minutesMoved, forWhom, hopedFor, outcomes, occurredOn } = repurposing
  return (
    <li class="res-use">
      <div class="res-turn">
        <p class="soft">
          <span class="unseen">{text('resources.former_purpose')}: </span>
          {formerPurpose}
        </p>
        <Icon name="arrow-right" />
        <p>
          <span class="unseen">{text('resources.new_purpose')}: </span>
          <b>{newPurpose}</b>
        </p>
      </div>
      <p class="soft">
        {[format.date(occurredOn), minutesMoved ? text('resources.moved_minutes', { minutes: format.minutes(minutesMoved) }) : '', forWhom]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {hopedFor && <p>{text('resources.hoped', { hope: hopedFor })}</p>}
      {outcomes.map((one) => (
        <p key={one.id}>
          <b>{text(`resources.verdict_${one.verdict}`)}:</b> {one.text}{' '}
          <span class="soft">{[format.day(one.observedOn), one.by].filter(Boolean).join(', ')}</span>
        </p>
      ))}
      {outcomes.length === 0 && <p class="soft">{text('resources.no_outcome_yet')}</p>}
      {canAct && (
        <div class="row-of-acts no-print">
          <LinkButton
            href={`${at(urls.resource, { resource: resourceId }, { do: 'outcome', repurposing: repurposing.id })}#act`}
            size="small"
            icon="eye"
          >
            {text('resources.outcome_link')}
          </LinkButton>
        </div>
      )}
    </li>
  )
}
