import { stringify } from 'csv-stringify/sync'
import { checkBundle } from '../../src/slices/roster/bundle/rules.ts'
import type { Bundle } from '../../src/slices/roster/bundle/schema.ts'
import { SCHOOLS } from './cast.ts'
import { type Lesson, staffDistrict, type Worker } from './staffing.ts'

const TABLES = ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'users'] as const

const ABSENT = ['categories', 'classResources', 'courseResources', 'demographics', 'lineItems', 'resources', 'results']

/** The district's roster as its student information system would send it: OneRoster 1.1, bulk. */
export function rosterBundle(schoolYear: { begins: string; ends: string }): Bundle {
  const { workers, lessons } = staffDistrict()
  const files = {
    manifest: manifest(),
    academicSessions: sessions(schoolYear),
    orgs: orgs(),
    courses: courses(lessons),
    classes: lessons.map(classRow),
    users: workers.map(userRow),
    enrollments: lessons.flatMap((lesson) => lesson.teachers.map((teacher) => enrollment(lesson, teacher, schoolYear.begins))),
  }
  const bytes = Object.entries(files).map(([name, rows]): [string, Buffer] => [
    `${name.toLowerCase()}.csv`,
    Buffer.from(stringify(rows, { header: true })),
  ])
  return checkBundle({ files: new Map(bytes), defects: [] })
}

function manifest() {
  const facts = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.1'],
    ...TABLES.map((name) => [`file.${name}`, 'bulk']),
    ...ABSENT.map((name) => [`file.${name}`, 'absent']),
  ]
  return [...facts, ['source.systemName', 'Cedar Valley SIS'], ['source.systemCode', 'cedar']].map(([propertyName, value]) => ({
    propertyName,
    value,
  }))
}

function row<Rest extends object>(sourcedId: string, rest: Rest) {
  return { sourcedId, status: '', dateLastModified: '', ...rest }
}

function sessions({ begins, ends }: { begins: string; ends: string }) {
  const schoolYear = ends.slice(0, 4)
  return [
    row('Y1', {
      title: `${begins.slice(0, 4)}–${schoolYear}`,
      type: 'schoolYear',
      startDate: begins,
      endDate: ends,
      parentSourcedId: '',
      schoolYear,
    }),
  ]
}

function orgs() {
  const district = row('D1', { name: 'Cedar Valley Unified', type: 'district', identifier: '9900100', parentSourcedId: '' })
  const schools = SCHOOLS.map(({ key, name }, index) =>
    row(key, { name, type: 'school', identifier: `99001000000${index + 1}`, parentSourcedId: 'D1' }),
  )
  return [district, ...schools]
}

function courses(lessons: Lesson[]) {
  const names = new Map(lessons.map((lesson) => [courseId(lesson), lesson]))
  return [...names].map(([id, lesson]) =>
    row(id, {
      schoolYearSourcedId: 'Y1',
      title: lesson.subject || 'Elementary classroom',
      courseCode: '',
      grades: lesson.grades.join(','),
      orgSourcedId: lesson.school,
      subjects: lesson.subject,
      subjectCodes: '',
    }),
  )
}

function courseId(lesson: Lesson): string {
  return `${lesson.school}-${(lesson.subject || lesson.grades[0] || '').replaceAll(' ', '')}`
}

function classRow(lesson: Lesson) {
  return row(lesson.id, {
    title: lesson.title,
    grades: lesson.grades.join(','),
    courseSourcedId: courseId(lesson),
    classCode: '',
    classType: lesson.subject ? 'scheduled' : 'homeroom',
    location: '',
    schoolSourcedId: lesson.school,
    termSourcedIds: 'Y1',
    subjects: lesson.subject,
    subjectCodes: '',
    periods: lesson.periods.join(','),
  })
}

function userRow(worker: Worker) {
  const { givenName, familyName, email, role } = worker
  return row(worker.id, {
    enabledUser: 'true',
    orgSourcedIds: worker.school ?? 'D1',
    role,
    username: email,
    userIds: '',
    givenName,
    familyName,
    middleName: '',
    identifier: worker.id,
    email,
    sms: '',
    phone: '',
    agentSourcedIds: '',
    grades: '',
    password: '',
  })
}

function enrollment(lesson: Lesson, teacher: string, beginDate: string) {
  return row(`E-${lesson.id}-${teacher}`, {
    classSourcedId: lesson.id,
    schoolSourcedId: lesson.school,
    userSourcedId: teacher,
    role: 'teacher',
    primary: 'true',
    beginDate,
    endDate: '',
  })
}
