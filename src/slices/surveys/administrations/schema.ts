import { z } from 'zod'
import { type Role, SCHOOL_STAFF } from '../../../access/roles.ts'
import { day, id, several } from '../../../web/fields.ts'
import { type Mode, MODES, type Scale, SURVEY_LANGUAGES, type Texts } from '../schema.ts'

/** Whom a survey of staff can be put to. */
export const ASKED_ROLES = [...SCHOOL_STAFF, 'coach', 'district_leader'] as const satisfies readonly Role[]

/** The groups that can be counted apart, so that it shows whether a question means the same to both. */
export const GROUPS = ['leading', 'teaching', 'other'] as const

export type Group = (typeof GROUPS)[number]

/** Under how many people nothing is said of a place; chosen before the first answer, never lower than five. */
export const FEWEST_CHOICES = ['5', '10'] as const

const yes = z.preprocess((sent) => sent === 'yes', z.boolean())

export const openingForm = z.object({
  instrumentId: id,
  roles: several(z.enum(ASKED_ROLES)),
  mode: z.enum(MODES).default('anonymous'),
  languages: several(z.enum(SURVEY_LANGUAGES)),
  opensOn: day,
  closesOn: day,
  /** Days on which those who have not answered are written to once more. */
  reminders: several(day),
  fewest: z.enum(FEWEST_CHOICES).default('5').transform(Number),
  inParts: yes,
  byRole: yes,
})

export type Opening = z.output<typeof openingForm>

/** A survey as the leaders of a place that takes part know it, with the numbers of that place alone. */
export type Survey = {
  id: string
  unitId: string
  instrumentId: string
  title: Texts
  minutes: number
  scales: Scale[]
  roles: Role[]
  opensOn: string
  closesOn: string
  mode: Mode
  languages: (typeof SURVEY_LANGUAGES)[number][]
  reminders: string[]
  fewest: number
  inParts: boolean
  byRole: boolean
  sealId: string | null
  closedAt: Date | null
  foldedAt: Date | null
  invited: number
  /** Rounded, as of a day; nothing before the first count. */
  answered: number | null
  countedOn: string | null
}
