import { Button, LinkButton } from '../../../ui/button.tsx'
import { Choice, Choices } from '../../../ui/choices.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage, optionsOf } from '../rules.ts'
import type { Item, Scale } from '../schema.ts'
import { AskedOf, useAskedOf } from '../instruments/parts/asked-of.tsx'
import { HeadFields } from '../instruments/parts/head-fields.tsx'
import { PartItems } from '../instruments/parts/part-preview.tsx'
import { isEmpty } from './rules.ts'
import { type Brought, countedField, type Refusal, reversedField } from './schema.ts'

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
  const { title, languages, purpose } = brought
  const named = Object.fromEntries(languages.map((language) => [language, inLanguage(title, language)]))
  return (
    <Form action={at(urls.instrumentBringingAcceptance)} state={form} fields={{ brought: JSON.stringify(brought) }}>
      <HeadFields offered={languages} title={named} purpose={purpose} />
      <div class="stack stack-loose">
        {brought.scales.map((scale) => (
          <BroughtPart scale={scale} scales={brought.scales} key={scale.key} />
        ))}
      </div>
      <div class="row-of-acts">
        <Button kind="main">{text('surveys.make')}</Button>
        <Button name="goOn" value="draft">
          {text('surveys.bring_go_on')}
        </Button>
      </div>
      <p class="hint">{text('surveys.bring_go_on_hint')}</p>
    </Form>
  )
}

/** A part as it comes over; what a file does not say of it can be said here. */
function BroughtPart({ scale, scales }: { scale: Scale; scales: readonly Scale[] }) {
  const { language } = usePage()
  return (
    <Section title={inLanguage(scale.name, language)}>
      <AskedOf when={scale.when} part={scale} scales={scales} />
      {scale.kind === 'text' ? <PartItems scale={scale} scales={scales} /> : <CountedPart scale={scale} scales={scales} />}
    </Section>
  )
}

function CountedPart({ scale, scales }: { scale: Scale; scales: readonly Scale[] }) {
  const { text, language } = usePage()
  const answers = optionsOf(scale, language).map(({ value, label }) => text('surveys.answer_worth', { value, label }))
  const counted = ['scale', 'choice'].map((kind) => ({ value: kind, label: text(`surveys.bring_counted_${kind}`) }))
  const items = scale.items.map((item) => ({ value: item.key, label: <ItemLabel item={item} scales={scales} /> }))
  const reversed = scale.items.filter((item) => item.reversed).map((item) => item.key)
  return (
    <>
      <Choices name={reversedField(scale)} label={text('surveys.bring_reversed')} options={items} values={reversed} />
      <p class="small">{answers.join(' · ')}</p>
      <Choice name={countedField(scale)} label={text('surveys.bring_counted')} options={counted} value={scale.kind ?? 'scale'} />
    </>
  )
}

function ItemLabel({ item, scales }: { item: Item; scales: readonly Scale[] }) {
  const { language } = usePage()
  return (
    <>
      {inLanguage(item.text, language)} <span class="small">{useAskedOf(item.when, scales)}</span>
    </>
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
