import { Details, Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { inLanguage } from '../../rules.ts'
import type { SaidTogether } from '../schema.ts'
import { closenessInWords, closestOf } from '../together/rules.ts'
import { FEWEST_SCHOOLS } from '../words/rules.ts'
import { Explained } from './trust.tsx'

/** More pairs than those of five parts open in their place. */
const MOST_OPEN = 10

/** How the parts go together: the clearest pair in a sentence, then all of which something may be said. */
export function ScalesTogether({ together }: { together: readonly SaidTogether[] }) {
  const { text, language } = usePage()
  if (together.length === 0) return null
  const closest = closestOf(together)
  const schools = together.find((pair) => pair.schools)?.schools?.count
  const namesOf = ({ one, other }: SaidTogether) => ({ one: inLanguage(one.name, language), other: inLanguage(other.name, language) })
  const overPeople = together.some(({ people }) => people)
  const columns = [
    { label: text('surveys.together_parts'), cell: (pair: SaidTogether) => text('surveys.together_pair', namesOf(pair)) },
    ...(overPeople
      ? [{ label: text('surveys.together_people'), cell: ({ people }: SaidTogether) => <Correlation of={people} step={people?.step} /> }]
      : []),
    ...(schools === undefined
      ? []
      : [{ label: text('surveys.together_schools'), cell: (pair: SaidTogether) => <Correlation of={pair.schools} /> }]),
  ]
  const table = <Table caption={text('surveys.together_title')} captionUnseen columns={columns} rows={[...together]} stack />
  return (
    <Section title={text('surveys.together_title')} id="how-parts-go-together">
      <p>
        {overPeople && text(closest ? 'surveys.together_sentence' : 'surveys.together_none', closest ? namesOf(closest) : {})}{' '}
        <Explained figure="together">{text('surveys.together_note')}</Explained>
      </p>
      {schools !== undefined && (
        <p class="soft">
          {text('surveys.together_of_schools', { n: schools })}{' '}
          {schools < FEWEST_SCHOOLS && text('surveys.report_few_schools', { n: schools })}
        </p>
      )}
      {together.length <= MOST_OPEN ? table : <Details summary={text('surveys.together_all', { n: together.length })}>{table}</Details>}
    </Section>
  )
}

type Found = { value: number; lower: number | null; upper: number | null }

/** In a word, then the figure with its interval. */
function Correlation({ of, step }: { of: Found | null; step?: number | null | undefined }) {
  const { text, format } = usePage()
  if (!of) return <>{text('surveys.report_not_said')}</>
  const { lower, upper } = of
  const number = (value: number) => format.number(value, 2)
  const value = step ? text('surveys.report_mean_about', { mean: format.number(of.value, step < 0.1 ? 2 : 1) }) : number(of.value)
  const range = lower !== null && upper !== null && text('surveys.between', { low: number(lower), high: number(upper) })
  return (
    <>
      {text(closenessInWords(of))}: {value}
      {range && ` (${range})`}
    </>
  )
}
