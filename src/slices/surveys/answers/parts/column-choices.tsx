import { Button } from '../../../../ui/button.tsx'
import { Select } from '../../../../ui/choices.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Details } from '../../../../ui/page-parts.tsx'
import type { Instrument } from '../../instruments/schema.ts'
import { inLanguage, placesOf } from '../../rules.ts'
import type { Preview } from '../schema.ts'

type ColumnChoicesProps = { instrument: Instrument; told: Preview; again: string }

/** Which column is what: guessed from the names, open where a question has none. */
export function ColumnChoices({ instrument, told: { header, columns }, again }: ColumnChoicesProps) {
  const { text, language } = usePage()
  const options = header.map((label, index) => ({
    value: String(index),
    label: label || text('surveys.answers_column_n', { n: index + 1 }),
  }))
  const common = { options, empty: text('surveys.answers_no_column'), optional: true }
  const missing = columns.items.filter((column) => column === null).length
  return (
    <Details
      summary={text('surveys.answers_columns', { n: columns.items.length - missing, of: columns.items.length })}
      open={missing > 0 || columns.school === null}
    >
      {(['school', 'role', 'respondent'] as const).map((name) => (
        <Select
          key={name}
          name={name}
          label={text(`surveys.answers_column_${name}`)}
          hint={text(`surveys.answers_column_${name}_hint`)}
          value={valueOf(columns[name])}
          {...common}
        />
      ))}
      {placesOf(instrument.scales).map(({ at, item }) => (
        <Select
          key={item.key}
          name={`item_${at}`}
          label={inLanguage(item.text, language)}
          value={valueOf(columns.items[at] ?? null)}
          {...common}
        />
      ))}
      <Button formaction={again}>{text('surveys.answers_look_again')}</Button>
    </Details>
  )
}

function valueOf(column: number | null): string {
  return column === null ? '' : String(column)
}
