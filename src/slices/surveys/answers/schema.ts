import { z } from 'zod'
import { day, optionalWholeNumber } from '../../../web/fields.ts'
import { FEWEST_CHOICES } from '../administrations/schema.ts'
import type { Given } from '../responding/schema.ts'

/** A file chosen in a browser; a browser sends an empty one where none was chosen. */
export const uploadForm = z.object({
  file: z.instanceof(File, { error: 'surveys.bring_no_file' }).refine((file) => file.size > 0, { error: 'surveys.bring_no_file' }),
})

/** What a column of a file is, by its place in the header; null where the file has none. */
export type Columns = {
  school: number | null
  role: number | null
  respondent: number | null
  /** In the order of the questions. */
  items: (number | null)[]
}

const column = optionalWholeNumber(0, 5000)

/** A file on its way between the preview and its acceptance, with what was said of its columns: `item_0` and so on. */
export const carriedForm = z
  .looseObject({
    carried: z.string({ error: 'surveys.bring_again' }).min(1, { error: 'surveys.bring_again' }),
    fileName: z.string().max(200).default(''),
    school: column,
    role: column,
    respondent: column,
  })
  .transform(({ carried, fileName, school, role, respondent, ...rest }) => {
    const items = Object.entries(rest).flatMap(([name, value]) => {
      const at = /^item_(\d{1,3})$/.exec(name)?.[1]
      const chosen = column.safeParse(value)
      return at === undefined ? [] : [[Number(at), chosen.success ? chosen.data : null] as const]
    })
    return { carried, fileName, school, role, respondent, items: new Map(items) }
  })

export type Carried = z.output<typeof carriedForm>

export const acceptForm = z.object({
  gatheredOn: day,
  fewest: z.enum(FEWEST_CHOICES).default('5').transform(Number),
  byRole: z.preprocess((sent) => sent === 'yes', z.boolean()),
})

export type Acceptance = z.output<typeof acceptForm>

/** What a row lacks; the first three say why its school is none of ours. */
export const FAULTS = [
  'unknown_school',
  'zeros_lost',
  'name_twice',
  'no_school',
  'not_option',
  'too_long',
  'twice',
  'nothing',
  'long_row',
] as const

/** Why a row is left out, and where that stands; `column` is empty where it is the whole row. */
export type Fault = { row: number; column: string; code: (typeof FAULTS)[number]; expected: string; found: string }

/** One person's answers as they are kept: where, in which group, and nothing of whose they are. */
export type ReadRow = { unitId: string; role: string | null; values: Given }

/** What a file would do. */
export type Preview = {
  header: string[]
  columns: Columns
  /** How many rows can be taken, and how many are left out. */
  taken: number
  left: number
  /** The first of them. */
  faults: Fault[]
  places: { name: string; n: number }[]
  /** What the cells of the column of roles are counted as. */
  roles: { found: string; group: string; n: number }[]
}

/** Where the answers of a survey come from that was not asked here. */
export type Source = { fileName: string; respondents: number; recordedAt: Date; broughtBy: string }
