import { z } from 'zod'
import { id, line, paragraph } from '../../../../web/fields.ts'

export const identifierForm = z.object({ unitId: id, identifier: line(60) })

export const linesForm = z.object({ lines: paragraph(200_000) })

/** A number by which others know a school: from the roster, or given by hand and then with an id by which it can be taken away. */
export type SchoolNumber = { id: string | null; identifier: string; from: 'roster' | 'hand' }

export type NumberedSchool = { id: string; name: string; slug: string; numbers: SchoolNumber[] }

export const LINE_FAULTS = ['no_comma', 'unknown_school', 'name_twice', 'taken', 'too_long'] as const

/** A pasted line that is none. */
export type BadLine = { line: number; text: string; fault: (typeof LINE_FAULTS)[number] }

export type GivenNumber = { unitId: string; identifier: string }
