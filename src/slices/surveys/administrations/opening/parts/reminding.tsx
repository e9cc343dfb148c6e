import { Choice } from '../../../../../ui/choices.tsx'
import { DateField } from '../../../../../ui/fields.tsx'
import { Fieldset } from '../../../../../ui/form.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { REMINDER_FIELDS, REMINDING } from '../../schema.ts'

/** The days that would be chosen for a window. */
export type Suggested = { opensOn: string; closesOn: string; days: string[] }

/** On which days those who have not answered hear from us again. */
export function Reminding({ suggested }: { suggested: Suggested | undefined }) {
  const { text } = usePage()
  const hints = { suiting: useSuggestion(suggested), own: text('surveys.remind_own_hint'), none: undefined }
  return (
    <Fieldset legend={text('surveys.reminders')} hint={text('surveys.reminders_hint')} title>
      <div class="reminding stack">
        <Choice
          name="remind"
          label={text('surveys.remind')}
          value="suiting"
          options={REMINDING.map((way) => ({ value: way, label: text(`surveys.remind_${way}`), hint: hints[way] }))}
        />
        <div class="form-line own-days">
          {REMINDER_FIELDS.map((field, at) => (
            <DateField key={field} name={field} label={text('surveys.reminder_day', { n: at + 1 })} optional />
          ))}
        </div>
      </div>
    </Fieldset>
  )
}

/** The rule, and the days that it gives for first and last day: whoever changes these knows that they move along. */
function useSuggestion(suggested: Suggested | undefined): string {
  const { text, format } = usePage()
  const rule = text('surveys.remind_suiting_rule')
  if (!suggested) return rule
  const [from, until] = [format.day(suggested.opensOn), format.day(suggested.closesOn)]
  const days = format.list(suggested.days.map((day) => format.day(day)))
  return `${rule} ${text(days ? 'surveys.remind_suiting_days' : 'surveys.remind_suiting_short', { from, until, days })}`
}
