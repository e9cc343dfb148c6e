import { Button, LinkButton } from '../../../../../ui/button.tsx'
import { Choices, Select } from '../../../../../ui/choices.tsx'
import { Form } from '../../../../../ui/form.tsx'
import type { FormState } from '../../../../../ui/form-context.ts'
import { PageHead, Section } from '../../../../../ui/page-parts.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { urls } from '../../../../../urls.ts'
import { inLanguage, optionsOf } from '../../../rules.ts'
import type { Scale } from '../../../schema.ts'
import { PartAnswers, PartItems } from '../../parts/part-preview.tsx'
import { isOfBank } from '../../rules.ts'
import type { Deciding } from '../conditions/rules.ts'
import { PartForm } from '../parts/part-form.tsx'
import type { Draft } from '../schema.ts'

type PartPageProps = {
  draft: Draft
  scale: Scale
  /** The questions whose answers can decide who is asked this part. */
  candidates: Deciding[]
  /** The one that was chosen to decide. */
  decides: Deciding | undefined
  /** By question, the one that was just chosen to decide who is asked it. */
  chosen: ReadonlyMap<string, string>
  form?: FormState
}

/** A part of a questionnaire: its questions and answers, and of whom it is asked. */
export function PartPage({ draft, scale, candidates, decides, chosen, form }: PartPageProps) {
  const { text, at, language } = usePage()
  const back = <LinkButton href={at(urls.instrumentDraft, { draft: draft.id })}>{text('surveys.builder_back')}</LinkButton>
  return (
    <div class="stack stack-loose">
      <PageHead
        title={inLanguage(scale.name, language) || text('surveys.builder_part_unnamed')}
        lead={text(`surveys.builder_is_${scale.kind ?? 'scale'}`)}
        action={back}
      />
      {isOfBank(scale) ? <BankPart draft={draft} scale={scale} /> : <PartForm draft={draft} scale={scale} chosen={chosen} form={form} />}
      <Section title={text('surveys.builder_condition')} id="condition">
        {candidates.length === 0 ? (
          <p class="soft">{text('surveys.builder_condition_none')}</p>
        ) : (
          <WhoIsAsked draft={draft} scale={scale} candidates={candidates} decides={decides} />
        )}
      </Section>
    </div>
  )
}

function BankPart({ draft, scale }: { draft: Draft; scale: Scale }) {
  const { text } = usePage()
  return (
    <div class="stack">
      <PartItems scale={scale} scales={draft.document.scales} />
      <PartAnswers scale={scale} />
      <p class="soft">{text('surveys.builder_bank_fixed')}</p>
    </div>
  )
}

/** First the question, then its answers: without script a second list cannot follow the first on the same page. */
function WhoIsAsked({ draft, scale, candidates, decides }: Omit<PartPageProps, 'form' | 'chosen'>) {
  const { text, at, language } = usePage()
  const params = { draft: draft.id, part: scale.key }
  const questions = candidates.map(({ item }) => ({ value: item.key, label: inLanguage(item.text, language) }))
  return (
    <>
      <Form action={`${at(urls.instrumentDraftPart, params)}#condition`} method="get" id="question">
        <Select
          name="of"
          label={text('surveys.builder_condition_question')}
          options={questions}
          value={decides?.item.key}
          empty={text('surveys.builder_everybody')}
          width="full"
        />
        <Button>{text('surveys.builder_condition_answers')}</Button>
      </Form>
      <Form
        action={at(urls.instrumentDraftCondition, params)}
        version={draft.version}
        id="answers"
        fields={{ item: decides?.item.key ?? '' }}
      >
        {decides && (
          <Choices
            name="values"
            label={text('surveys.builder_condition_values', { question: inLanguage(decides.item.text, language) })}
            hint={text('surveys.builder_condition_hint')}
            options={optionsOf(decides.scale, language).map(({ value, label }) => ({ value: String(value), label }))}
            values={scale.when?.item === decides.item.key ? scale.when.values.map(String) : []}
          />
        )}
        {(decides ?? scale.when) && <Button>{text(decides ? 'surveys.builder_condition_save' : 'surveys.builder_condition_drop')}</Button>}
      </Form>
    </>
  )
}
