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

/** How the days of the reminders come about; those that suit are worked out from the window when the survey is opened. */
export const REMINDING = ['suiting', 'none', 'own'] as const

/** The fields of the days that somebody chooses. */
export const REMINDER_FIELDS = ['reminder_1', 'reminder_2', 'reminder_3'] as const

const yes = z.preprocess((sent) => sent === 'yes', z.boolean())

const fields = z.object({
  instrumentId: id,
  /** The places below that are asked; all of them where none is named. */
  units: several(id),
  roles: several(z.enum(ASKED_ROLES)),
  mode: z.enum(MODES).default('anonymous'),
  languages: several(z.enum(SURVEY_LANGUAGES)),
  opensOn: day,
  closesOn: day,
  remind: z.enum(REMINDING),
  /** Days on which those who have not answered are written to once more. */
  reminders: several(day).transform((days) => [...new Set(days)].toSorted()),
  fewest: z.enum(FEWEST_CHOICES).default('5').transform(Number),
  inParts: yes,
  byRole: yes,
})

export const openingForm = z.preprocess(withReminders, fields)

export type Opening = z.output<typeof openingForm>

/** A form has a field for each day, of which some stay empty; they count only where days of one's own were chosen. */
function withReminders(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return sent
  const given = Object.entries(sent).filter(([name]) => name === 'reminders' || REMINDER_FIELDS.some((field) => field === name))
  const days = given.flatMap(([, value]) => value).filter((one) => one !== '')
  const { remind = days.length > 0 ? 'own' : 'none' }: { remind?: unknown } = sent
  return { ...sent, remind, reminders: remind === 'suiting' || remind === 'none' ? [] : days }
}

/** First and last day by themselves, to say what would follow from them. */
export const windowForm = z.object({ opensOn: day, closesOn: day }).refine(({ opensOn, closesOn }) => opensOn <= closesOn)

export const extensionForm = z.object({ closesOn: day })

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
  /** The place that asks. */
  askedBy: string
}

/** Whom an opening would ask at a place. */
export type AskedAt = { unitId: string; name: string; people: number; onPaper: number }
