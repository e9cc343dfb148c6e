import { ActionForm } from '../../../../../ui/button.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { Details, Section, Timeline } from '../../../../../ui/page-parts.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { urls } from '../../../../../urls.ts'
import { timeOf } from '../../rules.ts'
import type { Edition, OutsideSource, UnknownSchool } from '../../schema.ts'
import { whyNotWithdraw } from '../rules.ts'

type EditionRecordProps = {
  place: { id: string }
  source: OutsideSource
  editions: Edition[]
  unknown: UnknownSchool[]
  whyNotLoad: string | undefined
}

/** What was loaded when and by whom; what a newer file replaced is still told. */
export function EditionRecord({ place, source, editions, unknown, whyNotLoad }: EditionRecordProps) {
  const { text, format } = usePage()
  const isLoadedHere = source.unitId === place.id
  return (
    <Section title={text('measures.outside_record')} id="record">
      <Timeline
        label={text('measures.outside_record')}
        events={editions.map((edition) => ({
          key: edition.id,
          when: format.date(edition.recordedAt),
          datetime: edition.recordedAt.toISOString(),
          title: text('measures.outside_edition', { time: timeOf(edition), n: edition.number }),
          body: <EditionFacts {...{ place, source, edition, whyNotLoad }} />,
        }))}
      />
      {isLoadedHere && unknown.length > 0 && <Unknown unknown={unknown} />}
    </Section>
  )
}

type FactsProps = Pick<EditionRecordProps, 'place' | 'source' | 'whyNotLoad'> & { edition: Edition }

function EditionFacts({ place, source, edition, whyNotLoad }: FactsProps) {
  const { text, at } = usePage()
  const { counts, fileName, loadedBy, link, licence } = edition
  return (
    <div class="stack stack-tight">
      <p>
        {text('measures.outside_edition_told', { n: counts.schools, file: fileName, who: loadedBy || text('measures.outside_by_program') })}{' '}
        {source.unitId === place.id && text('measures.outside_edition_counts', counts)}{' '}
        {edition.isWithdrawn && text('measures.outside_withdrawn_already')}
        {!edition.isWithdrawn && !edition.isCurrent && text('measures.outside_replaced_already')}
      </p>
      {(link || licence) && (
        <p class="soft">
          {link && (
            <a href={link} rel="noreferrer">
              {link}
            </a>
          )}{' '}
          {licence}
        </p>
      )}
      {!whyNotLoad && edition.isCurrent && source.unitId === place.id && (
        <ActionForm
          action={at(urls.outsideWithdrawal, { source: source.id, edition: edition.id })}
          label={text('measures.outside_withdraw')}
          whyNot={whyNotWithdraw(edition, source, place)}
          size="small"
          kind="quiet"
          icon="undo-2"
        />
      )}
    </div>
  )
}

function Unknown({ unknown }: { unknown: UnknownSchool[] }) {
  const { text, format } = usePage()
  return (
    <Details summary={text('measures.outside_unknown', { n: unknown.length })}>
      <Table
        caption={text('measures.outside_unknown', { n: unknown.length })}
        captionUnseen
        rows={unknown}
        rowKey={(one) => one.row}
        columns={[
          { label: text('measures.outside_row'), cell: (one) => format.number(one.row) },
          { label: text('measures.outside_number'), cell: (one) => one.identifier || '–' },
          { label: text('measures.outside_school'), cell: (one) => one.name || '–' },
        ]}
      />
    </Details>
  )
}
