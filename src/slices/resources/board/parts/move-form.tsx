import { Button, LinkButton } from '../../../../ui/button.tsx'
import { Select } from '../../../../ui/choices.tsx'
import { TextField } from '../../../../ui/fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { KINDS } from '../../kinds/schema.ts'
import { keptOf } from '../rules.ts'
import type { Card, View } from '../schema.ts'

export type MoveChoices = { groups: string[]; neighbours: { value: string; label: string }[]; whyNot?: string; state?: FormState }

/** Moving without script: to another kind, into a group, before another one. */
export function MoveForm({ card, choices, view }: { card: Card; choices: MoveChoices; view: View }) {
  const { text, at } = usePage()
  const kept = keptOf(view)
  const places = [
    { value: 'stay', label: text('resources.place_stay') },
    { value: 'first', label: text('resources.place_first') },
    { value: 'end', label: text('resources.place_end') },
  ]
  const before = choices.neighbours.map((one) => ({ value: one.value, label: text('resources.place_before', { name: one.label }) }))
  return (
    <Form
      action={at(urls.resourceOrder)}
      id={`move-${card.id}`}
      state={choices.state}
      fields={{ resource: card.id, ...kept }}
      label={text('resources.move_name', { name: card.name })}
    >
      <Select
        name="kind"
        label={text('resources.kind')}
        value={card.kind}
        options={KINDS.map((kind) => ({ value: kind, label: text(`resources.kind_${kind}`) }))}
      />
      <TextField
        name="groupLabel"
        label={text('resources.group')}
        hint={text('resources.group_hint')}
        value={card.groupLabel}
        suggestions={choices.groups}
        width="middle"
        optional
      />
      <Select name="before" label={text('resources.where_to')} options={[...places, ...before]} />
      <div class="row-of-acts">
        <Button kind="main" whyNot={choices.whyNot}>
          {text('resources.move_here')}
        </Button>
        <LinkButton kind="quiet" href={`${at(urls.resources, {}, kept)}#r-${card.id}`}>
          {text('resources.leave_it')}
        </LinkButton>
      </div>
    </Form>
  )
}
