import { Check } from '../../../../../ui/choices.tsx'
import { TextField } from '../../../../../ui/fields.tsx'
import { Fieldset } from '../../../../../ui/form.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { AskedOf } from '../../parts/asked-of.tsx'
import { rowField } from '../schema.ts'
import { AskOnlyIf, type AskOnlyIfProps } from './ask-only-if.tsx'

/** A question of a part: its words, which way it counts, and of whom it is asked. */
export function QuestionRow(props: AskOnlyIfProps) {
  const { text } = usePage()
  const { draft, scale, item, row } = props
  const { languages, scales } = draft.document
  return (
    <Fieldset
      legend={text('surveys.builder_question', { n: row + 1 })}
      hint={row === 0 ? text('surveys.builder_question_hint') : undefined}
    >
      {languages.map((language) => (
        <TextField
          name={rowField(`text_${language}`, row)}
          label={text(`surveys.builder_text_${language}`)}
          value={item.text[language]}
          maxlength={500}
          key={language}
        />
      ))}
      {scale.kind === undefined && (
        <Check name={rowField('reversed', row)} label={text('surveys.builder_reversed')} checked={item.reversed} />
      )}
      <AskedOf when={item.when} part={scale} scales={scales} />
      <AskOnlyIf {...props} />
    </Fieldset>
  )
}
