import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/choices.tsx'
import { FileField } from '../../../ui/fields.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Form } from '../../../ui/form.tsx'
import { Tag } from '../../../ui/marks.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { Waiting } from './parts/waiting.tsx'
import type { LoadLine, ToDecide } from './schema.ts'

type RosterPageProps = { loads: LoadLine[]; toDecide: ToDecide; state?: FormState }

export function RosterPage({ loads, toDecide, state }: RosterPageProps) {
  const { text } = usePage()
  return (
    <>
      <PageHead title={text('roster.title')} lead={text('roster.lead')} />
      {loads.length > 0 && <Waiting toDecide={toDecide} />}
      <Upload state={state} />
      <Section title={text('roster.loads')}>
        {loads.length === 0 ? (
          <EmptyState question={text('roster.no_loads')} example={text('roster.no_loads_example')} small />
        ) : (
          <Loads loads={loads} />
        )}
      </Section>
    </>
  )
}

function Upload({ state }: { state?: FormState }) {
  const { text, at } = usePage()
  return (
    <Section title={text('roster.new_load')}>
      <Form action={at(urls.roster)} state={state} files>
        <FileField name="file" label={text('roster.file')} hint={text('roster.file_hint')} accept=".zip,application/zip" />
        <Check name="students" label={text('roster.students')} hint={text('roster.students_hint')} />
        <Button kind="main" icon="upload">
          {text('roster.preview')}
        </Button>
      </Form>
    </Section>
  )
}

function Loads({ loads }: { loads: LoadLine[] }) {
  const { text, at, format } = usePage()
  const columns = [
    { label: text('roster.column_file'), cell: (load: LoadLine) => <a href={at(urls.rosterLoad, { load: load.id })}>{load.fileName}</a> },
    { label: text('roster.column_loaded'), cell: (load: LoadLine) => format.dateTime(load.recordedAt) },
    { label: text('roster.column_by'), cell: (load: LoadLine) => load.loadedBy || text('roster.by_program') },
    { label: text('roster.column_errors'), cell: (load: LoadLine) => format.number(load.errors), numeric: true },
    { label: text('roster.column_state'), cell: (load: LoadLine) => <State load={load} /> },
  ]
  return <Table caption={text('roster.loads')} captionUnseen rows={loads} rowKey={(load) => load.id} columns={columns} stack />
}

function State({ load }: { load: LoadLine }) {
  const { text, format } = usePage()
  return load.appliedAt ? (
    <Tag icon="check">{text('roster.applied_on', { day: format.day(load.appliedAt) })}</Tag>
  ) : (
    <Tag kind="soft">{text('roster.not_applied')}</Tag>
  )
}
