import type { ClassTold, CourseTold, EnrollmentTold, Kind, SessionTold, StudentTold } from '../nouns/schema.ts'

type Known = Record<Kind, ReadonlyMap<string, string>>

export function sessionColumns(told: SessionTold) {
  return { title: told.title, kind: told.type, beginsOn: told.begins, endsOn: told.ends, endedOn: null }
}

export function courseColumns(told: CourseTold) {
  return { title: told.title, code: told.code, grades: told.grades, subjects: told.subjects, endedOn: null }
}

/** A class without a school that we know cannot stand anywhere; its course may be unknown. */
export function classColumns(told: ClassTold, known: Known) {
  const schoolId = known.unit.get(told.school)
  if (!schoolId) return undefined
  const { title, code, location, grades, subjects } = told
  return {
    schoolId,
    courseId: known.course.get(told.course) ?? null,
    kind: told.type,
    title,
    code,
    location,
    grades,
    subjects,
    endedOn: null,
  }
}

export function enrollmentColumns(told: EnrollmentTold, known: Known) {
  const classId = known.class.get(told.class)
  const personId = known.person.get(told.person)
  if (!classId || !personId) return undefined
  return {
    classId,
    personId,
    role: told.role,
    isPrimary: told.primary,
    beginsOn: told.begins || null,
    endsOn: told.ends || null,
    endedOn: null,
  }
}

export function studentColumns(told: StudentTold, known: Known) {
  const classId = known.class.get(told.class)
  if (!classId) return undefined
  return { classId, studentSourceId: told.student, beginsOn: told.begins || null, endsOn: told.ends || null, endedOn: null }
}
