import { Button, LinkButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choices.tsx'
import { DateField, TextArea, TextField } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { Details, PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import { type Goal, STATEMENT_MAX, statementField } from './schema.ts'

type GoalFormPageProps = { goal?: Goal; languages: readonly string[]; whyNot: string | undefined; state?: FormState }

/** Writing or rewording a goal, as the questions that a colleague would ask. Only the sentence itself must be there. */
export function GoalFormPage({ goal, languages, whyNot, state }: GoalFormPageProps) {
  const { text, at } = usePage()
  const action = goal ? at(urls.goalEdit, { goal: goal.id }) : at(urls.goals)
  const back = goal ? at(urls.goal, { goal: goal.id }) : at(urls.goals)
  return (
    <>
      <PageHead title={text(goal ? 'goals.revise_title' : 'goals.write_title')} lead={text('goals.write_lead')} />
      <Form action={action} version={goal?.version} state={state}>
        <Statements goal={goal} languages={languages} state={state} />
        <TextField
          name="forWhom"
          label={text('goals.ask_for_whom')}
          hint={text('goals.hint_for_whom')}
          value={goal?.forWhom}
          maxlength={300}
          optional
        />
        <TextField
          name="baseline"
          label={text('goals.ask_baseline')}
          hint={text('goals.hint_baseline')}
          value={goal?.baseline}
          maxlength={300}
          optional
        />
        <TextField
          name="target"
          label={text('goals.ask_target')}
          hint={text('goals.hint_target')}
          value={goal?.target}
          maxlength={300}
          optional
        />
        <DateField name="dueOn" label={text('goals.ask_due_on')} value={goal?.dueOn} optional />
        <TextArea
          name="evidence"
          label={text('goals.ask_evidence')}
          hint={text('goals.hint_evidence')}
          value={goal?.evidence}
          maxlength={2000}
          optional
        />
        <Circle goal={goal} />
        <div class="row">
          <Button kind="main" whyNot={whyNot}>
            {text('goals.keep')}
          </Button>
          <LinkButton href={back}>{text('goals.cancel')}</LinkButton>
        </div>
      </Form>
    </>
  )
}

/** The reader's own language first and large; the others are one click away, unless something stands there already. */
function Statements({ goal, languages, state }: Pick<GoalFormPageProps, 'goal' | 'languages' | 'state'>) {
  const { text, language } = usePage()
  const others = languages.filter((one) => one !== language)
  const used = others.some((one) => goal?.statement[one] || state?.values[statementField(one)])
  return (
    <>
      <TextArea
        name={statementField(language)}
        label={text('goals.ask_statement')}
        hint={text('goals.hint_statement')}
        value={goal?.statement[language]}
        maxlength={STATEMENT_MAX}
        rows={2}
        large
      />
      <Details summary={text('goals.other_languages')} open={used}>
        {others.map((one) => (
          <TextArea
            name={statementField(one)}
            label={text(`goals.statement_${one}`)}
            value={goal?.statement[one]}
            maxlength={STATEMENT_MAX}
            rows={2}
            optional
            key={one}
          />
        ))}
      </Details>
    </>
  )
}

function Circle({ goal }: { goal: Goal | undefined }) {
  const { text } = usePage()
  const options = (['team', 'school', 'district'] as const).map((value) => ({ value, label: text(`goals.circle_${value}`) }))
  return <Choice name="circle" label={text('goals.ask_circle')} options={options} value={goal?.circle ?? 'school'} />
}
