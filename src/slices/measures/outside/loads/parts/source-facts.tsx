import { Select } from '../../../../../ui/choices.tsx'
import { NumberField, TextField } from '../../../../../ui/fields.tsx'
import { Fieldset } from '../../../../../ui/form.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import type { Choices, ColumnProfile } from '../../columns/schema.ts'

type SourceFactsProps = { choices: Choices; columns: ColumnProfile[]; publishers: string[]; names: string[] }

/** Whose scores they are, of when, and which columns say of which school. */
export function SourceFacts({ choices, columns, publishers, names }: SourceFactsProps) {
  const { text } = usePage()
  return (
    <>
      <Fieldset legend={text('measures.outside_whose')} title>
        <TextField
          name="name"
          label={text('measures.outside_name')}
          hint={text('measures.outside_name_hint')}
          value={choices.name}
          suggestions={names}
          maxlength={120}
        />
        <TextField
          name="publisher"
          label={text('measures.outside_publisher')}
          value={choices.publisher}
          suggestions={publishers}
          maxlength={120}
        />
        <NumberField name="year" label={text('measures.outside_year')} hint={text('measures.outside_year_hint')} value={choices.year} />
        <TextField
          name="period"
          label={text('measures.outside_period')}
          hint={text('measures.outside_period_hint')}
          value={choices.period}
          width="middle"
          optional
          maxlength={40}
        />
        <TextField name="link" type="url" label={text('measures.outside_link')} value={choices.link} optional />
        <TextField name="licence" label={text('measures.outside_licence')} value={choices.licence} optional maxlength={120} />
      </Fieldset>
      <Fieldset legend={text('measures.outside_which_school')} hint={text('measures.outside_which_school_hint')} title>
        <ColumnSelect
          name="identifierColumn"
          label={text('measures.outside_identifier_column')}
          columns={columns}
          value={choices.identifierColumn}
        />
        <ColumnSelect name="nameColumn" label={text('measures.outside_name_column')} columns={columns} value={choices.nameColumn} />
        <ColumnSelect
          name="respondentsColumn"
          label={text('measures.outside_respondents_column')}
          hint={text('measures.outside_respondents_hint')}
          columns={columns}
          value={choices.respondentsColumn}
        />
      </Fieldset>
    </>
  )
}

type ColumnSelectProps = { name: string; label: string; hint?: string; columns: ColumnProfile[]; value: number | null }

function ColumnSelect({ columns, value, ...field }: ColumnSelectProps) {
  const { text } = usePage()
  const options = columns.map(({ index, label, samples }) => {
    const name = label || text('measures.outside_column_n', { n: index + 1 })
    return { value: String(index), label: samples[0] ? text('measures.outside_column_sample', { name, sample: samples[0] }) : name }
  })
  return (
    <Select {...field} optional empty={text('measures.outside_no_column')} options={options} value={value === null ? '' : String(value)} />
  )
}
