import { z } from 'zod'
import { optionalWholeNumber } from '../../../web/fields.ts'
import type { Preview } from '../preview/rules.ts'
import type { PlanSummary, Report } from '../plan/schema.ts'

/** A file chosen in a browser; a browser sends an empty one where none was chosen. */
export const uploadForm = z.object({
  file: z.instanceof(File, { error: 'roster.choose_file' }).refine((file) => file.size > 0, 'roster.choose_file'),
  students: z.literal('yes').optional(),
})

export const applicationForm = z.object({ ends: optionalWholeNumber(0, 1_000_000) })

export type Load = {
  id: string
  fileName: string
  fileId: string | null
  preview: Preview
  plan: PlanSummary
  withStudents: boolean
  loadedBy: string
  recordedAt: Date
  application: { report: Report; appliedBy: string; recordedAt: Date } | undefined
}

/** A load in the list of loads: without its defects and names. */
export type LoadLine = {
  id: string
  fileName: string
  loadedBy: string
  recordedAt: Date
  appliedAt: Date | null
  errors: number
  warnings: number
}

/** What no roster can say and a person must. */
export type ToDecide = { schoolsWithoutLeader: number; proposals: number }
