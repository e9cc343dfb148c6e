import { usePage } from '../../../../../ui/page-context.tsx'
import { Details } from '../../../../../ui/page-parts.tsx'
import { DescriptionList, Table } from '../../../../../ui/table.tsx'
import type { Choices } from '../../columns/schema.ts'
import type { Preview } from '../schema.ts'

/** What loading would do, in numbers first: which of our schools it names, and how their scores lie. */
export function WouldDo({ choices, preview }: { choices: Choices; preview: Preview }) {
  const { text, format } = usePage()
  const { counts, matched, absent } = preview
  const byName = matched.filter((one) => one.by === 'name').length
  return (
    <>
      <DescriptionList
        facts={[
          { term: text('measures.outside_schools_in_file'), value: format.number(counts.schools) },
          { term: text('measures.outside_ours_by_number'), value: format.number(matched.length - byName) },
          { term: text('measures.outside_ours_by_name'), value: format.number(byName) },
          { term: text('measures.outside_not_ours'), value: format.number(counts.schools - counts.matched) },
          { term: text('measures.outside_withheld'), value: format.number(counts.withheld) },
          { term: text('measures.outside_left_out'), value: format.number(counts.leftOut) },
        ]}
      />
      <ScoresFound choices={choices} preview={preview} />
      {matched.length > 0 && (
        <Details summary={text('measures.outside_matched', { n: matched.length })}>
          <Table
            caption={text('measures.outside_matched', { n: matched.length })}
            captionUnseen
            rows={matched}
            rowKey={(one) => one.row}
            columns={[
              { label: text('measures.outside_school'), cell: (one) => one.school },
              { label: text('measures.outside_row'), numeric: true, cell: (one) => format.number(one.row) },
              { label: text('measures.outside_in_file'), cell: (one) => one.told },
              { label: text('measures.outside_found_by'), cell: (one) => text(`measures.outside_by_${one.by ?? 'name'}`) },
            ]}
          />
        </Details>
      )}
      {absent.length > 0 && (
        <Details summary={text('measures.outside_absent', { n: absent.length })}>
          <p>{format.list(absent)}</p>
        </Details>
      )}
    </>
  )
}

function ScoresFound({ choices, preview }: { choices: Choices; preview: Preview }) {
  const { text, format } = usePage()
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '–' : format.number(value))
  const rows = choices.scores.map((score, position) => ({ score, spread: preview.spreads[position] }))
  return (
    <Table
      caption={text('measures.outside_scores_found')}
      captionUnseen
      stack
      rows={rows}
      rowKey={({ score }) => score.index}
      empty={<p>{text('measures.outside_scores_needed')}</p>}
      columns={[
        { label: text('measures.outside_score'), cell: ({ score }) => score.name },
        { label: text('measures.outside_schools_with_score'), numeric: true, cell: ({ spread }) => number(spread?.schools) },
        { label: text('measures.outside_lowest'), numeric: true, cell: ({ spread }) => number(spread?.lowest) },
        { label: text('measures.outside_median'), numeric: true, cell: ({ spread }) => number(spread?.median) },
        { label: text('measures.outside_highest'), numeric: true, cell: ({ spread }) => number(spread?.highest) },
      ]}
    />
  )
}
