import { ActionForm, Button, LinkButton } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { UNIT_KINDS } from '../schema.ts'
import type { UnitRow } from './queries.ts'
import { whyNotEndUnit } from './rules.ts'

type Props = { units: UnitRow[]; form?: FormState }

/** The tree of places, for whoever keeps it. */
export function UnitsPage({ units, form }: Props) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead
        title={text('organizations.units')}
        lead={text('organizations.units_lead')}
        action={<LinkButton href={at(urls.adminTenant)}>{text('organizations.tenant')}</LinkButton>}
      />
      <Table
        caption={text('organizations.units')}
        captionUnseen
        stack
        columns={[
          { label: text('organizations.place'), cell: (unit) => <UnitName unit={unit} />, header: true },
          { label: text('organizations.kind'), cell: (unit) => text(`organizations.kind_${unit.kind}`) },
          { label: text('organizations.people'), cell: (unit) => unit.people, numeric: true },
          { label: text('organizations.act'), cell: (unit) => <EndUnit unit={unit} units={units} /> },
        ]}
        rows={units}
        rowKey={(unit) => unit.id}
      />
      <Section title={text('organizations.unit_add')}>
        <Form action={at(urls.adminUnits)} state={form}>
          <TextField name="name" label={text('organizations.name')} />
          <Select
            name="kind"
            label={text('organizations.kind')}
            options={UNIT_KINDS.map((kind) => ({ value: kind, label: text(`organizations.kind_${kind}`) }))}
            value="school"
          />
          <Select
            name="parentId"
            label={text('organizations.under')}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
          <TextField name="grade" label={text('organizations.grade')} width="short" optional />
          <TextField name="subject" label={text('organizations.subject')} width="middle" optional />
          <Button kind="main">{text('organizations.unit_add')}</Button>
        </Form>
      </Section>
    </>
  )
}

function UnitName({ unit }: { unit: UnitRow }) {
  const { at } = usePage()
  return <a href={at(urls.adminUnit, { unit: unit.id })}>{`${'· '.repeat(unit.path.length - 1)}${unit.name}`}</a>
}

function EndUnit({ unit, units }: { unit: UnitRow; units: UnitRow[] }) {
  const { text, at } = usePage()
  const below = units.filter((one) => one.parentId === unit.id).length
  const whyNot = whyNotEndUnit({ isRoot: unit.parentId === null, below, people: unit.people })
  return (
    <ActionForm action={at(urls.adminUnitEnd, { unit: unit.id })} label={text('organizations.unit_end')} size="small" whyNot={whyNot} />
  )
}
