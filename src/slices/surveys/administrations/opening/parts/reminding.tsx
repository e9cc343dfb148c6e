import { Choice } from '../../../../../ui/choices.tsx'
import { DateField } from '../../../../../ui/fields.tsx'
import { Fieldset } from '../../../../../ui/form.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { REMINDER_FIELDS, REMINDING } from '../../schema.ts'

/** On which days those who have not answered hear from us again. */
export function Reminding({ offered }: { offered: string[] }) {
  const { text, format } = usePage()
  const days = format.list(offered.map((day) => format.day(day)))
  const hints = {
    suiting: offered.length > 0 ? text('surveys.remind_suiting_days', { days }) : text('surveys.remind_suiting_short'),
    own: text('surveys.remind_own_hint'),
    none: undefined,
  }
  return (
    <Fieldset legend={text('surveys.reminders')} hint={text('surveys.reminders_hint')} title>
      <Choice
        name="remind"
        label={text('surveys.remind')}
        value="suiting"
        options={REMINDING.map((way) => ({ value: way, label: text(`surveys.remind_${way}`), hint: hints[way] }))}
      />
      <div class="form-line">
        {REMINDER_FIELDS.map((field, at) => (
          <DateField key={field} name={field} label={text('surveys.reminder_day', { n: at + 1 })} optional />
        ))}
      </div>
    </Fieldset>
  )
}
