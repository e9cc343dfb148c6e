import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choices.tsx'
import { DateField, TextArea, TextField } from '../../../ui/fields.tsx'
import { Fieldset, Form } from '../../../ui/form.tsx'
import { Details, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { stageOf, whyNotStudy } from '../rules.ts'
import { type CyclePageProps, ANSWERS } from '../schema.ts'

/** What was learned, in three lines; before that, the form to hold the result against the prediction. */
export function Studying(props: CyclePageProps) {
  const { text } = usePage()
  const { cycle, study, today, forms } = props
  if (!study) {
    return (
      <Section title={text('cycles.study')} id="study">
        <Details summary={text('cycles.study_now')} open={Boolean(forms.study) || stageOf(cycle, today) === 'study'}>
          <StudyForm {...props} />
        </Details>
      </Section>
    )
  }
  const lines = [study.learnedFirst, study.learnedSecond, study.learnedThird].filter(Boolean)
  return (
    <Section title={text('cycles.learned')} id="study">
      <ol class="learned">
        {lines.map((line) => (
          <li class="lead" key={line}>
            {line}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function StudyForm({ cycle, today, whyNotWrite, forms }: CyclePageProps) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.cycleStudy, { cycle: cycle.id })} id="study-form" state={forms.study}>
      <DateField name="studiedOn" label={text('cycles.studied_when')} value={today} max={today} />
      <TextArea name="result" label={text('cycles.result_label')} hint={text('cycles.result_hint')} />
      <Choice
        name="asPredicted"
        label={text('cycles.as_predicted')}
        line
        options={ANSWERS.map((value) => ({ value, label: text(`cycles.answer_${value}`) }))}
      />
      <Fieldset legend={text('cycles.learned')} hint={text('cycles.learned_hint')}>
        <TextField name="learnedFirst" label={text('cycles.line_first')} maxlength={300} />
        <TextField name="learnedSecond" label={text('cycles.line_second')} optional maxlength={300} />
        <TextField name="learnedThird" label={text('cycles.line_third')} optional maxlength={300} />
      </Fieldset>
      <Button kind="main" whyNot={whyNotWrite ?? whyNotStudy(cycle)}>
        {text('cycles.record_study')}
      </Button>
    </Form>
  )
}
