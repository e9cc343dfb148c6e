import { ActionForm } from '../../../../ui/button.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/marks.tsx'
import { urls } from '../../../../urls.ts'
import type { BellPeriodRow } from '../queries.ts'
import { WEEKDAYS } from '../schema.ts'

/** The week as people know it from the staff room: a column a day. */
export function WeekTable({ periods, whyNotWrite }: { periods: BellPeriodRow[]; whyNotWrite: string | undefined }) {
  const { text } = usePage()
  const days = WEEKDAYS.filter((day) => periods.some((period) => period.weekday === day))
  const names = [...new Set(periods.toSorted((one, other) => one.beginsAt.localeCompare(other.beginsAt)).map((period) => period.period))]
  return (
    <Table
      caption={text('organizations.schedule')}
      captionUnseen
      columns={[
        { label: text('organizations.period'), cell: (name) => name, header: true },
        ...days.map((day) => ({
          label: text(`organizations.weekday_${day}`),
          cell: (name: string) => (
            <Slot period={periods.find((one) => one.weekday === day && one.period === name)} whyNotWrite={whyNotWrite} />
          ),
        })),
      ]}
      rows={names}
      rowKey={(name) => name}
    />
  )
}

function Slot({ period, whyNotWrite }: { period: BellPeriodRow | undefined; whyNotWrite: string | undefined }) {
  const { text, at } = usePage()
  if (!period) return null
  const name = `${text(`organizations.weekday_${period.weekday}`)} ${period.period}`
  return (
    <span class="row">
      <span class="numeric">
        {period.beginsAt}–{period.endsAt}
      </span>
      {!period.teaching && <Tag kind="soft">{text('organizations.not_teaching')}</Tag>}
      {!whyNotWrite && (
        <ActionForm
          action={at(urls.bellPeriodRemoval, { period: period.id })}
          label={text('organizations.remove', { name })}
          icon="x"
          kind="quiet"
          size="small"
          iconOnly
        />
      )}
    </span>
  )
}
