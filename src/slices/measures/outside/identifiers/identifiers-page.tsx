import { ActionForm, Button } from '../../../../ui/button.tsx'
import { Select } from '../../../../ui/choices.tsx'
import { TextArea, TextField } from '../../../../ui/fields.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { Form } from '../../../../ui/form.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Details, EmptyState, PageHead, Section } from '../../../../ui/page-parts.tsx'
import { Table } from '../../../../ui/table.tsx'
import { urls } from '../../../../urls.ts'
import type { BadLine, NumberedSchool } from './schema.ts'

export type IdentifiersPageProps = {
  schools: NumberedSchool[]
  whyNotLoad: string | undefined
  entry: { one?: FormState; lines?: FormState; bad?: BadLine[] }
}

/** By which number a city or a state knows each school: without it a file finds a school by its name alone. */
export function IdentifiersPage({ schools, whyNotLoad, entry }: IdentifiersPageProps) {
  const { text, at } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead
        title={text('measures.outside_numbers')}
        lead={text('measures.outside_numbers_lead')}
        above={<a href={at(urls.outsideSources)}>{text('measures.outside_title')}</a>}
      />
      {schools.length === 0 ? (
        <EmptyState question={text('measures.outside_no_schools')} small />
      ) : (
        <Schools schools={schools} whyNotLoad={whyNotLoad} />
      )}
      <Section title={text('measures.outside_give_number')} id="give">
        {whyNotLoad ? <p class="soft">{text(whyNotLoad)}</p> : <Give schools={schools} entry={entry} />}
      </Section>
    </div>
  )
}

function Schools({ schools, whyNotLoad }: Pick<IdentifiersPageProps, 'schools' | 'whyNotLoad'>) {
  const { text, at } = usePage()
  return (
    <Table
      caption={text('measures.outside_numbers')}
      captionUnseen
      stack
      rows={schools}
      rowKey={(school) => school.id}
      columns={[
        { label: text('measures.outside_school'), cell: (school) => school.name },
        {
          label: text('measures.outside_numbers_roster'),
          cell: (school) => listed(school.numbers.filter((one) => one.from === 'roster')) || '–',
        },
        {
          label: text('measures.outside_numbers_hand'),
          cell: (school) => (
            <div class="tags">
              {school.numbers.map(
                ({ id, identifier }) =>
                  id !== null && (
                    <span class="row" key={id}>
                      {identifier}
                      {!whyNotLoad && (
                        <ActionForm
                          action={at(urls.outsideIdentifierRemoval, { identifier: id })}
                          label={text('measures.outside_take_number', { number: identifier })}
                          icon="x"
                          iconOnly
                          size="small"
                          kind="quiet"
                        />
                      )}
                    </span>
                  ),
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

function listed(numbers: NumberedSchool['numbers']): string {
  return numbers.map((one) => one.identifier).join(', ')
}

function Give({ schools, entry }: Pick<IdentifiersPageProps, 'schools' | 'entry'>) {
  const { text, at } = usePage()
  const action = at(urls.outsideIdentifiers)
  return (
    <div class="stack">
      <Form action={action} state={entry.one} kind="line">
        <Select
          name="unitId"
          label={text('measures.outside_school')}
          options={schools.map((school) => ({ value: school.id, label: school.name }))}
        />
        <TextField name="identifier" label={text('measures.outside_number')} width="middle" maxlength={60} autocomplete="off" />
        <Button kind="main" icon="check">
          {text('measures.outside_give')}
        </Button>
      </Form>
      <Details summary={text('measures.outside_give_many')} open={entry.lines !== undefined}>
        {entry.bad && <BadLines bad={entry.bad} />}
        <Form action={action} state={entry.lines} id="many">
          <TextArea name="lines" label={text('measures.outside_lines')} hint={text('measures.outside_lines_hint')} rows={6} />
          <Button icon="check">{text('measures.outside_give_all')}</Button>
        </Form>
      </Details>
    </div>
  )
}

function BadLines({ bad }: { bad: BadLine[] }) {
  const { text, format } = usePage()
  return (
    <Table
      caption={text('measures.bad_lines', { n: bad.length })}
      rows={bad}
      rowKey={(one) => one.line}
      columns={[
        { label: text('measures.outside_line'), cell: (one) => format.number(one.line), numeric: true },
        { label: text('measures.outside_line_text'), cell: (one) => <code>{one.text}</code> },
        { label: text('measures.expected'), cell: (one) => text(`measures.outside_line_${one.fault}`) },
      ]}
    />
  )
}
