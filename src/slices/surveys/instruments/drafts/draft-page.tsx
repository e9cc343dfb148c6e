import { ActionForm, Button, LinkButton } from '../../../../ui/button.tsx'
import { Choices, Select } from '../../../../ui/choices.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { Ask } from '../../../../ui/menu.tsx'
import { Details, EmptyState, PageHead, Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { BankChoices } from '../../bank/parts/bank-choices.tsx'
import { inLanguage } from '../../rules.ts'
import { type Scale, SURVEY_LANGUAGES } from '../../schema.ts'
import { HeadFields } from '../parts/head-fields.tsx'
import { minutesOf } from '../rules.ts'
import { DraftPart } from './parts/draft-part.tsx'
import { whyNotName } from './rules.ts'
import { type Draft, PART_KINDS } from './schema.ts'

type DraftPageProps = {
  draft: Draft
  /** The scales of the bank that are not in it yet. */
  bank: readonly Scale[]
  whyNotFinish: string | undefined
  form?: FormState
}

/** A questionnaire while it is being built: what it is, its parts in their order, and what else could come in. */
export function DraftPage({ draft, bank, whyNotFinish, form }: DraftPageProps) {
  const { text, at, language } = usePage()
  const { title, scales } = draft.document
  const n = scales.flatMap((scale) => scale.items).length
  // While it cannot be finished for want of these, their fields stand where one looks first.
  const isUnnamed = whyNotName(draft.document) !== undefined
  const finish = (
    <ActionForm
      kind="main"
      action={at(urls.instrumentDraftCompletion, { draft: draft.id })}
      label={text('surveys.builder_finish')}
      version={draft.version}
      whyNot={whyNotFinish}
    />
  )
  return (
    <div class="stack stack-loose">
      <PageHead
        title={inLanguage(title, language) || text('surveys.builder_unnamed')}
        lead={text('surveys.builder_counts', { n, minutes: minutesOf(scales) })}
        action={finish}
      />
      <p class="soft">{text(draft.revisesId ? 'surveys.builder_revises' : 'surveys.builder_lead')}</p>
      {isUnnamed && <Head draft={draft} form={form} />}
      <Section title={text('surveys.builder_parts')} action={n > 0 && <ReadingLink draft={draft} />}>
        {scales.length === 0 && (
          <EmptyState small question={text('surveys.builder_empty')} example={text('surveys.builder_empty_example')} />
        )}
        <div class="stack stack-loose">
          {scales.map((scale, index) => (
            <DraftPart draft={draft} scale={scale} index={index} key={scale.key} />
          ))}
        </div>
      </Section>
      <AddPart draft={draft} bank={bank} />
      {!isUnnamed && <Head draft={draft} form={form} />}
      <GiveUp draft={draft} />
    </div>
  )
}

/** Asked once more: what was written is kept nowhere else. */
function GiveUp({ draft }: { draft: Draft }) {
  const { text, at } = usePage()
  return (
    <div>
      <Ask id="give-up" kind="quiet" label={text('surveys.builder_drop')} title={text('surveys.builder_drop_title')}>
        <p>{text('surveys.builder_drop_means')}</p>
        <ActionForm
          kind="needs"
          action={at(urls.instrumentDraftRemoval, { draft: draft.id })}
          label={text('surveys.builder_drop_sure')}
          version={draft.version}
        />
      </Ask>
    </div>
  )
}

function ReadingLink({ draft }: { draft: Draft }) {
  const { text, at } = usePage()
  return <LinkButton href={at(urls.instrumentDraftReading, { draft: draft.id })}>{text('surveys.builder_reading')}</LinkButton>
}

function AddPart({ draft, bank }: Pick<DraftPageProps, 'draft' | 'bank'>) {
  const { text, at } = usePage()
  const params = { draft: draft.id }
  const kinds = PART_KINDS.map((value) => ({ value, label: text(`surveys.builder_kind_${value}`) }))
  return (
    <Section title={text('surveys.builder_add')}>
      <Form action={at(urls.instrumentDraftParts, params)} version={draft.version} id="own">
        <Select name="kind" label={text('surveys.builder_own_part')} options={kinds} width="full" />
        <Button>{text('surveys.builder_add_own')}</Button>
      </Form>
      {bank.length > 0 && (
        <Details summary={text('surveys.builder_from_bank')} open={draft.document.scales.length === 0}>
          <Form action={at(urls.instrumentDraftBank, params)} version={draft.version} id="bank">
            <BankChoices bank={bank} label={text('surveys.scales')} />
            <Button>{text('surveys.builder_add_bank')}</Button>
          </Form>
        </Details>
      )}
    </Section>
  )
}

function Head({ draft, form }: Pick<DraftPageProps, 'draft' | 'form'>) {
  const { text, at } = usePage()
  const { title, purpose, languages } = draft.document
  const options = SURVEY_LANGUAGES.map((value) => ({ value, label: text(`surveys.language_choice_${value}`) }))
  const version = Number(form?.values['version'] ?? draft.version)
  return (
    <Section title={text('surveys.builder_head')}>
      <Form action={at(urls.instrumentDraft, { draft: draft.id })} version={version} id="head" state={form}>
        <Choices name="languages" label={text('surveys.languages')} options={options} values={languages} line />
        <HeadFields languages={languages} title={title} purpose={purpose} />
        <Button>{text('surveys.builder_save')}</Button>
      </Form>
    </Section>
  )
}
