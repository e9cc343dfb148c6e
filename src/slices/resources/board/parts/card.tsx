import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { type State, STATES } from '../../kinds/schema.ts'
import { StateGlyph } from '../../parts/state-mark.tsx'
import { keptOf } from '../rules.ts'
import type { Card, View } from '../schema.ts'
import { type MoveChoices, MoveForm } from './move-form.tsx'

/** What all cards of a board say alike, worked out once: a board has hundreds of them. */
export type Saying = {
  states: ReadonlyMap<State, string>
  goals: ReadonlyMap<string, string>
  hrefOf: (id: string) => string
  moveHrefOf: (id: string) => string
  open: string
  move: string
  teamOnly: string
  generated: string
  factsOf: (card: Card) => string
}

/** Prepares what the cards say, for one reader and one view. */
export function useSaying(goals: ReadonlyMap<string, string>, view: View): Saying {
  const page = usePage()
  const { text, at } = page
  const resource = at(urls.resource, { resource: PLACEHOLDER })
  const move = at(urls.resources, {}, { ...keptOf(view), move: PLACEHOLDER })
  return {
    states: new Map(STATES.map((state) => [state, text(`resources.state_${state}`)])),
    goals,
    hrefOf: (id) => resource.replace(PLACEHOLDER, id),
    moveHrefOf: (id) => `${move.replace(PLACEHOLDER, id)}#r-${id}`,
    open: text('resources.open'),
    move: text('resources.move'),
    teamOnly: text('resources.team_only'),
    generated: text('resources.state_generated'),
    factsOf: factsTeller(goals, page),
  }
}

const PLACEHOLDER = '00000000-0000-0000-0000-000000000000'

type BoardCardProps = { card: Card; saying: Saying; view: View; moving?: MoveChoices }

/** A resource as one line that opens in its place. */
export function BoardCard({ card, saying, view, moving }: BoardCardProps) {
  const { id, state } = card
  const facts = saying.factsOf(card)
  return (
    <li class="res-card" id={`r-${id}`}>
      <details open={moving !== undefined || view.open === id}>
        <summary>
          <StateGlyph state={state} />
          <span>{card.name}</span>
          {card.marks.generated && state !== 'generated' && <StateGlyph state="generated" label={saying.generated} />}
          <small>
            {card.teamOnly && `${saying.teamOnly} · `}
            {saying.states.get(state)}
          </small>
        </summary>
        {card.description && <p>{card.description}</p>}
        {facts && <p class="small soft">{facts}</p>}
        {moving ? (
          <MoveForm card={card} choices={moving} view={view} />
        ) : (
          <p class="res-acts">
            <a href={saying.hrefOf(id)}>{saying.open}</a> <a href={saying.moveHrefOf(id)}>{saying.move}</a>
          </p>
        )}
      </details>
    </li>
  )
}

type Page = Pick<ReturnType<typeof usePage>, 'text' | 'format'>

/** Messages are worked out once and then only filled: a board says the same three sentences hundreds of times. */
function factsTeller(goals: ReadonlyMap<string, string>, page: Page): (card: Card) => string {
  const { text } = page
  const filled = (sentence: string) => {
    const [before = '', after = ''] = sentence.split(GAP)
    return (words: string) => before + words + after
  }
  const where = filled(text('resources.card_where', { where: GAP }))
  const who = filled(text('resources.card_who', { who: GAP }))
  const serves = filled(text('resources.card_serves', { goals: GAP }))
  const [hidden, none] = [text('resources.a_goal'), text('resources.no_goal_yet')]
  return (card) => {
    const places = card.keptAt && !card.units.includes(card.keptAt) ? [card.keptAt, ...card.units] : card.units
    const facts = places.length > 0 ? [where(places.join(', '))] : []
    if (card.people.length > 0) facts.push(who(card.people.join(', ')))
    facts.push(...takesOf(card, page))
    if (card.goalIds.length > 0) facts.push(serves(card.goalIds.map((id) => (id ? (goals.get(id) ?? hidden) : none)).join('; ')))
    for (const tag of card.tags) facts.push(`#${tag}`)
    return facts.join(' · ')
  }
}

const GAP = '\u0001'

/** What a resource takes, each with its unit. */
export function takesOf(
  card: Pick<Card, 'minutesPerWeek' | 'peopleCount' | 'annualCost' | 'fullTimeShare'>,
  { text, format }: Page,
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
