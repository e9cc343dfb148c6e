import { Button, LinkButton } from '../../../ui/button.tsx'
import { TextArea, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage, optionsOf } from '../rules.ts'
import type { Scale } from '../schema.ts'
import { isEmpty } from './rules.ts'
import type { Brought, Refusal } from './schema.ts'

type PreviewPageProps = { brought: Brought; form?: FormState }

/** What a file gives and what it does not, before anything is made of it. */
export function PreviewPage({ brought, form }: PreviewPageProps) {
  const { text, at } = usePage()
  const n = brought.scales.flatMap((scale) => scale.items).length
  const lost = brought.refusals.filter((one) => one.loses !== 'detail').length
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.bring_preview')} lead={text('surveys.bring_counts', { n, lost })} />
      {isEmpty(brought) ? <Nothing /> : <AcceptForm brought={brought} form={form} />}
      {brought.scales.map((scale) => (
        <BroughtScale scale={scale} key={scale.key} />
      ))}
      <Refusals refusals={brought.refusals} />
      {!isEmpty(brought) && <a href={at(urls.instrumentBringing)}>{text('surveys.bring_other')}</a>}
    </div>
  )
}

function Nothing() {
  const { text, at } = usePage()
  return (
    <Section title={text('surveys.bring_nothing')}>
      <p>{text('surveys.bring_nothing_why')}</p>
      <LinkButton kind="main" href={at(urls.instrumentBringing)}>
        {text('surveys.bring_other')}
      </LinkButton>
    </Section>
  )
}

function AcceptForm({ brought, form }: PreviewPageProps) {
  const { text, at } = usePage()
  const { en, es } = brought.title
  return (
    <Form action={at(urls.instrumentBringingAcceptance)} state={form} fields={{ brought: JSON.stringify(brought) }}>
      <TextField name="title_en" label={text('surveys.title_en')} value={en ?? es} maxlength={120} />
      <TextField name="title_es" label={text('surveys.title_es')} value={es ?? en} maxlength={120} />
      <TextArea name="purpose" label={text('surveys.purpose')} hint={text('surveys.purpose_hint')} maxlength={1000} />
      <Button kind="main">{text('surveys.make')}</Button>
    </Form>
  )
}

function BroughtScale({ scale }: { scale: Scale }) {
  const { text, language } = usePage()
  return (
    <Section title={inLanguage(scale.name, language)}>
      <ol>
        {scale.items.map((item) => (
          <li key={item.key}>
            {inLanguage(item.text, language)} {item.reversed && <span class="soft">{text('surveys.reversed')}</span>}
          </li>
        ))}
      </ol>
      <p class="small">
        {optionsOf(scale, language)
          .map(({ value, label }) => `${value} = ${label}`)
          .join(' · ')}
      </p>
    </Section>
  )
}

function Refusals({ refusals }: { refusals: Refusal[] }) {
  const { text } = usePage()
  if (refusals.length === 0) return null
  return (
    <Section title={text('surveys.bring_refused')}>
      <Table
        caption={text('surveys.bring_refused')}
        captionUnseen
        stack
        rows={refusals}
        columns={[
          { label: text('surveys.bring_at'), cell: (one) => one.at },
          { label: text('surveys.bring_found'), cell: (one) => one.found },
          { label: text('surveys.bring_expected'), cell: (one) => text(`surveys.bring_expects_${one.expected}`) },
          { label: text('surveys.bring_loses'), cell: (one) => text(`surveys.bring_loses_${one.loses}`) },
        ]}
      />
    </Section>
  )
}
