import { Button, LinkButton } from '../../ui/button.tsx'
import { Choice, Choices, Select } from '../../ui/choices.tsx'
import { NumberField, TextArea, TextField } from '../../ui/fields.tsx'
import { Fieldset, Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import { KINDS } from './kinds/schema.ts'
import type { ShownResource } from './resource-page.tsx'

export type ResourceFormPageProps = {
  resource: ShownResource & { version: number; unitIds: string[]; personIds: string[] }
  units: { value: string; label: string }[]
  people: { value: string; label: string }[]
  groups: string[]
  circles: { value: string; whyNot?: string }[]
  whyNot?: string
  state?: FormState
}

/** All that can be said about a resource. */
export function ResourceFormPage({ resource, units, people, groups, circles, whyNot, state }: ResourceFormPageProps) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('resources.change_title', { name: resource.name })} lead={text('resources.change_lead')} />
      <Form action={at(urls.resource, { resource: resource.id })} version={resource.version} state={state}>
        <TextField name="name" label={text('resources.name')} value={resource.name} maxlength={160} />
        <Select
          name="kind"
          label={text('resources.kind')}
          value={resource.kind}
          options={KINDS.map((kind) => ({ value: kind, label: text(`resources.kind_${kind}`) }))}
        />
        <TextArea
          name="description"
          label={text('resources.description')}
          hint={text('resources.description_hint')}
          value={resource.description}
          maxlength={4000}
          optional
        />
        <Fieldset legend={text('resources.where_it_lies')} hint={text('resources.where_it_lies_hint')} title>
          {units.length > 0 && (
            <Choices name="unitIds" label={text('resources.units')} options={units} values={resource.unitIds} line optional />
          )}
          {people.length > 0 && (
            <Choices name="personIds" label={text('resources.people')} options={people} values={resource.personIds} line optional />
          )}
        </Fieldset>
        <Fieldset legend={text('resources.what_it_takes')} hint={text('resources.what_it_takes_hint')} title>
          <NumberField name="minutesPerWeek" label={text('resources.minutes_per_week')} value={resource.minutesPerWeek} optional />
          <NumberField name="peopleCount" label={text('resources.people_count')} value={resource.peopleCount} optional />
          <NumberField name="annualCost" label={text('resources.annual_cost')} value={resource.annualCost} step="any" optional />
          <NumberField
            name="fullTimeShare"
            label={text('resources.full_time_share')}
            hint={text('resources.full_time_share_hint')}
            value={resource.fullTimeShare}
            step="any"
            optional
          />
        </Fieldset>
        <Fieldset legend={text('resources.finding_it_again')} title>
          <TextField
            name="groupLabel"
            label={text('resources.group')}
            hint={text('resources.group_hint')}
            value={resource.groupLabel}
            suggestions={groups}
            maxlength={60}
            width="middle"
            optional
          />
          <TextField
            name="tags"
            label={text('resources.tags')}
            hint={text('resources.tags_hint')}
            value={resource.tags.join(', ')}
            maxlength={300}
            optional
          />
          <TextArea
            name="links"
            label={text('resources.links')}
            hint={text('resources.links_hint')}
            value={resource.links.join('\n')}
            rows={2}
            optional
          />
        </Fieldset>
        <Choice
          name="circle"
          label={text('resources.circle_question')}
          value={resource.circle}
          options={circles.map(({ value, whyNot }) => ({
            value,
            label: text(`resources.circle_${value}`),
            hint: whyNot ? text(whyNot) : undefined,
            disabled: Boolean(whyNot),
          }))}
        />
        <div class="row-of-acts">
          <Button kind="main" whyNot={whyNot}>
            {text('resources.save')}
          </Button>
          <LinkButton kind="quiet" href={at(urls.resource, { resource: resource.id })}>
            {text('resources.leave_it')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
