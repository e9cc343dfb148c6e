import { z } from 'zod'
import { day, optionalId, paragraph } from '../../../../web/fields.ts'
import type { Texts } from '../../schema.ts'

/** What a validity file says: what a questionnaire is for, what not, what speaks for it, what was changed and why, whose it is. */
export const NOTE_KINDS = ['use', 'limit', 'evidence', 'revision', 'licence'] as const

export type NoteKind = (typeof NOTE_KINDS)[number]

export const noteForm = z.object({
  kind: z.enum(NOTE_KINDS),
  body: paragraph(2000),
  notedOn: day,
  surveyId: optionalId,
})

export type NoteForm = z.output<typeof noteForm>

export type Note = {
  id: string
  kind: NoteKind
  body: string
  notedOn: string
  /** The survey here whose report it rests on. */
  surveyId: string | null
  author: string | null
}

/** A closed survey that was asked with a questionnaire. */
export type Source = { id: string; title: Texts; closesOn: string }
