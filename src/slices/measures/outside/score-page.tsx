import { LineChart } from '../../../ui/charts/line-chart.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { DescriptionList, Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { Strip } from './parts/strip.tsx'
import { NoTarget, ScoreValue, useScoreWords } from './parts/words.tsx'
import { comparable, timeOf, withGaps } from './rules.ts'
import type { Distribution, Edition, OutsidePoint, OutsideSource, SchoolScores } from './schema.ts'

export type ScorePageProps = {
  place: { id: string; name: string }
  source: OutsideSource
  name: string
  edition: Edition
  among: Distribution
  /** The schools of the place in the newest year. */
  rows: SchoolScores[]
  /** The place's own years, where it is itself a school; the oldest first. */
  points: OutsidePoint[]
}

/** One score: how all schools lie, where ours stand, and the years. */
export function ScorePage({ place, source, name, edition, among, rows, points }: ScorePageProps) {
  const { text, at } = usePage()
  const { spreadSentence, ownSentence } = useScoreWords()
  const newest = points.at(-1)
  const marks = rows.flatMap((row) => {
    const value = row.scores[among.position] ?? null
    return value === null ? [] : [{ label: row.unitName, value }]
  })
  return (
    <div class="stack stack-loose">
      <PageHead title={name} above={<a href={at(urls.outsideSource, { source: source.id })}>{source.name}</a>}>
        <NoTarget publisher={source.publisher} />
      </PageHead>
      <div class="aside-right">
        <div class="stack stack-loose">
          <Section title={text('measures.outside_how_all_lie', { time: timeOf(edition) })}>
            <Strip
              title={name}
              sentence={newest ? `${ownSentence(newest, place.name)} ${spreadSentence(among)}` : spreadSentence(among)}
              among={among}
              marks={marks}
            />
          </Section>
          {points.length > 1 && <Years name={name} points={points} place={place} />}
          {!newest && <Schools among={among} rows={rows} />}
        </div>
        <aside class="stack stack-loose">
          <About {...{ source, edition, among }} respondents={newest?.respondents ?? null} />
        </aside>
      </div>
    </div>
  )
}

/** Only years on one scale make a line; the others stay in the table of the source. */
function Years({ name, points, place }: { name: string; points: OutsidePoint[]; place: { name: string } }) {
  const { text } = usePage()
  const { write } = useScoreWords()
  const shown = comparable(points)
  const last = shown.at(-1)
  if (!last || shown.length < 2) return <p class="soft">{text('measures.outside_other_scale')}</p>
  return (
    <Section title={text('measures.outside_over_years')}>
      <LineChart
        sentence={text('measures.outside_years_sentence', { name, school: place.name, n: shown.length })}
        points={withGaps(shown).map((point) => {
          if (typeof point === 'string') return { label: point, value: undefined }
          const { edition, value, few, among } = point
          return {
            label: timeOf(edition),
            value: value ?? undefined,
            ...(among.median === null ? {} : { centre: among.median }),
            ...(among.lowerQuartile === null ? {} : { low: among.lowerQuartile }),
            ...(among.upperQuartile === null ? {} : { high: among.upperQuartile }),
            ...(few ? { note: text('measures.outside_few') } : {}),
          }
        })}
        format={(value) => write(value, last.among)}
        centreLabel={text('measures.outside_median_of_all')}
        lowLabel={text('measures.outside_quarter_below')}
        highLabel={text('measures.outside_quarter_above')}
        periodLabel={text('measures.outside_year')}
        valueLabel={place.name}
      />
      {shown.length < points.length && <p class="soft">{text('measures.outside_other_scale')}</p>}
    </Section>
  )
}

function Schools({ among, rows }: { among: Distribution; rows: SchoolScores[] }) {
  const { text } = usePage()
  return (
    <Section title={text('measures.outside_schools_here')}>
      <Table
        caption={text('measures.outside_schools_here')}
        captionUnseen
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { label: text('measures.outside_school'), cell: (row) => row.unitName },
          {
            label: text('measures.outside_score'),
            numeric: true,
            cell: (row) => <ScoreValue value={row.scores[among.position] ?? null} few={row.few} among={among} />,
          },
        ]}
      />
    </Section>
  )
}

type AboutProps = { source: OutsideSource; edition: Edition; among: Distribution; respondents: number | null }

function About({ source, edition, among, respondents }: AboutProps) {
  const { text, format } = usePage()
  const { write } = useScoreWords()
  return (
    <Section title={text('measures.outside_about')}>
      <DescriptionList
        facts={[
          { term: text('measures.outside_publisher'), value: source.publisher },
          { term: text('measures.outside_year'), value: timeOf(edition) },
          { term: text('measures.outside_scale'), value: `${write(among.low, among)} – ${write(among.high, among)}` },
          { term: text('measures.better'), value: text(`measures.better_${among.better}`) },
          respondents !== null && { term: text('measures.outside_respondents'), value: format.number(respondents) },
          {
            term: text('measures.outside_link'),
            value: edition.link && (
              <a href={edition.link} rel="noreferrer">
                {edition.link}
              </a>
            ),
          },
          { term: text('measures.outside_licence'), value: edition.licence },
        ]}
      />
    </Section>
  )
}
