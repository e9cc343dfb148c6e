import type { ComponentChildren } from 'preact'
import { Icon } from '../../../../ui/icon.tsx'
import { Timeline } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import type { State } from '../../kinds/schema.ts'
import { StateMark } from '../../parts/state-mark.tsx'
import { inWords } from '../../rules.ts'
import type { LifeEvent } from '../rules.ts'

const MARKS: Partial<Record<LifeEvent['verb'], State>> = {
  recognized: 'recognized',
  generated: 'generated',
  put_to_use: 'in_use',
  repurposed: 'repurposed',
  evidence: 'well_used',
  brought_forth: 'generated',
  retired: 'retired',
}

type LifeLineProps = { events: LifeEvent[]; goals: ReadonlyMap<string, string>; languages: string[] }

/** A life as a line of dated events, the latest first, each with what people said about it. */
export function LifeLine({ events, goals, languages }: LifeLineProps) {
  const { text, format } = usePage()
  return (
    <Timeline
      label={text('resources.life')}
      events={events.map((event) => ({
        key: event.id,
        when: format.date(event.on),
        datetime: event.on,
        mark: markOf(event.verb),
        title: text(`resources.event_${event.verb}`, { who: event.by ?? text('resources.somebody') }),
        body: <Said event={event} goals={goals} languages={languages} />,
      }))}
    />
  )
}

function markOf(verb: LifeEvent['verb']): ComponentChildren {
  const state = MARKS[verb]
  return state ? <StateMark state={state} wordless /> : undefined
}

function Said({ event, goals, languages }: { event: LifeEvent } & Omit<LifeLineProps, 'events'>) {
  const { text, at, format } = usePage()
  const { goalId, former, minutes, verdict, link, resource } = event
  return (
    <>
      {former && <p class="soft">{text('resources.instead_of', { former })}</p>}
      {verdict && <p class="soft">{text(`resources.verdict_${verdict}`)}</p>}
      {event.said && <p>{event.said}</p>}
      {minutes ? <p class="soft">{text('resources.moved_minutes', { minutes: format.minutes(minutes) })}</p> : null}
      {resource && (
        <p>
          <a href={at(urls.resource, { resource: resource.id })}>{inWords(resource.name, languages)}</a>
        </p>
      )}
      {goalId && goals.has(goalId) && (
        <p class="soft">
          <Icon name="target" size={16} /> {goals.get(goalId)}
        </p>
      )}
      {link && (
        <p>
          <a href={link} rel="noreferrer">
            {link}
          </a>
        </p>
      )}
    </>
  )
}
