import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { DateField, TextArea, TextField } from '../../ui/fields.tsx'
import { Fieldset, Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { EmptyState, PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import { CIRCLES, type Cycle } from './schema.ts'

type Named = { id: string; name: string }

export type CycleFormPageProps = {
  cycle?: Cycle
  /** The cycle after which this one comes. */
  parent?: Cycle
  goals: Named[]
  ideas: (Named & { goalId: string })[]
  measures: Named[]
  people: Named[]
  asked: { goalId?: string; ideaId?: string }
  whyNotWrite: string | undefined
  form?: FormState
}

/** The plan of a cycle: one question, a prediction, and who does what when. */
export function CycleFormPage(props: CycleFormPageProps) {
  const { cycle, parent, goals } = props
  const { text, at } = usePage()
  const title = cycle ? text('cycles.edit_title', { n: cycle.number }) : text(parent ? 'cycles.next_title' : 'cycles.new_title')
  return (
    <div class="stack stack-loose">
      <PageHead
        title={title}
        lead={cycle ? undefined : text('cycles.new_lead')}
        above={
          parent && (
            <a href={at(urls.cycle, { cycle: parent.id })}>{text('cycles.named', { n: parent.number, question: parent.question })}</a>
          )
        }
      />
      {goals.length === 0 && !cycle ? (
        <EmptyState question={text('cycles.no_goal_question')}>
          <LinkButton kind="main" href={at(urls.goals)}>
            {text('cycles.to_goals')}
          </LinkButton>
        </EmptyState>
      ) : (
        <PlanForm {...props} />
      )}
    </div>
  )
}

function PlanForm({ cycle, parent, goals, ideas, measures, people, asked, whyNotWrite, form }: CycleFormPageProps) {
  const { text, at } = usePage()
  const before = cycle ?? parent
  const action = cycle ? at(urls.cycle, { cycle: cycle.id }) : at(urls.cycles)
  return (
    <Form action={action} state={form} version={cycle?.version} fields={{ parentId: cycle ? undefined : parent?.id }}>
      {!cycle && (
        <Select
          name="goalId"
          label={text('cycles.goal')}
          value={asked.goalId ?? parent?.goalId ?? goals[0]?.id}
          options={optionsOf(goals)}
          width="full"
        />
      )}
      <Select
        name="ideaId"
        label={text('cycles.idea')}
        value={asked.ideaId ?? before?.ideaId}
        options={optionsOf(ideas)}
        empty={text('cycles.no_idea')}
        optional
        width="full"
      />
      <TextField
        name="question"
        label={text('cycles.question_label')}
        hint={text('cycles.question_hint')}
        value={cycle?.question}
        maxlength={300}
      />
      <TextArea
        name="prediction"
        label={text('cycles.prediction')}
        hint={text('cycles.prediction_hint')}
        value={cycle?.prediction}
        optional
      />
      <Select
        name="measureId"
        label={text('cycles.measure')}
        value={before?.measureId}
        options={optionsOf(measures)}
        empty={text('cycles.no_measure')}
        optional
        width="full"
      />
      <Fieldset legend={text('cycles.plan_legend')}>
        <TextArea name="planWhat" label={text('cycles.plan_what')} value={before?.planWhat} optional rows={2} />
        <TextField
          name="planWho"
          label={text('cycles.plan_who')}
          hint={text('cycles.plan_who_hint')}
          value={before?.planWho}
          optional
          maxlength={300}
        />
        <div class="days">
          <DateField name="beginsOn" label={text('cycles.begins_on')} value={cycle?.beginsOn} optional />
          <DateField name="endsOn" label={text('cycles.ends_on')} value={cycle?.endsOn} optional />
        </div>
        <Select
          name="ledBy"
          label={text('cycles.led_by')}
          hint={text('cycles.led_by_hint')}
          value={before?.ledBy}
          options={optionsOf(people)}
          empty={text('cycles.nobody')}
          optional
        />
      </Fieldset>
      <Select
        name="circle"
        label={text('measures.circle')}
        value={before?.circle ?? 'school'}
        options={CIRCLES.map((value) => ({ value, label: text(`measures.circle_${value}`) }))}
      />
      <div class="row-of-acts">
        <Button kind="main" whyNot={whyNotWrite}>
          {text(cycle ? 'cycles.save' : 'cycles.plan')}
        </Button>
        <LinkButton kind="quiet" href={cycle ? action : at(urls.cycles)}>
          {text('cycles.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}

function optionsOf(named: Named[]) {
  return named.map(({ id, name }) => ({ value: id, label: name }))
}
