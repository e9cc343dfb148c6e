import { Button, LinkButton } from '../../../ui/button.tsx'
import { Check, Choice } from '../../../ui/choices.tsx'
import { DateField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { FEWEST_CHOICES } from '../administrations/schema.ts'
import type { Instrument } from '../instruments/schema.ts'
import { ColumnChoices } from './parts/column-choices.tsx'
import { Faults } from './parts/faults.tsx'
import type { Preview } from './schema.ts'

type PreviewPageProps = {
  instrument: Instrument
  told: Preview
  fileName: string
  carried: string
  whyNot: string | undefined
  form?: FormState
}

/** What a file of answers gives and what is left out, before anything of it is kept. */
export function PreviewPage({ instrument, told, fileName, carried, whyNot, form }: PreviewPageProps) {
  const { text, at } = usePage()
  const here = { instrument: instrument.id }
  return (
    <div class="stack stack-loose">
      <PageHead
        title={text('surveys.answers_preview', { name: fileName })}
        lead={text('surveys.answers_counts', { n: told.taken, left: told.left })}
      />
      <Form action={at(urls.instrumentAnswersAcceptance, here)} state={form} fields={{ carried, fileName }}>
        <ColumnChoices instrument={instrument} told={told} again={at(urls.instrumentAnswers, here)} />
        <Terms hasRoles={told.roles.length > 0} />
        <div class="row-of-acts">
          <Button kind="main" whyNot={whyNot}>
            {text('surveys.answers_accept', { n: told.taken, left: told.left })}
          </Button>
          <LinkButton kind="quiet" href={at(urls.instrumentAnswers, here)}>
            {text('surveys.bring_other')}
          </LinkButton>
        </div>
      </Form>
      <Counted told={told} />
      <Faults told={told} />
    </div>
  )
}

function Terms({ hasRoles }: { hasRoles: boolean }) {
  const { text } = usePage()
  const choices = FEWEST_CHOICES.map((value) => ({ value, label: text('surveys.answers_people', { n: Number(value) }) }))
  return (
    <>
      <DateField name="gatheredOn" label={text('surveys.answers_gathered')} hint={text('surveys.answers_gathered_hint')} />
      <Choice
        name="fewest"
        label={text('surveys.answers_fewest')}
        hint={text('surveys.answers_fewest_hint')}
        options={choices}
        value={FEWEST_CHOICES[0]}
        line
      />
      {hasRoles && <Check name="byRole" label={text('surveys.answers_by_role')} hint={text('surveys.answers_by_role_hint')} />}
    </>
  )
}

function Counted({ told }: { told: Preview }) {
  const { text, format } = usePage()
  const number = (n: number) => format.number(n)
  return (
    <>
      <Section title={text('surveys.answers_places')}>
        <Table
          caption={text('surveys.answers_places')}
          captionUnseen
          rows={told.places}
          columns={[
            { label: text('surveys.answers_place'), cell: (one) => one.name },
            { label: text('surveys.answers_rows'), cell: (one) => number(one.n), numeric: true },
          ]}
        />
      </Section>
      {told.roles.length > 0 && (
        <Section title={text('surveys.answers_roles')}>
          <Table
            caption={text('surveys.answers_roles')}
            captionUnseen
            rows={told.roles}
            columns={[
              { label: text('surveys.bring_found'), cell: (one) => one.found },
              { label: text('surveys.answers_counted_as'), cell: (one) => text(`surveys.answers_group_${one.group}`) },
              { label: text('surveys.answers_rows'), cell: (one) => number(one.n), numeric: true },
            ]}
          />
        </Section>
      )}
    </>
  )
}
