import { LinkButton } from '../../../../ui/button.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { DescriptionList } from '../../../../ui/table.tsx'
import { urls } from '../../../../urls.ts'
import { inWords } from '../../rules.ts'
import type { Use } from '../schema.ts'

type UseCardProps = { resourceId: string; use: Use; goal: string | undefined; languages: string[]; canAct: boolean }

/** One use: for what, with whom, how, and what came of it so far. */
export function UseCard({ resourceId, use, goal, languages, canAct }: UseCardProps) {
  const { text, at, format } = usePage()
  const act = (name: string) => `${at(urls.resource, { resource: resourceId }, { do: name, use: use.id })}#act`
  return (
    <li class="res-use">
      <h3>{use.purpose}</h3>
      <p class="soft">
        <Icon name="target" size={16} /> {goal ?? text(use.goalId ? 'resources.a_goal' : 'resources.no_goal_yet')} ·{' '}
        {text('resources.use_since', { date: format.date(use.beganOn) })}
        {use.ending && <> · {text('resources.use_until', { date: format.date(use.ending.endedOn) })}</>}
      </p>
      <DescriptionList
        facts={[
          { term: text('resources.dimension_content'), value: use.content },
          { term: text('resources.dimension_structure'), value: use.structure },
          {
            term: text('resources.dimension_participants'),
            value: [use.participants, format.list(use.people.map((one) => one.name))].filter(Boolean).join(' · '),
          },
          use.minutesPerWeek !== null && {
            term: text('resources.takes'),
            value: text('resources.takes_minutes', { minutes: format.minutes(use.minutesPerWeek) }),
          },
          { term: text('resources.what_changed'), value: [use.whatChanged, use.ending?.whatChanged].filter(Boolean).join(' ') },
          use.ending !== null && { term: text('resources.why_ended'), value: use.ending.reason },
          use.evidence.length > 0 && { term: text('resources.evidence'), value: <EvidenceList use={use} /> },
          use.generated.length > 0 && { term: text('resources.brought_forth'), value: <Generated use={use} languages={languages} /> },
        ]}
      />
      {canAct && (
        <div class="row-of-acts no-print">
          <LinkButton href={act('evidence')} size="small" icon="eye">
            {text('resources.add_evidence')}
          </LinkButton>
          <LinkButton href={act('generate')} size="small" icon="sprout">
            {text('resources.generate_link')}
          </LinkButton>
          {!use.ending && (
            <LinkButton href={act('end')} size="small" kind="quiet">
              {text('resources.end_use')}
            </LinkButton>
          )}
        </div>
      )}
    </li>
  )
}

function EvidenceList({ use }: { use: Use }) {
  const { format } = usePage()
  return (
    <ul>
      {use.evidence.map((one) => (
        <li key={one.id}>
          {one.text} <span class="soft">{[format.day(one.observedOn), one.by].filter(Boolean).join(', ')}</span>{' '}
          {one.link && (
            <a href={one.link} rel="noreferrer">
              {one.link}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function Generated({ use, languages }: { use: Use; languages: string[] }) {
  const { at } = usePage()
  return (
    <ul>
      {use.generated.map((one) => (
        <li key={one.resourceId}>
          <a href={at(urls.resource, { resource: one.resourceId })}>{inWords(one.name, languages)}</a>
        </li>
      ))}
    </ul>
  )
}
