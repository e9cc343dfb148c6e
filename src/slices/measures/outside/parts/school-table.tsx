import { usePage } from '../../../../ui/page-context.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { urls } from '../../../../urls.ts'
import type { Distribution, OutsideSource, SchoolScores } from '../schema.ts'
import { ScoreValue } from './words.tsx'

/** By what a table of schools is sorted: the id of a score, or nothing for the names. */
export type Sorting = { by: string | undefined; descending: boolean }

type SchoolTableProps = {
  source: OutsideSource
  edition: string
  distributions: Distribution[]
  rows: SchoolScores[]
  sorting: Sorting
}

/** The schools of a place by the scores of a source; a score that is missing stays missing. */
export function SchoolTable({ source, edition, distributions, rows, sorting }: SchoolTableProps) {
  const { text, at, format, here } = usePage()
  const sorted = (by: string | undefined) => (sorting.by === by ? (sorting.descending ? 'descending' : 'ascending') : undefined)
  const sortHref = (by: string | undefined) => {
    // The best first, when one asks for a score; the names from A.
    const again = sorting.by === by ? !sorting.descending : by !== undefined
    return `${at(urls.outsideSource, { source: source.id }, { edition, sort: by, order: again ? 'down' : 'up' })}#schools`
  }
  const columns: Column<SchoolScores>[] = [
    {
      label: text('measures.outside_school'),
      sortHref: sortHref(undefined),
      sorted: sorted(undefined),
      cell: (row) => <a href={urls.measures({ tenant: here.tenant ?? '', place: row.unitSlug })}>{row.unitName}</a>,
    },
    ...distributions.map((one): Column<SchoolScores> => ({
      label: one.name,
      numeric: true,
      sortHref: sortHref(one.measureId),
      sorted: sorted(one.measureId),
      cell: (row) => <ScoreValue value={row.scores[one.position] ?? null} few={row.few} among={one} />,
    })),
    ...(rows.some((row) => row.respondents !== null)
      ? [
          {
            label: text('measures.outside_respondents'),
            numeric: true,
            cell: (row: SchoolScores) => (row.respondents === null ? '–' : format.number(row.respondents)),
          },
        ]
      : []),
  ]
  return <Table caption={text('measures.outside_schools_here')} captionUnseen rows={rows} rowKey={(row) => row.id} columns={columns} />
}
