import { ActionForm, Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { DateField, TextField } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { Details, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import type { Commitment } from './commitments/schema.ts'
import { whyNotRemoveIdea } from './diagram/rules.ts'
import type { Driver, Idea, ResourceChoice } from './diagram/schema.ts'
import { CommitmentList, type CommitmentReader, PlanCycle } from './parts/commitment-list.tsx'
import { IdeaResources } from './parts/idea-resources.tsx'
import type { Strategy } from './schema.ts'
import type { Named } from './strategy-page.tsx'

export type IdeaPageProps = {
  strategy: Strategy
  driver: Driver
  idea: Idea
  drivers: Driver[]
  resources: ResourceChoice[]
  people: Named[]
  commitments: Commitment[]
  held: { commitments: number; cycles: number }
  reader: CommitmentReader
  whyNotWrite: string | undefined
  forms: { idea?: FormState; link?: FormState; commitment?: FormState }
}

/** One change idea: what it leans on, who promised what for it, and the way to try it in a cycle. */
export function IdeaPage(props: IdeaPageProps) {
  const { strategy, driver, idea } = props
  const { text, at } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead
        title={idea.statement}
        above={
          <>
            <a href={at(urls.strategy, { strategy: strategy.id })}>{text('strategy.title')}</a>
            {' · '}
            <a href={at(urls.driver, { strategy: strategy.id, driver: driver.id })}>{driver.statement}</a>
          </>
        }
        action={<PlanCycle goalId={strategy.goalId} ideaId={idea.id} />}
      />
      <div class="columns">
        <IdeaResources
          strategyId={strategy.id}
          idea={idea}
          choices={props.resources}
          whyNotWrite={props.whyNotWrite}
          form={props.forms.link}
        />
        <IdeaCommitments {...props} />
      </div>
      <Changing {...props} />
    </div>
  )
}

function IdeaCommitments({ strategy, idea, people, commitments, reader, whyNotWrite, forms }: IdeaPageProps) {
  const { text, at } = usePage()
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section title={text('strategy.commitments')} id="commitments">
      {commitments.length === 0 && <p class="soft">{text('strategy.lacks_idea_without_commitment')}</p>}
      <CommitmentList commitments={commitments} reader={reader} />
      <Form action={at(urls.commitments, { strategy: strategy.id, idea: idea.id })} id="commitment" state={forms.commitment}>
        <Select name="personId" label={text('strategy.who')} options={options} empty={text('strategy.choose')} />
        <TextField name="what" label={text('strategy.what')} hint={text('strategy.what_hint')} maxlength={200} />
        <DateField name="dueOn" label={text('strategy.by_when')} hint={text('strategy.by_when_hint')} min={reader.today} />
        <Button kind={idea.links.length === 0 ? 'plain' : 'main'} icon="plus" whyNot={whyNotWrite}>
          {text('strategy.commit')}
        </Button>
      </Form>
    </Section>
  )
}

function Changing(props: IdeaPageProps) {
  const { strategy, idea, held, whyNotWrite, forms } = props
  const { text, at } = usePage()
  const here = { strategy: strategy.id, idea: idea.id }
  return (
    <Details summary={text('strategy.change_idea')} open={Boolean(forms.idea)}>
      <Form action={at(urls.changeIdea, here)} id="idea" state={forms.idea} version={idea.version}>
        <TextField name="statement" label={text('strategy.idea_label')} value={idea.statement} maxlength={300} />
        <Button whyNot={whyNotWrite}>{text('strategy.save')}</Button>
      </Form>
      <MoveIdea {...props} />
      <ActionForm
        action={at(urls.changeIdeaRemoval, here)}
        label={text('strategy.remove_idea')}
        icon="trash-2"
        kind="quiet"
        whyNot={whyNotWrite ?? whyNotRemoveIdea(held)}
      />
    </Details>
  )
}

/** One form for each driver's order: the place within it is chosen by the idea that comes next. */
function MoveIdea({ strategy, idea, drivers, whyNotWrite }: IdeaPageProps) {
  const { text, at } = usePage()
  return (
    <div class="stack stack-tight">
      {drivers.map((driver) => (
        <Form
          action={at(urls.changeIdeaMove, { strategy: strategy.id, idea: idea.id })}
          id={`place-${driver.id}`}
          fields={{ driverId: driver.id }}
          kind="line"
          key={driver.id}
        >
          <Select name="before" label={text('strategy.move_under', { driver: driver.statement })} options={placesIn(driver)} />
          <Button icon="move" size="small" whyNot={whyNotWrite}>
            {text('strategy.move')}
          </Button>
        </Form>
      ))}
    </div>
  )

  function placesIn(driver: Driver) {
    const others = driver.ideas.filter((one) => one.id !== idea.id)
    return [
      ...others.map((one) => ({ value: one.id, label: text('strategy.before', { name: one.statement }) })),
      { value: 'end', label: text('strategy.at_the_end') },
    ]
  }
}
