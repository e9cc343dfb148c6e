import { Button } from '../../../../../ui/button.tsx'
import { Choices, Select } from '../../../../../ui/choices.tsx'
import type { FormState } from '../../../../../ui/form-context.ts'
import { Details } from '../../../../../ui/page-parts.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { inLanguage, optionsOf } from '../../../rules.ts'
import type { Item, Scale } from '../../../schema.ts'
import { conditionFault } from '../../conditions/rules.ts'
import { decidedBy, deciding, type Deciding } from '../conditions/rules.ts'
import { answersField, type Draft, rowField } from '../schema.ts'

export type AskOnlyIfProps = {
  draft: Draft
  scale: Scale
  item: Item
  row: number
  /** The question that was just chosen to decide who is asked this one. */
  chosen?: string
  form?: FormState
}

/**
 * Of whom a question is asked, folded away: first the question that decides, then its answers. Without script the second cannot
 * follow the first at once, so whatever else was written is saved with the first.
 */
export function AskOnlyIf({ draft, scale, item, row, chosen, form }: AskOnlyIfProps) {
  const { text } = usePage()
  const { document } = draft
  const candidates = deciding(document, scale.key)
  const field = rowField('whenItem', row)
  const of = form?.values[field] ?? chosen ?? item.when?.item
  const decides = decidedBy(document, of)
  const isTouched = (of ?? '') !== (item.when?.item ?? '') || Object.keys(form?.errors ?? {}).some((name) => isOfRow(name, row))
  return (
    <Details
      summary={text('surveys.builder_when')}
      id={`only-${item.key}`}
      open={isTouched || conditionFault(item.when, scale, document.scales) !== undefined}
    >
      {candidates.length === 0 && !item.when ? (
        <p class="soft">{text('surveys.builder_when_none')}</p>
      ) : (
        <div class="stack">
          <Which field={field} of={of} candidates={candidates} kept={item.when?.item} keptBy={decidedBy(document, item.when?.item)} />
          {decides && <Answers decides={decides} row={row} values={item.when?.item === of ? item.when?.values : undefined} />}
          <Button size="small">{text(decides ? 'surveys.builder_when_save' : 'surveys.builder_when_show')}</Button>
        </div>
      )}
    </Details>
  )
}

type WhichProps = {
  field: string
  of: string | undefined
  candidates: Deciding[]
  /** The question that decides so far, which may have moved behind or be gone. */
  kept: string | undefined
  keptBy: Deciding | undefined
}

function Which({ field, of, candidates, kept, keptBy }: WhichProps) {
  const { text, language } = usePage()
  const options = candidates.map(({ item }) => ({ value: item.key, label: inLanguage(item.text, language) }))
  const isMissing = kept !== undefined && !options.some(({ value }) => value === kept)
  const label = keptBy ? inLanguage(keptBy.item.text, language) : text('surveys.builder_when_lost')
  return (
    <Select
      name={field}
      label={text('surveys.builder_when_question')}
      options={isMissing ? [...options, { value: kept, label }] : options}
      value={of}
      empty={text('surveys.builder_everybody')}
      width="full"
      optional
    />
  )
}

function Answers({ decides, row, values }: { decides: Deciding; row: number; values?: readonly number[] }) {
  const { text, language } = usePage()
  const { scale, item } = decides
  return (
    <>
      <input type="hidden" name={rowField('whenOf', row)} value={item.key} />
      <Choices
        name={answersField(row, item.key)}
        label={text('surveys.builder_when_values', { question: inLanguage(item.text, language) })}
        hint={text('surveys.builder_condition_hint')}
        options={optionsOf(scale, language).map(({ value, label }) => ({ value: String(value), label }))}
        values={(values ?? []).map(String)}
      />
    </>
  )
}

function isOfRow(name: string, row: number): boolean {
  return name === rowField('whenItem', row) || name.startsWith(`whenValues.${row}.`)
}
