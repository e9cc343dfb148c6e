import { LinkButton } from '../../../ui/button.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { Tabs } from '../../../ui/navigation.tsx'
import { Count } from '../../../ui/marks.tsx'
import { urls } from '../../../urls.ts'
import { EditionRecord } from './editions/parts/edition-record.tsx'
import { SchoolTable, type Sorting } from './parts/school-table.tsx'
import { Strip } from './parts/strip.tsx'
import { NoTarget, useScoreWords } from './parts/words.tsx'
import { timeOf } from './rules.ts'
import type { Distribution, Edition, OutsideSource, SchoolScores, UnknownSchool } from './schema.ts'

export type SourcePageProps = {
  place: { id: string; name: string }
  source: OutsideSource
  /** The one that is shown; undefined where all were taken back. */
  edition: Edition | undefined
  editions: Edition[]
  distributions: Distribution[]
  rows: SchoolScores[]
  sorting: Sorting
  unknown: UnknownSchool[]
  whyNotLoad: string | undefined
}

/** One source at a place: first how all schools lie, then ours, then what was loaded when. */
export function SourcePage(props: SourcePageProps) {
  const { source, edition, editions, whyNotLoad } = props
  const { text, at } = usePage()
  const current = editions.filter((one) => one.isCurrent)
  return (
    <div class="stack stack-loose">
      <PageHead
        title={source.name}
        above={<a href={at(urls.outsideSources)}>{text('measures.outside_title')}</a>}
        action={
          !whyNotLoad && (
            <LinkButton href={`${at(urls.outsideSources)}#bring`} icon="upload">
              {text('measures.outside_bring')}
            </LinkButton>
          )
        }
      >
        <NoTarget publisher={source.publisher} />
      </PageHead>
      {current.length > 1 && (
        <Tabs
          label={text('measures.outside_years')}
          tabs={current.map((one) => ({
            label: timeOf(one),
            href: at(urls.outsideSource, { source: source.id }, { edition: one.id }),
            current: one.id === edition?.id,
          }))}
        />
      )}
      {edition ? <EditionShown {...props} edition={edition} /> : <EmptyState question={text('measures.outside_all_withdrawn')} small />}
      <EditionRecord {...props} />
    </div>
  )
}

function EditionShown({ place, source, edition, distributions, rows, sorting }: SourcePageProps & { edition: Edition }) {
  const { text, at } = usePage()
  const { spreadSentence, ownSentence } = useScoreWords()
  return (
    <>
      <Section title={text('measures.outside_how_all_lie', { time: timeOf(edition) })}>
        <div class="outside-strips">
          {distributions.map((among) => {
            const marks = rows.flatMap((row) => {
              const value = row.scores[among.position] ?? null
              return value === null ? [] : [{ label: row.unitName, value }]
            })
            const own = rows.find((row) => row.unitId === place.id)
            const point = own && { edition, among, few: own.few, respondents: own.respondents, value: own.scores[among.position] ?? null }
            return (
              <section class="stack stack-tight" key={among.measureId}>
                <h3>
                  <a href={at(urls.outsideScore, { source: source.id, score: among.measureId })}>{among.name}</a>
                </h3>
                <Strip
                  title={among.name}
                  sentence={point ? `${ownSentence(point, place.name)} ${spreadSentence(among)}` : spreadSentence(among)}
                  among={among}
                  marks={marks}
                />
              </section>
            )
          })}
        </div>
      </Section>
      <Section title={text('measures.outside_schools_here')} count={<Count n={rows.length} />} id="schools">
        {rows.length === 0 ? (
          <EmptyState question={text('measures.outside_no_school_here')} small />
        ) : (
          <SchoolTable source={source} edition={edition.id} distributions={distributions} rows={rows} sorting={sorting} />
        )}
      </Section>
    </>
  )
}
