import { ActionForm, Button } from '../../../ui/button.tsx'
import { DateField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import type { ClosedDay } from './schema.ts'

type Props = { days: ClosedDay[]; whyNotWrite: string | undefined; form?: FormState }

/** The days on which nobody teaches, so that waiting is counted in school days. */
export function CalendarPage({ days, whyNotWrite, form }: Props) {
  const { text, at, format } = usePage()
  return (
    <>
      <PageHead title={text('organizations.calendar')} lead={text('organizations.calendar_lead')} />
      {days.length === 0 ? (
        <EmptyState question={text('organizations.calendar_empty')} example={text('organizations.calendar_example')} />
      ) : (
        <Table
          caption={text('organizations.calendar')}
          captionUnseen
          columns={[
            { label: text('organizations.day'), cell: (day) => format.weekday(day.closedOn), header: true },
            { label: text('organizations.reason'), cell: (day) => day.reason },
            { label: text('organizations.act'), cell: (day) => <Reopen day={day} whyNotWrite={whyNotWrite} /> },
          ]}
          rows={days}
          rowKey={(day) => day.id}
        />
      )}
      {!whyNotWrite && (
        <Section title={text('organizations.day_close')}>
          <Form action={at(urls.schoolCalendar)} state={form}>
            <DateField name="closedOn" label={text('organizations.day')} />
            <TextField name="reason" label={text('organizations.reason')} optional />
            <Button kind="main">{text('organizations.day_close')}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

function Reopen({ day, whyNotWrite }: { day: ClosedDay; whyNotWrite: string | undefined }) {
  const { text, at } = usePage()
  const whyNot = whyNotWrite ?? (day.everywhere ? 'organizations.day_of_district' : undefined)
  return (
    <ActionForm action={at(urls.closedDayRemoval, { day: day.id })} label={text('organizations.day_reopen')} size="small" whyNot={whyNot} />
  )
}
