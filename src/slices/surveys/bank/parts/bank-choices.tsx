import { Choices } from '../../../../ui/choices.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { minutesOf } from '../../instruments/rules.ts'
import { inLanguage } from '../../rules.ts'
import type { Scale } from '../../schema.ts'

/** The scales of the bank to choose from, each with what it tells and how long it takes. */
export function BankChoices({ bank, label }: { bank: readonly Scale[]; label: string }) {
  const { text, at, language } = usePage()
  const options = bank.map((scale) => ({
    value: scale.key,
    label: inLanguage(scale.name, language),
    hint: `${inLanguage(scale.purpose, language)} ${text('surveys.builder_scale_facts', { n: scale.items.length, minutes: minutesOf([scale]) })}`,
  }))
  return (
    <>
      <Choices name="scales" label={label} options={options} />
      <a href={at(urls.instrumentBank)}>{text('surveys.builder_read_bank')}</a>
    </>
  )
}
