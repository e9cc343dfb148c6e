import type { SchoolLead } from './schema.ts'

const FIELD = 'leader-'

/** The name of a school's field in the form. */
export function leaderField(schoolId: string) {
  return `${FIELD}${schoolId}`
}

/** The answers of the form: schools for which somebody was chosen. */
export function chosenLeaders(body: Record<string, unknown>) {
  return Object.entries(body).flatMap(([name, personId]) =>
    name.startsWith(FIELD) && typeof personId === 'string' && personId !== '' ? [{ schoolId: name.slice(FIELD.length), personId }] : [],
  )
}

/** Why a person cannot be named principal of a school here, or undefined if they can: it must be one of its own people. */
export function whyNotLead(school: SchoolLead | undefined, personId: string) {
  if (!school?.candidates.some((candidate) => candidate.personId === personId)) return 'roster.leader_not_there'
  return school.principals.length > 0 ? 'roster.school_is_led' : undefined
}
