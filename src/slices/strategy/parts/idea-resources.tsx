import { ActionForm, Button } from '../../../ui/button.tsx'
import { Choice, Select } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { EmptyState, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { KINDS } from '../../resources/kinds/schema.ts'
import { KindMark } from '../../resources/parts/kind-mark.tsx'
import { type Idea, type Link, type ResourceChoice, WAYS } from '../diagram/schema.ts'

type IdeaResourcesProps = {
  strategyId: string
  idea: Idea
  choices: ResourceChoice[]
  whyNotWrite: string | undefined
  form: FormState | undefined
}

/** What a change idea uses, re-purposes or generates, and how. */
export function IdeaResources({ strategyId, idea, choices, whyNotWrite, form }: IdeaResourcesProps) {
  const { text } = usePage()
  return (
    <Section title={text('strategy.leans_on')} id="resources">
      {idea.links.length === 0 && <EmptyState small question={text('strategy.no_resources_question')} />}
      {idea.links.length > 0 && (
        <ul class="lines">
          {idea.links.map((link) => (
            <LinkLine strategyId={strategyId} link={link} mayWrite={!whyNotWrite} key={link.id} />
          ))}
        </ul>
      )}
      <LinkForm strategyId={strategyId} idea={idea} choices={choices} whyNotWrite={whyNotWrite} form={form} />
    </Section>
  )
}

function LinkLine({ strategyId, link, mayWrite }: { strategyId: string; link: Link; mayWrite: boolean }) {
  const { text, at } = usePage()
  const removal = at(urls.changeIdeaResourceRemoval, { strategy: strategyId, idea: link.ideaId, link: link.id })
  return (
    <li class="stack stack-tight">
      <div class="row row-spread">
        <span>
          <strong>{text(`strategy.way_${link.way}`)}</strong> <a href={at(urls.resource, { resource: link.resourceId })}>{link.name}</a>
        </span>
        {mayWrite && (
          <ActionForm action={removal} label={text('strategy.unlink', { name: link.name })} icon="x" kind="quiet" size="small" iconOnly />
        )}
      </div>
      <span class="row small">
        <KindMark kind={link.kind} size={16} />
        {link.how && <span class="soft">{link.how}</span>}
      </span>
    </li>
  )
}

function LinkForm({ strategyId, idea, choices, whyNotWrite, form }: IdeaResourcesProps) {
  const { text, at } = usePage()
  const groups = KINDS.map((kind) => ({
    label: text(`resources.kind_${kind}`),
    options: choices.filter((one) => one.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
  })).filter((group) => group.options.length > 0)
  const nothing = choices.length === 0 ? 'strategy.no_resources_at_all' : undefined
  return (
    <Form action={at(urls.changeIdeaResources, { strategy: strategyId, idea: idea.id })} id="link" state={form}>
      <Select
        name="resourceId"
        label={text('strategy.which_resource')}
        options={[]}
        groups={groups}
        empty={text('strategy.choose')}
        width="full"
      />
      <Choice
        name="way"
        label={text('strategy.which_way')}
        line
        options={WAYS.map((value) => ({ value, label: text(`strategy.way_${value}`) }))}
      />
      <TextField name="how" label={text('strategy.how')} hint={text('strategy.how_hint')} optional maxlength={300} />
      <Button kind={idea.links.length === 0 ? 'main' : 'plain'} icon="plus" whyNot={whyNotWrite ?? nothing}>
        {text('strategy.link_resource')}
      </Button>
    </Form>
  )
}
