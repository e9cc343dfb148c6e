import { Count } from '../../../ui/marks.tsx'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { KIND_LOOKS, KindMark } from '../parts/kind-mark.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { takesOf } from './parts/card.tsx'
import type { Quadrant } from './rules.ts'
import type { Card } from './schema.ts'

export type PrintPageProps = { placeName: string; quadrants: Quadrant[]; told: string; goals: ReadonlyMap<string, string> }

/** The board for a wall or a meeting: nothing to press, everything in sight. */
export function PrintPage({ placeName, quadrants, told, goals }: PrintPageProps) {
  const { text, at, format, now } = usePage()
  return (
    <>
      <PageHead
        title={text('resources.print_title', { place: placeName })}
        above={
          <a class="no-print" href={at(urls.resources)}>
            {text('resources.back_to_board')}
          </a>
        }
        lead={
          <>
            {told} · {format.date(now)}
          </>
        }
      >
        <p class="soft no-print">{text('resources.print_hint')}</p>
      </PageHead>
      <div class="res-board res-board-print">
        {quadrants.map(({ kind, count, groups }) => (
          <section class={`res-quadrant hue-rule hue-${KIND_LOOKS[kind].hue}`} key={kind}>
            <h2>
              <KindMark kind={kind} size={24} /> <Count n={count} />
            </h2>
            {groups.map(({ label, cards }) => (
              <div key={label}>
                {label && <h3 class="res-group">{label}</h3>}
                <ul class="res-cards">
                  {cards.map((card) => (
                    <PrintCard card={card} goals={goals} key={card.id} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </div>
    </>
  )
}

function PrintCard({ card, goals }: { card: Card; goals: ReadonlyMap<string, string> }) {
  const page = usePage()
  const served = card.goalIds.map((id) => (id && goals.get(id)) || '').filter(Boolean)
  const small = [
    card.teamOnly ? page.text('resources.team_only') : '',
    ...card.units,
    ...card.people,
    ...takesOf(card, page),
    ...served,
  ].filter(Boolean)
  return (
    <li class="res-print">
      <b>{card.name}</b> <StateMark state={card.state} size={16} />
      {small.length > 0 && <div class="small soft">{small.join(' · ')}</div>}
    </li>
  )
}
