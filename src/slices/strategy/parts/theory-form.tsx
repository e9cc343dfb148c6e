import { Button, LinkButton } from '../../../ui/button.tsx'
import { Check, Select } from '../../../ui/choices.tsx'
import { TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { CIRCLES, type Strategy } from '../schema.ts'

type TheoryFormProps = {
  action: string
  /** The strategy whose words stand in the form to begin with. */
  before: Strategy | undefined
  /** Whether that strategy itself is changed, or a new one drawn. */
  changing?: boolean
  back?: string
  whyNot: string | undefined
  form: FormState | undefined
}

export function TheoryForm({ action, before, changing, back, whyNot, form }: TheoryFormProps) {
  const { text } = usePage()
  const circles = CIRCLES.map((value) => ({ value, label: text(`measures.circle_${value}`) }))
  return (
    <Form action={action} state={form} version={changing ? before?.version : undefined}>
      <TextArea name="leadersDo" label={text('strategy.if_label')} value={before?.leadersDo} rows={2} />
      <TextArea name="adultsChange" label={text('strategy.then_label')} value={before?.adultsChange} rows={2} />
      <TextArea name="studentsGain" label={text('strategy.so_that_label')} value={before?.studentsGain} rows={2} />
      <Select name="circle" label={text('measures.circle')} value={before?.circle ?? 'school'} options={circles} />
      {before && !changing && <Check name="carry" label={text('strategy.carry')} hint={text('strategy.carry_hint')} checked />}
      <div class="row-of-acts">
        <Button kind="main" whyNot={whyNot}>
          {text(changing ? 'strategy.save' : 'strategy.draw')}
        </Button>
        {back && (
          <LinkButton kind="quiet" href={back}>
            {text('strategy.cancel')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}
