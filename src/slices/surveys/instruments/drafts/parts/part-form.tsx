import { Button } from '../../../../../ui/button.tsx'
import { TextArea, TextField } from '../../../../../ui/fields.tsx'
import { Form } from '../../../../../ui/form.tsx'
import type { FormState } from '../../../../../ui/form-context.ts'
import { usePage } from '../../../../../ui/page-context.tsx'
import { urls } from '../../../../../urls.ts'
import type { Scale, Texts } from '../../../schema.ts'
import { PartAnswers } from '../../parts/part-preview.tsx'
import type { Draft } from '../schema.ts'
import { QuestionRow } from './question-row.tsx'

type PartFormProps = {
  draft: Draft
  scale: Scale
  /** By question, the one that was just chosen to decide who is asked it. */
  chosen: ReadonlyMap<string, string>
  form?: FormState
}

/** A part of one's own: a row for each question, and room for more at the end. */
export function PartForm({ draft, scale, chosen, form }: PartFormProps) {
  const { text, at } = usePage()
  const { languages } = draft.document
  const version = Number(form?.values['version'] ?? draft.version)
  return (
    <Form action={at(urls.instrumentDraftPart, { draft: draft.id, part: scale.key })} version={version} id="part" state={form}>
      <EachLanguage languages={languages} name="name" texts={scale.name} />
      <EachLanguage languages={languages} name="purpose" texts={scale.purpose} optional />
      {scale.answers ? <OwnAnswers draft={draft} scale={scale} answers={scale.answers} /> : <PartAnswers scale={scale} />}
      {scale.items.map((item, row) => (
        <QuestionRow draft={draft} scale={scale} item={item} row={row} chosen={chosen.get(item.key)} form={form} key={item.key} />
      ))}
      {languages.map((language) => (
        <TextArea
          name={`more_${language}`}
          label={text(`surveys.builder_${scale.items.length > 0 ? 'more' : 'questions'}_${language}`)}
          hint={text(scale.kind === undefined ? 'surveys.own_hint' : 'surveys.builder_more_hint')}
          optional={scale.items.length > 0}
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

function OwnAnswers({ draft, scale, answers }: { draft: Draft; scale: Scale; answers: readonly Texts[] }) {
  const { text } = usePage()
  return (
    <>
      {draft.document.languages.map((language) => (
        <TextArea
          name={`answers_${language}`}
          label={text(`surveys.builder_answers_${language}`)}
          hint={text(scale.kind === 'choice' ? 'surveys.builder_answers_choice' : 'surveys.builder_answers_hint')}
          value={answers.map((texts) => texts[language] ?? '').join('\n')}
          rows={5}
          maxlength={2000}
          key={language}
        />
      ))}
    </>
  )
}
