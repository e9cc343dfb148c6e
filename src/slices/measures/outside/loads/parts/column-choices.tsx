import { Select } from '../../../../../ui/choices.tsx'
import { FieldError } from '../../../../../ui/field.tsx'
import { NumberField, TextField } from '../../../../../ui/fields.tsx'
import { useField } from '../../../../../ui/form-context.ts'
import { Fieldset } from '../../../../../ui/form.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { asScore, isScore } from '../../columns/rules.ts'
import type { Choices, ColumnProfile } from '../../columns/schema.ts'

type ColumnChoicesProps = { choices: Choices; columns: ColumnProfile[] }

/** Every column that could be a score, with what it is called, its scale, and which way is better. */
export function ColumnChoices({ choices, columns }: ColumnChoicesProps) {
  const { text, format } = usePage()
  const { error } = useField('use', {})
  const taken = [choices.identifierColumn, choices.nameColumn, choices.respondentsColumn]
  const possible = columns.filter((column) => isScore(column) && !taken.includes(column.index))
  const rows = possible.map((column) => {
    const chosen = choices.scores.find((score) => score.index === column.index)
    return { column, isChosen: chosen !== undefined, score: chosen ?? asScore(column) }
  })
  const first = rows[0]?.column.index
  const ways = (['up', 'down'] as const).map((way) => ({ value: way, label: text(`measures.better_${way}`) }))
  return (
    <Fieldset legend={text('measures.outside_which_scores')} hint={text('measures.outside_which_scores_hint')} title>
      {error && <FieldError id="use-error" error={error} />}
      <div class="outside-columns">
        <Table
          caption={text('measures.outside_which_scores')}
          captionUnseen
          stack
          rows={rows}
          rowKey={({ column }) => column.index}
          empty={<p>{text('measures.outside_no_numbers')}</p>}
          columns={[
            {
              label: text('measures.outside_column'),
              cell: ({ column, isChosen }) => <Use column={column} isChosen={isChosen} isFirst={column.index === first} />,
            },
            {
              label: text('measures.outside_called'),
              cell: ({ column, score }) => (
                <TextField
                  name={`name_${column.index}`}
                  label={text('measures.outside_called_of', { name: column.label })}
                  labelUnseen
                  value={score.name}
                  maxlength={120}
                />
              ),
            },
            { label: text('measures.outside_filled'), numeric: true, cell: ({ column }) => format.number(column.numbers) },
            {
              label: text('measures.outside_from'),
              cell: ({ column, score }) => (
                <NumberField
                  name={`low_${column.index}`}
                  label={text('measures.outside_from_of', { name: column.label })}
                  labelUnseen
                  value={score.low}
                  step="any"
                />
              ),
            },
            {
              label: text('measures.outside_to'),
              cell: ({ column, score }) => (
                <NumberField
                  name={`high_${column.index}`}
                  label={text('measures.outside_to_of', { name: column.label })}
                  labelUnseen
                  value={score.high}
                  step="any"
                />
              ),
            },
            {
              label: text('measures.better'),
              cell: ({ column, score }) => (
                <Select
                  name={`better_${column.index}`}
                  label={text('measures.outside_better_of', { name: column.label })}
                  labelUnseen
                  options={ways}
                  value={score.better}
                  width="short"
                />
              ),
            },
          ]}
        />
      </div>
    </Fieldset>
  )
}

type UseProps = { column: ColumnProfile; isChosen: boolean; isFirst: boolean }

/** The first box has the field's own id, so that the summary of what was wrong leads to it. */
function Use({ column, isChosen, isFirst }: UseProps) {
  const { value, error } = useField('use', {})
  const typed = typeof value === 'string' ? value.split(', ') : error ? [] : undefined
  return (
    <label class="option">
      <input
        type="checkbox"
        name="use"
        id={isFirst ? 'use' : `use-${column.index}`}
        value={column.index}
        checked={typed ? typed.includes(String(column.index)) : isChosen}
      />
      <span>{column.label || column.index + 1}</span>
      <span class="hint">{column.samples.join(' · ')}</span>
    </label>
  )
}
