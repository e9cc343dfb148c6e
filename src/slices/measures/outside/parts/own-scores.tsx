import { LinkButton } from '../../../../ui/button.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Section } from '../../../../ui/page-parts.tsx'
import { Table } from '../../../../ui/table.tsx'
import { urls } from '../../../../urls.ts'
import { timeOf } from '../rules.ts'
import type { OutsidePoint, OutsideSeries } from '../schema.ts'
import { MiniStrip } from './mini-strip.tsx'
import { NoTarget, ScoreValue, useScoreWords } from './words.tsx'

/** What others compute about a place, beside its own measures; `canBring` where the person may bring such scores here. */
export type OutsideGlance = { school: string; series: OutsideSeries[]; sources: number; canBring: boolean }

/** The scores of a school that somebody else computes; where there are several schools, the way to them. */
export function OwnScores({ school, series, sources, canBring }: OutsideGlance) {
  const { text, at } = usePage()
  if (series.length === 0 && sources === 0 && !canBring) return null
  const lead = sources === 0 ? 'measures.outside_bring_lead' : 'measures.outside_of_schools'
  return (
    <Section
      title={text('measures.outside_title')}
      id="outside"
      action={
        <LinkButton href={at(urls.outsideSources)} size="small" icon="arrow-right">
          {text(sources === 0 ? 'measures.outside_bring' : 'measures.outside_see_all')}
        </LinkButton>
      }
    >
      {series.length === 0 ? <p>{text(lead, { n: sources })}</p> : <OwnTable school={school} series={series} />}
    </Section>
  )
}

type Row = { one: OutsideSeries; newest: OutsidePoint }

function OwnTable({ school, series }: { school: string; series: OutsideSeries[] }) {
  const { text, at } = usePage()
  const { writeOr, ownSentence, spreadSentence } = useScoreWords()
  const rows = series.flatMap((one): Row[] => {
    const newest = one.points.at(-1)
    return newest ? [{ one, newest }] : []
  })
  return (
    <div class="stack">
      <NoTarget />
      <Table
        caption={text('measures.outside_title')}
        captionUnseen
        stack
        roomy
        rows={rows}
        rowKey={({ one }) => one.measureId}
        columns={[
          {
            label: text('measures.outside_score'),
            cell: ({ one }) => <a href={at(urls.outsideScore, { source: one.source.id, score: one.measureId })}>{one.name}</a>,
          },
          { label: text('measures.outside_publisher'), cell: ({ one }) => one.source.publisher },
          { label: text('measures.outside_year'), cell: ({ newest }) => timeOf(newest.edition) },
          { label: text('measures.outside_value_here'), numeric: true, cell: ({ newest }) => <ScoreValue {...newest} /> },
          {
            label: text('measures.outside_all_schools'),
            cell: ({ newest }) => (
              <MiniStrip
                among={newest.among}
                value={newest.value}
                label={`${spreadSentence(newest.among)} ${ownSentence(newest, school)}`}
              />
            ),
          },
          { label: text('measures.outside_median'), numeric: true, cell: ({ newest }) => writeOr(newest.among.median, newest.among) },
          {
            label: text('measures.outside_middle_half'),
            numeric: true,
            cell: ({ newest: { among } }) => `${writeOr(among.lowerQuartile, among)} – ${writeOr(among.upperQuartile, among)}`,
          },
        ]}
      />
    </div>
  )
}
