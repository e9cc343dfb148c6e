import { z } from 'zod'
import { version } from '../../../../web/fields.ts'
import type { Choices, Profile } from '../columns/schema.ts'
import { MISMATCHES } from '../matching/schema.ts'
import type { EditionCounts } from '../schema.ts'
import type { Spread } from '../spread/schema.ts'

/** A file chosen in a browser; a browser sends an empty one where none was chosen. */
export const uploadForm = z.object({
  file: z.instanceof(File, { error: 'measures.outside_choose_file' }).refine((file) => file.size > 0, 'measures.outside_choose_file'),
})

export const applicationForm = z.object({ version })

/** A file that was handed in, with what has been said of it so far. */
export type OutsideLoad = {
  id: string
  unitId: string
  fileName: string
  fileId: string
  profile: Profile
  choices: Choices
  version: number
  loadedBy: string
  recordedAt: Date
}

export const DEFECTS = [...MISMATCHES, 'long_row', 'no_school', 'twice', 'school_twice', 'not_number', 'off_scale', 'respondents'] as const

/** What is left out or stands alone, and where; `column` is empty where it is the whole row. */
export type Defect = { row: number; column: string; code: (typeof DEFECTS)[number]; expected: string; found: string }

/** A school as the file tells of it; `unitId` where it is one of ours. */
export type ReadSchool = {
  row: number
  identifier: string
  name: string
  unitId: string | null
  by: 'identifier' | 'name' | null
  few: boolean
  respondents: number | null
  scores: (number | null)[]
}

/** What a file would do with what has been chosen. */
export type ReadFile = { schools: ReadSchool[]; defects: Defect[] }

/** A row that is one of our schools, and how that was found. */
export type Matched = { row: number; told: string; school: string; by: 'identifier' | 'name' | null }

export type Preview = {
  counts: EditionCounts
  spreads: Spread[]
  matched: Matched[]
  /** Schools of ours that the file does not name. */
  absent: string[]
  defects: Defect[]
  /** What stands there already for the same source and time, and would be replaced. */
  replaces: string | undefined
  whyNotApply: string | undefined
}
