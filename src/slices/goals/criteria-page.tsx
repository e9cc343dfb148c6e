import { Button, LinkButton } from '../../ui/button.tsx'
import { TextArea } from '../../ui/fields.tsx'
import { Fieldset, Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import type { Questions } from '../votes/schema.ts'
import { type Criteria, criterionFields, MOST_CRITERIA } from './criteria/schema.ts'
import { CriteriaList } from './parts/vote-opening.tsx'

type CriteriaPageProps = { criteria: Criteria; languages: readonly string[]; whyNotEdit: string | undefined; state?: FormState }

/** What makes a goal worthy here: to read for all, to change for the leadership team. */
export function CriteriaPage({ criteria, languages, whyNotEdit, state }: CriteriaPageProps) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('goals.criteria')} lead={text('goals.criteria_page_lead')} />
      {!criteria.own && <p class="soft">{text('goals.criteria_not_own')}</p>}
      {whyNotEdit ? (
        <>
          <CriteriaList criteria={criteria.questions} />
          <Button whyNot={whyNotEdit}>{text('goals.criteria_keep')}</Button>
        </>
      ) : (
        <Form action={at(urls.goalCriteria)} version={criteria.version} fields={keysOf(criteria.questions)} state={state} kind="wide">
          {rowsOf(criteria.questions).map((at) => (
            <CriterionFields criterion={criteria.questions[at]} at={at} languages={languages} key={at} />
          ))}
          <p class="hint">{text('goals.criteria_hint')}</p>
          <div class="row">
            <Button kind="main">{text('goals.criteria_keep')}</Button>
            <LinkButton href={at(urls.goals)}>{text('goals.cancel')}</LinkButton>
          </div>
        </Form>
      )}
    </>
  )
}

function CriterionFields({
  criterion,
  at,
  languages,
}: {
  criterion: Questions[number] | undefined
  at: number
  languages: readonly string[]
}) {
  const { text, language } = usePage()
  const ordered = [language, ...languages.filter((one) => one !== language)]
  return (
    <Fieldset legend={criterion ? text('goals.criterion_number', { number: at + 1 }) : text('goals.criterion_new')}>
      <div class="columns">
        {ordered.map((one) => (
          <TextArea
            name={criterionFields.text(at, one)}
            label={text(`goals.criterion_${one}`)}
            value={criterion?.text[one]}
            maxlength={300}
            rows={2}
            optional
            key={one}
          />
        ))}
      </div>
    </Fieldset>
  )
}

/** The questions there are, and room for two more. */
function rowsOf(questions: Questions): number[] {
  return Array.from({ length: Math.min(questions.length + 2, MOST_CRITERIA) }, (_, at) => at)
}

/** A question keeps its key, unseen, so that votes of several years can be laid side by side. */
function keysOf(questions: Questions): Record<string, string> {
  return Object.fromEntries(questions.map(({ key }, at) => [criterionFields.key(at), key]))
}
