import { ActionForm, Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/choices.tsx'
import { DateField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Details, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { Measure, MeasureNote, MeasurePhase } from '../schema.ts'

export type PhaseForms = { phase?: FormState; note?: FormState }

type PhasesAndNotesProps = {
  measure: Measure
  phases: MeasurePhase[]
  notes: MeasureNote[]
  whyNotWrite: string | undefined
  forms: PhaseForms
}

/** When something began to be different, and what happened on a day. */
export function PhasesAndNotes({ measure, phases, notes, whyNotWrite, forms }: PhasesAndNotesProps) {
  const { text } = usePage()
  const mayWrite = !whyNotWrite
  return (
    <Section title={text('measures.phases_and_notes')} id="phases">
      {phases.length + notes.length > 0 && (
        <ul class="lines">
          {phases.map((phase) => (
            <PhaseLine measure={measure} phase={phase} mayWrite={mayWrite} key={phase.id} />
          ))}
          {notes.map((note) => (
            <NoteLine measure={measure} note={note} mayWrite={mayWrite} key={note.id} />
          ))}
        </ul>
      )}
      {mayWrite && <PhaseForm measure={measure} state={forms.phase} />}
      {mayWrite && <NoteForm measure={measure} state={forms.note} />}
    </Section>
  )
}

function PhaseLine({ measure, phase, mayWrite }: { measure: Measure; phase: MeasurePhase; mayWrite: boolean }) {
  const { text, at, format } = usePage()
  const removal = at(urls.measurePhaseRemoval, { measure: measure.id, phase: phase.id })
  return (
    <li class="row row-spread phase-line">
      <span>
        {text('measures.phase_from', { label: phase.label, day: format.day(phase.startsOn) })}{' '}
        {phase.frozen && <span class="soft">{text('measures.frozen')}</span>}
      </span>
      {mayWrite && (
        <ActionForm
          action={removal}
          label={text('measures.take_out_of', { day: phase.label })}
          icon="trash-2"
          kind="quiet"
          size="small"
          iconOnly
        />
      )}
    </li>
  )
}

function NoteLine({ measure, note, mayWrite }: { measure: Measure; note: MeasureNote; mayWrite: boolean }) {
  const { text, at, format } = usePage()
  const removal = at(urls.measureNoteRemoval, { measure: measure.id, note: note.id })
  return (
    <li class="row row-spread phase-line">
      <span>{`${format.day(note.onDay)}: ${note.text}`}</span>
      {mayWrite && (
        <ActionForm
          action={removal}
          label={text('measures.take_out_of', { day: note.text })}
          icon="trash-2"
          kind="quiet"
          size="small"
          iconOnly
        />
      )}
    </li>
  )
}

function PhaseForm({ measure, state }: { measure: Measure; state: FormState | undefined }) {
  const { text, at } = usePage()
  return (
    <Details summary={text('measures.begin_phase')} open={Boolean(state)}>
      <Form action={at(urls.measurePhases, { measure: measure.id })} id="phase" state={state}>
        <DateField name="startsOn" label={text('measures.from_day')} />
        <TextField name="label" label={text('measures.phase_label')} hint={text('measures.phase_label_hint')} maxlength={60} />
        <Check name="frozen" label={text('measures.freeze')} hint={text('measures.freeze_hint')} />
        <Button>{text('measures.begin_phase')}</Button>
      </Form>
    </Details>
  )
}

function NoteForm({ measure, state }: { measure: Measure; state: FormState | undefined }) {
  const { text, at } = usePage()
  return (
    <Details summary={text('measures.annotate')} open={Boolean(state)}>
      <Form action={at(urls.measureNotes, { measure: measure.id })} id="note" state={state}>
        <DateField name="onDay" label={text('measures.day')} />
        <TextField name="text" label={text('measures.what_happened')} maxlength={120} />
        <Button>{text('measures.annotate')}</Button>
      </Form>
    </Details>
  )
}
