import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choices.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { VariableChoices } from '../../frameworks/schema.ts'
import { inLanguage } from '../rules.ts'
import type { Scale } from '../schema.ts'
import type { Watched } from './schema.ts'

type Watchable = { scale: Scale; measure: Watched | undefined; whyNot: string | undefined }

type WatchingPageProps = {
  survey: { id: string; title: string }
  scales: Watchable[]
  goals: { id: string; name: string }[]
  variables: VariableChoices[]
  form: FormState | undefined
}

/** Which scales of a survey the place follows from one survey to the next. */
export function WatchingPage({ survey, scales, ...choices }: WatchingPageProps) {
  const { text, language } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.watch_title')} lead={text('surveys.watch_lead', { title: survey.title })} />
      {scales.map((one) => (
        <Section title={inLanguage(one.scale.name, language)} key={one.scale.key}>
          <p class="soft">{inLanguage(one.scale.purpose, language)}</p>
          {one.measure ? (
            <Measure {...one.measure} />
          ) : one.whyNot ? (
            <NotWatched whyNot={one.whyNot} />
          ) : (
            <WatchForm {...one} {...choices} survey={survey.id} />
          )}
        </Section>
      ))}
    </div>
  )
}

function Measure({ measureId, measureName }: Watched) {
  const { text, at } = usePage()
  return (
    <p>
      {text('surveys.watched')} <a href={at(urls.measure, { measure: measureId })}>{measureName}</a>
    </p>
  )
}

/** Nothing to choose where nothing can be done. */
function NotWatched({ whyNot }: { whyNot: string }) {
  const { text } = usePage()
  return (
    <p>
      <Button whyNot={whyNot}>{text('surveys.watch')}</Button>
    </p>
  )
}

type WatchFormProps = Pick<Watchable, 'scale'> & Pick<WatchingPageProps, 'goals' | 'variables' | 'form'> & { survey: string }

function WatchForm({ scale, survey, goals, variables, form }: WatchFormProps) {
  const { text, at } = usePage()
  const state = form?.values['scale'] === scale.key ? form : undefined
  return (
    <Form action={at(urls.surveyWatching, { survey })} id={`watch-${scale.key}`} fields={{ scale: scale.key }} state={state} kind="line">
      <Select
        name="goalId"
        label={text('surveys.watch_goal')}
        empty={text('surveys.watch_no_goal')}
        options={goals.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <Select
        name="variable"
        label={text('surveys.watch_variable')}
        empty={text('surveys.watch_no_variable')}
        options={[]}
        groups={variables}
        optional
      />
      <Button>{text('surveys.watch')}</Button>
    </Form>
  )
}
