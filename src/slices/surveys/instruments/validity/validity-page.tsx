import { Button } from '../../../../ui/button.tsx'
import { Choice, Select } from '../../../../ui/choices.tsx'
import { DateField, TextArea } from '../../../../ui/fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { PageHead, Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { inLanguage } from '../../rules.ts'
import type { Instrument } from '../schema.ts'
import { type Note, NOTE_KINDS, type NoteKind, type Source } from './schema.ts'

type ValidityPageProps = {
  instrument: Instrument
  notes: Note[]
  sources: Source[]
  today: string
  whyNot: string | undefined
  form?: FormState
}

/** What may be concluded from a questionnaire and what not, and what that rests on. */
export function ValidityPage({ instrument, notes, sources, today, whyNot, form }: ValidityPageProps) {
  const { text, language } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead
        title={text('surveys.validity_title')}
        above={inLanguage(instrument.title, language)}
        lead={text('surveys.validity_lead')}
      />
      {NOTE_KINDS.map((kind) => (
        <NotesOf key={kind} kind={kind} notes={notes.filter((note) => note.kind === kind)} instrument={instrument} />
      ))}
      <Adding instrument={instrument} sources={sources} today={today} whyNot={whyNot} form={form} />
    </div>
  )
}

/** What the questionnaire itself says stands first; where nothing was added, that is said too. */
function NotesOf({ kind, notes, instrument }: { kind: NoteKind; notes: Note[]; instrument: Instrument }) {
  const { text, language } = usePage()
  const given = {
    use: inLanguage(instrument.purpose, language),
    limit: text('surveys.validity_not_for'),
    licence: text(`surveys.provenance_${instrument.provenance}`),
  }
  const said = kind === 'evidence' || kind === 'revision' ? undefined : given[kind]
  return (
    <Section title={text(`surveys.validity_${kind}`)}>
      {said && <p>{said}</p>}
      {notes.length === 0 && !said && <p class="soft">{text(`surveys.validity_no_${kind === 'evidence' ? kind : 'revision'}`)}</p>}
      {notes.length > 0 && (
        <ul class="lines">
          {notes.map((note) => (
            <NoteLine note={note} key={note.id} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function NoteLine({ note }: { note: Note }) {
  const { text, at, format } = usePage()
  return (
    <li>
      {note.body
        .split('\n')
        .filter(Boolean)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      <p class="small soft">
        {[format.date(note.notedOn), note.author].filter(Boolean).join(' · ')}{' '}
        {note.surveyId && <a href={at(urls.survey, { survey: note.surveyId })}>{text('surveys.validity_from_survey')}</a>}
      </p>
    </li>
  )
}

function Adding({ instrument, sources, today, whyNot, form }: Omit<ValidityPageProps, 'notes'>) {
  const { text, at, language, format } = usePage()
  const kinds = NOTE_KINDS.map((value) => ({ value, label: text(`surveys.validity_${value}`) }))
  const surveys = sources.map((one) => ({ value: one.id, label: `${inLanguage(one.title, language)} (${format.date(one.closesOn)})` }))
  return (
    <Section title={text('surveys.validity_add')}>
      <Form action={at(urls.instrumentValidity, { instrument: instrument.id })} state={form}>
        <Choice name="kind" label={text('surveys.validity_about')} options={kinds} value="evidence" />
        <TextArea name="body" label={text('surveys.validity_body')} hint={text('surveys.validity_body_hint')} maxlength={2000} />
        <DateField name="notedOn" label={text('surveys.validity_on')} value={today} max={today} />
        {surveys.length > 0 && (
          <Select
            name="surveyId"
            label={text('surveys.validity_survey')}
            hint={text('surveys.validity_survey_hint')}
            options={surveys}
            empty={text('surveys.validity_survey_none')}
            width="full"
            optional
          />
        )}
        <Button whyNot={whyNot}>{text('surveys.validity_save')}</Button>
      </Form>
    </Section>
  )
}
