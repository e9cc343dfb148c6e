import { STAFF_ROLES } from '../bundle/schema.ts'
import type { Bundle, Row, TableName } from '../bundle/schema.ts'
import { splitList } from '../cells/rules.ts'
import type {
  ClassTold,
  CourseTold,
  EnrollmentTold,
  Kind,
  Noun,
  PersonTold,
  Roster,
  SessionTold,
  StudentTold,
  Telling,
  ToldOf,
  UnitTold,
} from './schema.ts'

/** The part of a checked bundle that we keep: staff by name, and students by number alone where they are switched on. */
export function rosterOf(bundle: Bundle, options: { withStudents: boolean }): Roster {
  const courses = bundle.contents.get('courses')?.byId ?? new Map<string, Row>()
  const students = telling<'student'>(bundle, 'enrollments', studentTold, (row) => options.withStudents && row.cells['role'] === 'student')
  return {
    unit: telling<'unit'>(bundle, 'orgs', unitTold),
    person: telling<'person'>(bundle, 'users', personTold, (row) => STAFF_ROLES.includes(row.cells['role'] ?? '')),
    session: telling<'session'>(bundle, 'academicSessions', sessionTold),
    course: telling<'course'>(bundle, 'courses', courseTold),
    class: telling<'class'>(bundle, 'classes', (row) => classTold(row, courses)),
    enrollment: telling<'enrollment'>(bundle, 'enrollments', enrollmentTold, (row) => row.cells['role'] !== 'student'),
    // Switched off, students are neither written nor ended by a file that has them.
    student: { ...students, complete: students.complete && options.withStudents },
  }
}

/** A grade as people write it: 04 is 4 and KG is K. */
export function gradeOf(code: string) {
  const grade = code.trim().toUpperCase()
  if (grade === 'KG') return 'K'
  return /^0\d$/.test(grade) ? grade.slice(1) : grade
}

function telling<K extends Kind>(
  bundle: Bundle,
  table: TableName,
  tell: (row: Row) => ToldOf[K],
  wanted: (row: Row) => boolean = () => true,
): Telling<K> {
  const contents = bundle.contents.get(table)
  const nouns: Noun<K>[] = []
  const refused = new Set<string>()
  for (const row of contents?.rows ?? []) {
    const sourceId = row.cells['sourcedId'] ?? ''
    if (row.standing === 'refused') refused.add(sourceId)
    else if (row.standing === 'taken' && wanted(row)) nouns.push({ sourceId, label: labelOf(row), told: tell(row) })
  }
  return { nouns, refused, complete: contents?.state === 'read' }
}

function labelOf({ cells }: Row) {
  return cells['name'] ?? cells['title'] ?? `${cells['givenName'] ?? ''} ${cells['familyName'] ?? ''}`.trim()
}

function cell(row: Row, name: string) {
  return row.cells[name] ?? ''
}

function unitTold(row: Row): UnitTold {
  return { name: cell(row, 'name'), type: cell(row, 'type'), parent: cell(row, 'parentSourcedId'), identifier: cell(row, 'identifier') }
}

function personTold(row: Row): PersonTold {
  return {
    given: cell(row, 'givenName'),
    family: cell(row, 'familyName'),
    email: cell(row, 'email').toLowerCase(),
    role: cell(row, 'role'),
    orgs: splitList(cell(row, 'orgSourcedIds')),
  }
}

function sessionTold(row: Row): SessionTold {
  return { title: cell(row, 'title'), type: cell(row, 'type'), begins: cell(row, 'startDate'), ends: cell(row, 'endDate') }
}

function courseTold(row: Row): CourseTold {
  return { title: cell(row, 'title'), code: cell(row, 'courseCode'), grades: gradesOf(row), subjects: splitList(cell(row, 'subjects')) }
}

/** Many systems write grades and subjects at the course alone. */
function classTold(row: Row, courses: Map<string, Row>): ClassTold {
  const course = courses.get(cell(row, 'courseSourcedId'))
  const grades = gradesOf(row)
  const subjects = splitList(cell(row, 'subjects'))
  return {
    title: cell(row, 'title'),
    code: cell(row, 'classCode'),
    course: cell(row, 'courseSourcedId'),
    school: cell(row, 'schoolSourcedId'),
    type: cell(row, 'classType'),
    location: cell(row, 'location'),
    terms: splitList(cell(row, 'termSourcedIds')),
    grades: grades.length === 0 && course ? gradesOf(course) : grades,
    subjects: subjects.length === 0 && course ? splitList(cell(course, 'subjects')) : subjects,
    periods: [...new Set(splitList(cell(row, 'periods')))],
  }
}

function enrollmentTold(row: Row): EnrollmentTold {
  return {
    class: cell(row, 'classSourcedId'),
    person: cell(row, 'userSourcedId'),
    role: cell(row, 'role'),
    primary: cell(row, 'primary') === 'true',
    begins: cell(row, 'beginDate'),
    ends: cell(row, 'endDate'),
  }
}

function studentTold(row: Row): StudentTold {
  return {
    class: cell(row, 'classSourcedId'),
    student: cell(row, 'userSourcedId'),
    begins: cell(row, 'beginDate'),
    ends: cell(row, 'endDate'),
  }
}

function gradesOf(row: Row) {
  return [...new Set(splitList(cell(row, 'grades')).map(gradeOf))]
}
