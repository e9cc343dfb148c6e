/** What a roster can tell about, in the order in which they can be written: each points only to those before it. */
export const KINDS = ['unit', 'person', 'session', 'course', 'class', 'enrollment', 'student'] as const
export type Kind = (typeof KINDS)[number]

/** What the roster says of one row, reduced to what we keep; all ids are the roster's own. */
export type UnitTold = { name: string; type: string; parent: string; identifier: string }
export type PersonTold = { given: string; family: string; email: string; role: string; orgs: string[] }
export type SessionTold = { title: string; type: string; begins: string; ends: string }
export type CourseTold = { title: string; code: string; grades: string[]; subjects: string[] }
export type ClassTold = {
  title: string
  code: string
  course: string
  school: string
  type: string
  location: string
  terms: string[]
  grades: string[]
  subjects: string[]
  periods: string[]
}
export type EnrollmentTold = { class: string; person: string; role: string; primary: boolean; begins: string; ends: string }
export type StudentTold = { class: string; student: string; begins: string; ends: string }

export type ToldOf = {
  unit: UnitTold
  person: PersonTold
  session: SessionTold
  course: CourseTold
  class: ClassTold
  enrollment: EnrollmentTold
  student: StudentTold
}

export type Noun<K extends Kind = Kind> = { sourceId: string; label: string; told: ToldOf[K] }

/** `refused` rows stay as they are with us; without `complete` the file was not there, and nothing may end for its lack. */
export type Telling<K extends Kind = Kind> = { nouns: Noun<K>[]; refused: Set<string>; complete: boolean }
export type Roster = { [K in Kind]: Telling<K> }
