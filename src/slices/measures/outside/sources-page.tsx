import { Button, LinkButton } from '../../../ui/button.tsx'
import { FileField } from '../../../ui/fields.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Form } from '../../../ui/form.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { timeOf } from './rules.ts'
import type { Edition, OutsideSource } from './schema.ts'
import { NoTarget } from './parts/words.tsx'

type Waiting = { id: string; fileName: string; loadedBy: string; recordedAt: Date }

export type SourcesPageProps = {
  sources: { source: OutsideSource; editions: Edition[] }[]
  waiting: Waiting[]
  whyNotLoad: string | undefined
  form: FormState | undefined
}

/** Scores that others publish about the schools of a place: what is here, and how more come. */
export function SourcesPage({ sources, waiting, whyNotLoad, form }: SourcesPageProps) {
  const { text, at } = usePage()
  const numbers = (
    <LinkButton href={at(urls.outsideIdentifiers)} icon="key-round">
      {text('measures.outside_numbers')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead
        title={text('measures.outside_title')}
        lead={text('measures.outside_lead')}
        above={<a href={at(urls.measures)}>{text('measures.title')}</a>}
        action={numbers}
      />
      {sources.length === 0 ? (
        <EmptyState question={text('measures.outside_empty_question')} example={text('measures.outside_empty_example')} />
      ) : (
        <Sources sources={sources} />
      )}
      <Section title={text('measures.outside_bring')} id="bring">
        {whyNotLoad ? <p class="soft">{text(whyNotLoad)}</p> : <Upload form={form} />}
      </Section>
      {waiting.length > 0 && <WaitingFiles waiting={waiting} />}
    </div>
  )
}

function Sources({ sources }: Pick<SourcesPageProps, 'sources'>) {
  const { text, at, format } = usePage()
  return (
    <div class="stack">
      <NoTarget />
      <Table
        caption={text('measures.outside_title')}
        captionUnseen
        stack
        roomy
        rows={sources}
        rowKey={({ source }) => source.id}
        columns={[
          {
            label: text('measures.outside_source'),
            cell: ({ source }) => <a href={at(urls.outsideSource, { source: source.id })}>{source.name}</a>,
          },
          { label: text('measures.outside_publisher'), cell: ({ source }) => source.publisher },
          {
            label: text('measures.outside_years'),
            cell: ({ editions }) =>
              format.list(
                editions
                  .filter((one) => one.isCurrent)
                  .map(timeOf)
                  .toReversed(),
              ) || '–',
          },
        ]}
      />
    </div>
  )
}

function Upload({ form }: { form: FormState | undefined }) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.outsideSources)} state={form} files>
      <FileField name="file" label={text('measures.outside_file')} hint={text('measures.outside_file_hint')} accept=".csv,.txt,text/csv" />
      <Button kind="main" icon="upload">
        {text('measures.outside_look')}
      </Button>
    </Form>
  )
}

function WaitingFiles({ waiting }: { waiting: Waiting[] }) {
  const { text, at, format } = usePage()
  return (
    <Section title={text('measures.outside_waiting')}>
      <ul class="lines">
        {waiting.map((load) => (
          <li key={load.id}>
            <a href={at(urls.outsideLoad, { load: load.id })}>{load.fileName}</a>{' '}
            <span class="soft">{text('measures.outside_handed_in', { who: load.loadedBy, when: format.dateTime(load.recordedAt) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
