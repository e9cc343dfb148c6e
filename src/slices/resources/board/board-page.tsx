import { LinkButton } from '../../../ui/button.tsx'
import { Island } from '../../../ui/island.tsx'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { FoundTray } from '../finder/parts/tray.tsx'
import type { ToldTray } from '../finder/telling/rules.ts'
import BoardMover from '../islands/board.tsx'
import type { Kind } from '../kinds/schema.ts'
import { Views } from '../parts/views.tsx'
import { StateGlyphs } from '../parts/state-mark.tsx'
import { useSaying } from './parts/card.tsx'
import { type FilterChoices, Filters, isFiltered } from './parts/filters.tsx'
import { Leaning } from './parts/leaning.tsx'
import type { MoveChoices } from './parts/move-form.tsx'
import { BoardQuadrant, type Entry } from './parts/quadrant.tsx'
import { SchoolsTable } from './parts/schools.tsx'
import type { Quadrant, SchoolRow } from './rules.ts'
import type { View } from './schema.ts'

export type BoardPageProps = {
  placeName: string
  view: View
  quadrants: Quadrant[]
  goals: ReadonlyMap<string, string>
  choices?: FilterChoices
  told: string
  entry: Entry
  canMove: boolean
  moving?: MoveChoices
  tray?: ToldTray
  leaning?: { goal: string; counts: { kind: Kind; count: number }[] }
  schools: SchoolRow[]
}

/** What the board says only when something is being moved. */
const BOARD_TEXTS = [
  'resources.moving_grip',
  'resources.moving_lifted',
  'resources.moving_at',
  'resources.moving_dropped',
  'resources.moving_left',
  'resources.moving_failed',
]

export function BoardPage(props: BoardPageProps) {
  const { text, at } = usePage()
  const { view, quadrants } = props
  const saying = useSaying(props.goals, view)
  const kept = { goal: view.goal, year: view.year }
  return (
    <>
      <PageHead
        title={text('resources.title')}
        lead={text('resources.board_lead', { place: props.placeName })}
        action={
          <LinkButton href={at(urls.resourcesPrint, {}, kept)} icon="printer" kind="quiet">
            {text('resources.print')}
          </LinkButton>
        }
      />
      <Views now="board" query={kept} />
      {(props.tray || props.leaning) && (
        <div class={props.tray && props.leaning ? 'res-top res-top-two' : 'res-top'}>
          {props.tray && <FoundTray tray={props.tray} />}
          {props.leaning && <Leaning {...props.leaning} />}
        </div>
      )}
      <Filters action={at(urls.resources)} view={view} choices={props.choices} told={props.told} />
      <StateGlyphs />
      <div class="res-board" id="add" data-board={props.canMove ? at(urls.resourceOrder) : undefined}>
        {quadrants.map((quadrant) => (
          <BoardQuadrant
            quadrant={quadrant}
            saying={saying}
            view={view}
            entry={props.entry}
            moving={props.moving}
            isFiltered={isFiltered(view)}
            key={quadrant.kind}
          />
        ))}
      </div>
      {props.canMove && <Island name="resources/board" component={BoardMover} props={{}} texts={BOARD_TEXTS} />}
      <SchoolsTable schools={props.schools} />
    </>
  )
}
