import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { inLanguage, optionsOf } from '../../rules.ts'
import type { SaidItem, SaidScale } from '../schema.ts'
import { meanInWords, shareInWords } from '../words/rules.ts'
import { ShareStrip } from './shares-bar.tsx'

/** Each question of a scale: how the answers lie, then their mean. */
export function Questions({ said }: { said: SaidScale }) {
  const { text, language } = usePage()
  const { scale } = said
  const questionOf = ({ key }: SaidItem) => {
    const item = scale.items.find((one) => one.key === key)
    return item ? inLanguage(item.text, language) + (item.reversed ? ` (${text('surveys.report_turned')})` : '') : key
  }
  const columns = [
    { label: text('surveys.report_question'), cell: questionOf },
    { label: text('surveys.report_lie'), cell: (item: SaidItem) => <Lie item={item} /> },
    { label: text('surveys.report_mean'), numeric: true, cell: (item: SaidItem) => <ItemMean item={item} /> },
    { label: text('surveys.report_n'), numeric: true, cell: (item: SaidItem) => <People item={item} /> },
  ]
  return (
    <Table
      caption={`${inLanguage(scale.name, language)}: ${text('surveys.report_questions')}`}
      captionUnseen
      columns={columns}
      rows={said.items}
      stack
    />
  )
}

function Lie({ item: { distribution } }: { item: SaidItem }) {
  const { text } = usePage()
  if (!distribution) return <>{text('surveys.report_too_few')}</>
  const { low, middle, high, step } = distribution
  const words = (share: number) => {
    const told = shareInWords(share, step)
    return text(told.key, told.values)
  }
  return (
    <span>
      <ShareStrip shares={distribution} />{' '}
      {middle === null
        ? text('surveys.report_two_bands', { high: words(high), low: words(low) })
        : text('surveys.report_three_bands', { high: words(high), middle: words(middle), low: words(low) })}
    </span>
  )
}

function ItemMean({ item: { mean } }: { item: SaidItem }) {
  const { text, format } = usePage()
  if (!mean) return <>{text('surveys.report_not_said')}</>
  const told = meanInWords(mean, format.number)
  return <>{text(told.key, told.values)}</>
}

function People({ item: { n, distribution } }: { item: SaidItem }) {
  const { text, format } = usePage()
  return <>{n === null ? text(distribution ? 'surveys.report_not_said' : 'surveys.report_too_few') : format.number(n)}</>
}

/** Questions whose answers have no order: the share of each answer. */
export function Choices({ said }: { said: SaidScale }) {
  const { text, language } = usePage()
  const options = optionsOf(said.scale, language)
  return (
    <div class="stack">
      {said.items.map((item) => {
        const question = said.scale.items.find((one) => one.key === item.key)
        const caption = question ? inLanguage(question.text, language) : item.key
        if (!item.choices) return <p key={item.key}>{`${caption}: ${text('surveys.report_too_few')}`}</p>
        return <ChoiceTable caption={caption} labels={options.map(({ label }) => label)} choices={item.choices} key={item.key} />
      })}
    </div>
  )
}

type ChoiceTableProps = { caption: string; labels: string[]; choices: NonNullable<SaidItem['choices']> }

function ChoiceTable({ caption, labels, choices: { shares, step } }: ChoiceTableProps) {
  const { text } = usePage()
  const rows = shares.map((share, at) => ({ label: labels[at] ?? '', told: shareInWords(share, step) }))
  const columns = [
    { label: text('surveys.report_answer'), cell: (row: (typeof rows)[number]) => row.label },
    { label: text('surveys.report_share_of_people'), cell: ({ told }: (typeof rows)[number]) => text(told.key, told.values) },
  ]
  return <Table caption={caption} columns={columns} rows={rows} />
}
