import { ActionForm, Button, LinkButton } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { BankChoices } from '../bank/parts/bank-choices.tsx'
import type { Scale } from '../schema.ts'
import { Drafts } from './drafts/parts/drafts.tsx'
import type { Draft } from './drafts/schema.ts'
import { HeadFields } from './parts/head-fields.tsx'

type InstrumentFormPageProps = { bank: readonly Scale[]; drafts: Draft[]; whyNot: string | undefined; form?: FormState }

/** A questionnaire from scales of the bank and questions of one's own; or the beginning of one that is built part by part. */
export function InstrumentFormPage({ bank, drafts, whyNot, form }: InstrumentFormPageProps) {
  const { text, at } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.new_title')} lead={text('surveys.new_lead')} />
      <div class="row-of-acts">
        <LinkButton href={at(urls.instrumentBringing)}>{text('surveys.bring')}</LinkButton>
        {!whyNot && <ActionForm action={at(urls.instrumentDrafts)} label={text('surveys.builder_start_empty')} />}
      </div>
      <Drafts drafts={drafts} />
      <Form action={at(urls.instruments)} state={form}>
        <HeadFields languages={['en']} otherHint={text('surveys.spanish_hint')} />
        <BankChoices bank={bank} label={text('surveys.scales')} />
        <TextArea name="own_en" label={text('surveys.own_en')} hint={text('surveys.own_hint')} optional maxlength={4000} />
        <TextArea name="own_es" label={text('surveys.own_es')} optional maxlength={4000} />
        <div class="row-of-acts">
          <Button kind="main" whyNot={whyNot}>
            {text('surveys.make')}
          </Button>
          {!whyNot && <Button formaction={at(urls.instrumentDrafts)}>{text('surveys.builder_start')}</Button>}
          <LinkButton kind="quiet" href={at(urls.surveys)}>
            {text('surveys.cancel')}
          </LinkButton>
        </div>
        <p class="hint">{text('surveys.builder_start_hint')}</p>
      </Form>
    </div>
  )
}
