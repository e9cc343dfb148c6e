import { LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { KindMark } from '../parts/kind-mark.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { Views } from '../parts/views.tsx'
import { takesOf } from './parts/card.tsx'
import { type FilterChoices, Filters } from './parts/filters.tsx'
import { keptOf } from './rules.ts'
import type { Card, SortKey, View } from './schema.ts'

export type TablePageProps = {
  placeName: string
  view: View
  cards: Card[]
  goals: ReadonlyMap<string, string>
  choices?: FilterChoices
  told: string
}

/** The same resources as a table that can be sorted and taken along. */
export function TablePage({ placeName, view, cards, goals, choices, told }: TablePageProps) {
  const { text, at } = usePage()
  const kept = keptOf(view)
  const csv = at(urls.resourcesCsv, {}, { ...kept, sort: view.sort, order: view.order })
  return (
    <>
      <PageHead
        title={text('resources.table_title')}
        lead={text('resources.table_lead', { n: cards.length, place: placeName })}
        action={
          <LinkButton href={csv} icon="download" download>
            {text('resources.download_csv')}
          </LinkButton>
        }
      />
      <Views now="table" query={{ goal: view.goal, year: view.year }} />
      <Filters action={at(urls.resourcesTable)} view={view} choices={choices} told={told} />
      <Table
        caption={text('resources.table_caption', { told })}
        captionUnseen
        columns={columnsOf(usePage(), view, goals)}
        rows={cards}
        rowKey={(card) => card.id}
        empty={<p class="soft">{text('resources.none_here')}</p>}
        stack
      />
    </>
  )
}

function columnsOf(page: ReturnType<typeof usePage>, view: View, goals: ReadonlyMap<string, string>): Column<Card>[] {
  const { text, at, format } = page
  const sortable = (key: SortKey) => ({
    sortHref: at(
      urls.resourcesTable,
      {},
      { ...keptOf(view), sort: key, order: view.sort === key && !view.order ? 'descending' : undefined },
    ),
    sorted: view.sort === key ? (view.order ?? ('ascending' as const)) : undefined,
  })
  return [
    {
      label: text('resources.name'),
      ...sortable('name'),
      cell: (card) => <a href={at(urls.resource, { resource: card.id })}>{card.name}</a>,
    },
    { label: text('resources.kind'), ...sortable('kind'), cell: (card) => <KindMark kind={card.kind} size={16} /> },
    { label: text('resources.state'), ...sortable('state'), cell: (card) => <StateMark state={card.state} size={16} /> },
    {
      label: text('resources.where_and_who'),
      ...sortable('where'),
      cell: (card) => format.list([card.keptAt ?? '', ...card.units, ...card.people].filter(Boolean)),
    },
    { label: text('resources.takes'), ...sortable('minutes'), cell: (card) => takesOf(card, page).join(' · ') },
    { label: text('resources.goals'), cell: (card) => format.list(card.goalIds.map((id) => (id && goals.get(id)) || '').filter(Boolean)) },
  ]
}
