import { Button } from '../../../../../ui/button.tsx'
import { Check } from '../../../../../ui/choices.tsx'
import { TextArea, TextField } from '../../../../../ui/fields.tsx'
import { Fieldset, Form } from '../../../../../ui/form.tsx'
import type { FormState } from '../../../../../ui/form-context.ts'
import { usePage } from '../../../../../ui/page-context.tsx'
import { urls } from '../../../../../urls.ts'
import type { Item, Scale, Texts } from '../../../schema.ts'
import { useAskedOf } from '../../parts/asked-of.tsx'
import { PartAnswers } from '../../parts/part-preview.tsx'
import { type Draft, rowField } from '../schema.ts'

type PartFormProps = { draft: Draft; scale: Scale; form?: FormState }

/** A part of one's own: a row for each question, and room for more at the end. */
export function PartForm({ draft, scale, form }: PartFormProps) {
  const { text, at } = usePage()
  const { languages } = draft.document
  const version = Number(form?.values['version'] ?? draft.version)
  return (
    <Form action={at(urls.instrumentDraftPart, { draft: draft.id, part: scale.key })} version={version} id="part" state={form}>
      <EachLanguage languages={languages} name="name" texts={scale.name} />
      <EachLanguage languages={languages} name="purpose" texts={scale.purpose} optional />
      {scale.answers ? <OwnAnswers draft={draft} answers={scale.answers} /> : <PartAnswers scale={scale} />}
      {scale.items.map((item, row) => (
        <QuestionRow draft={draft} scale={scale} item={item} row={row} key={item.key} />
      ))}
      {languages.map((language) => (
        <TextArea
          name={`more_${language}`}
          label={text(`surveys.builder_more_${language}`)}
          hint={text(scale.kind === undefined ? 'surveys.own_hint' : 'surveys.builder_more_hint')}
          optional
          rows={4}
          maxlength={4000}
          key={language}
        />
      ))}
      <Button kind="main">{text('surveys.builder_save')}</Button>
    </Form>
  )
}

type EachLanguageProps = { languages: Draft['document']['languages']; name: 'name' | 'purpose'; texts: Texts; optional?: boolean }

function EachLanguage({ languages, name, texts, optional }: EachLanguageProps) {
  const { text } = usePage()
  return (
    <>
      {languages.map((language) => (
        <TextField
          name={`${name}_${language}`}
          label={text(`surveys.builder_${name}_${language}`)}
          value={texts[language]}
          maxlength={name === 'name' ? 120 : 500}
          optional={optional}
          key={language}
        />
      ))}
    </>
  )
}

function OwnAnswers({ draft, answers }: { draft: Draft; answers: readonly Texts[] }) {
  const { text } = usePage()
  return (
    <>
      {draft.document.languages.map((language) => (
        <TextArea
          name={`answers_${language}`}
          label={text(`surveys.builder_answers_${language}`)}
          hint={text('surveys.builder_answers_hint')}
          value={answers.map((texts) => texts[language] ?? '').join('\n')}
          rows={5}
          maxlength={2000}
          key={language}
        />
      ))}
    </>
  )
}

type QuestionRowProps = { draft: Draft; scale: Scale; item: Item; row: number }

function QuestionRow({ draft, scale, item, row }: QuestionRowProps) {
  const { text } = usePage()
  const { languages, scales } = draft.document
  const askedOf = useAskedOf(item.when, scales)
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
      {item.when && <Check name={rowField('when', row)} label={askedOf} checked />}
    </Fieldset>
  )
}
