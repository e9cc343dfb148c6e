import { Button } from '../../../../ui/button.tsx'
import { NumberField } from '../../../../ui/fields.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { Form } from '../../../../ui/form.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { endsToConfirm, whyNotApply } from '../../plan/rules.ts'
import type { Load } from '../schema.ts'

/** The one button that changes something; where very many would leave, the number has to be typed first. */
export function Application({ load, state }: { load: Load; state?: FormState }) {
  const { text, at } = usePage()
  const ends = endsToConfirm(load.plan)
  const isGone = load.preview.applicable && load.fileId === null
  const whyNot = isGone
    ? 'roster.file_gone'
    : whyNotApply({ plan: load.plan, applicable: load.preview.applicable, isApplied: false, confirmedEnds: ends ?? null })
  return (
    <Form action={at(urls.rosterApplication, { load: load.id })} state={state}>
      {ends !== undefined && !whyNot && (
        <NumberField
          name="ends"
          label={text('roster.ends_label', { n: ends, of: load.plan.person.current })}
          hint={text('roster.ends_hint', { n: ends })}
          min={0}
        />
      )}
      <Button kind="main" icon="check" whyNot={whyNot}>
        {text('roster.apply')}
      </Button>
    </Form>
  )
}
