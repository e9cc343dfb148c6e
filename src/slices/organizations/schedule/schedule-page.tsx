import { Button } from '../../../ui/button.tsx'
import { Check, Choices } from '../../../ui/choices.tsx'
import { FileField, TextField } from '../../../ui/fields.tsx'
import { Fieldset, Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { WeekTable } from './parts/week-table.tsx'
import type { BellPeriodRow } from './queries.ts'
import { type ScheduleDefect, WEEKDAYS } from './schema.ts'

type Props = { periods: BellPeriodRow[]; whyNotWrite: string | undefined; form?: FormState; defects?: ScheduleDefect[] }

/** When which period is: what makes common free time visible. */
export function SchedulePage({ periods, whyNotWrite, form, defects = [] }: Props) {
  const { text } = usePage()
  return (
    <>
      <PageHead title={text('organizations.schedule')} lead={text('organizations.schedule_lead')} />
      {periods.length === 0 ? (
        <EmptyState question={text('organizations.schedule_empty')} example={text('organizations.schedule_example')} />
      ) : (
        <WeekTable periods={periods} whyNotWrite={whyNotWrite} />
      )}
      {!whyNotWrite && (
        <div class="columns">
          <AddPeriod form={form} />
          <UploadSchedule defects={defects} />
        </div>
      )}
    </>
  )
}

function AddPeriod({ form }: { form: FormState | undefined }) {
  const { text, at } = usePage()
  return (
    <Section title={text('organizations.period_add')}>
      <Form action={at(urls.bellPeriods)} state={form} id="period">
        <TextField name="period" label={text('organizations.period')} hint={text('organizations.period_hint')} width="short" />
        <Choices
          name="weekdays"
          label={text('organizations.weekdays')}
          options={WEEKDAYS.slice(0, 5).map((day) => ({ value: String(day), label: text(`organizations.weekday_${day}`) }))}
          values={[]}
          line
        />
        <Fieldset legend={text('organizations.times')}>
          <TextField name="beginsAt" label={text('organizations.begins_at')} placeholder="08:30" width="short" />
          <TextField name="endsAt" label={text('organizations.ends_at')} placeholder="09:15" width="short" />
        </Fieldset>
        <Check name="teaching" label={text('organizations.teaching')} hint={text('organizations.teaching_hint')} value="yes" checked />
        <Button kind="main">{text('organizations.period_add')}</Button>
      </Form>
    </Section>
  )
}

function UploadSchedule({ defects }: { defects: ScheduleDefect[] }) {
  const { text, at } = usePage()
  return (
    <Section title={text('organizations.schedule_upload')}>
      {defects.length > 0 && (
        <Table
          caption={text('organizations.schedule_defects')}
          columns={[
            { label: text('organizations.row'), cell: (defect) => defect.row, numeric: true },
            { label: text('organizations.expected'), cell: (defect) => defect.expected },
            { label: text('organizations.found'), cell: (defect) => defect.found },
          ]}
          rows={defects}
          rowKey={(defect) => `${defect.row} ${defect.expected}`}
        />
      )}
      <p>{text('organizations.schedule_format')}</p>
      <Form action={at(urls.bellScheduleUpload)} id="file" files>
        <FileField name="file" label={text('organizations.file')} accept=".csv,text/csv" />
        <Button>{text('organizations.schedule_replace')}</Button>
      </Form>
    </Section>
  )
}
