import { LinkButton } from '../../../../ui/button.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { StateMark } from '../../parts/state-mark.tsx'
import { keptOf } from '../rules.ts'
import type { Card, View } from '../schema.ts'
import { type MoveChoices, MoveForm } from './move-form.tsx'

type BoardCardProps = { card: Card; goals: ReadonlyMap<string, string>; view: View; moving?: MoveChoices }

/** A resource as one line that opens in its place. */
export function BoardCard({ card, goals, view, moving }: BoardCardProps) {
  const { text } = usePage()
  return (
    <li class="res-card" id={`r-${card.id}`} data-id={card.id} data-group={card.groupLabel}>
      <details open={moving !== undefined || view.open === card.id}>
        <summary>
          <StateMark state={card.state} wordless />
          <span class="res-name">{card.name}</span>
          {card.teamOnly && <Icon name="lock" size={16} label={text('resources.circle_team')} />}
          {card.marks.generated && card.state !== 'generated' && <Icon name="sprout" size={16} label={text('resources.state_generated')} />}
          <span class="res-state">{text(`resources.state_${card.state}`)}</span>
        </summary>
        <div class="res-body">
          {card.description && <p>{card.description}</p>}
          <CardFacts card={card} goals={goals} />
          {moving ? <MoveForm card={card} choices={moving} view={view} /> : <CardActs card={card} view={view} />}
        </div>
      </details>
    </li>
  )
}

function CardFacts({ card, goals }: { card: Card; goals: ReadonlyMap<string, string> }) {
  const { text, format } = usePage()
  const where = [card.keptAt, ...card.units].filter((one) => one !== null)
  const served = card.goalIds.map((id) => (id ? (goals.get(id) ?? text('resources.a_goal')) : text('resources.no_goal_yet')))
  const takes = takesOf(card, { text, format })
  const facts = [
    where.length > 0 && text('resources.card_where', { where: format.list([...new Set(where)]) }),
    card.people.length > 0 && text('resources.card_who', { who: format.list(card.people) }),
    takes.length > 0 && takes.join(' · '),
    served.length > 0 && text('resources.card_serves', { goals: format.list(served) }),
    card.tags.length > 0 && card.tags.map((tag) => `#${tag}`).join(' '),
  ].filter(Boolean)
  return facts.length > 0 ? (
    <ul class="res-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  ) : null
}

function CardActs({ card, view }: { card: Card; view: View }) {
  const { text, at } = usePage()
  const kept = keptOf(view)
  return (
    <div class="row-of-acts no-print">
      <LinkButton href={at(urls.resource, { resource: card.id })} size="small" icon="arrow-right">
        {text('resources.open')}
      </LinkButton>
      <a class="small" href={`${at(urls.resources, {}, { ...kept, move: card.id })}#r-${card.id}`}>
        {text('resources.move')}
      </a>
    </div>
  )
}

type Saying = Pick<ReturnType<typeof usePage>, 'text' | 'format'>

/** What a resource takes, each with its unit. */
export function takesOf(
  card: Pick<Card, 'minutesPerWeek' | 'peopleCount' | 'annualCost' | 'fullTimeShare'>,
  { text, format }: Saying,
): string[] {
  const { minutesPerWeek, peopleCount, annualCost, fullTimeShare } = card
  const said = [
    minutesPerWeek !== null && text('resources.takes_minutes', { minutes: format.minutes(minutesPerWeek) }),
    peopleCount !== null && text('resources.takes_people', { n: peopleCount }),
    annualCost !== null && text('resources.takes_cost', { cost: format.money(annualCost) }),
    fullTimeShare !== null && text('resources.takes_share', { share: format.number(fullTimeShare) }),
  ]
  return said.filter((one) => one !== false)
}
