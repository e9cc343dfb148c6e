import type { NoteForm, Source } from './schema.ts'

/** Why a note cannot be added so, with the field at fault, or undefined if it can. */
export function whyNotNote({ kind, notedOn, surveyId }: NoteForm, sources: readonly Source[], today: string) {
  if (notedOn > today) return { field: 'notedOn', reason: 'surveys.validity_ahead' } as const
  if (!surveyId) return undefined
  if (kind !== 'evidence') return { field: 'surveyId', reason: 'surveys.validity_survey_evidence' } as const
  return sources.some((one) => one.id === surveyId) ? undefined : ({ field: 'surveyId', reason: 'surveys.validity_survey_other' } as const)
}
