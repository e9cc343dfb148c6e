// The columns, which of them must be filled, and the closed lists are those of the 1EdTech
// specification "OneRoster CSV Tables", version 1.1 (final).

import type { Defect } from '../defects/schema.ts'

export const TABLE_NAMES = ['orgs', 'academicSessions', 'courses', 'classes', 'users', 'enrollments'] as const
export type TableName = (typeof TABLE_NAMES)[number]

export const ORG_TYPES = ['department', 'school', 'district', 'local', 'state', 'national'] as const
export const SESSION_TYPES = ['gradingPeriod', 'semester', 'schoolYear', 'term'] as const
export const CLASS_TYPES = ['homeroom', 'scheduled'] as const
export const USER_ROLES = ['administrator', 'aide', 'guardian', 'parent', 'proctor', 'relative', 'student', 'teacher'] as const
export const ENROLLMENT_ROLES = ['administrator', 'proctor', 'student', 'teacher'] as const

/** Roles whose people work in a school; all others are checked, then left out. */
export const STAFF_ROLES: readonly string[] = ['administrator', 'aide', 'proctor', 'teacher']

/** What a cell has to be: the check of each kind stands in `cells/rules.ts`. */
export type Kind =
  | { is: 'text' | 'boolean' | 'date' | 'timestamp' | 'year' | 'list' | 'status' | 'unread' }
  | { is: 'one of'; values: readonly string[] }
  | { is: 'reference'; to: TableName; types?: readonly string[]; many?: boolean; leave?: boolean }

export type Column = { name: string; required: boolean; kind: Kind }
export type Table = { name: TableName; columns: readonly Column[] }

const TEXT: Kind = { is: 'text' }
const LIST: Kind = { is: 'list' }
const SCHOOL: Kind = { is: 'reference', to: 'orgs', types: ['school'] }

function must(name: string, kind: Kind = TEXT): Column {
  return { name, required: true, kind }
}

function may(name: string, kind: Kind = TEXT): Column {
  return { name, required: false, kind }
}

const HEAD = [must('sourcedId'), may('status', { is: 'status' }), may('dateLastModified', { is: 'timestamp' })]

/** In the order of their references: every table points only to itself and to tables above it. */
export const TABLES: readonly Table[] = [
  {
    name: 'orgs',
    columns: [
      ...HEAD,
      must('name'),
      must('type', { is: 'one of', values: ORG_TYPES }),
      may('identifier'),
      may('parentSourcedId', { is: 'reference', to: 'orgs' }),
    ],
  },
  {
    name: 'academicSessions',
    columns: [
      ...HEAD,
      must('title'),
      must('type', { is: 'one of', values: SESSION_TYPES }),
      must('startDate', { is: 'date' }),
      must('endDate', { is: 'date' }),
      may('parentSourcedId', { is: 'reference', to: 'academicSessions' }),
      must('schoolYear', { is: 'year' }),
    ],
  },
  {
    name: 'courses',
    columns: [
      ...HEAD,
      may('schoolYearSourcedId', { is: 'reference', to: 'academicSessions', types: ['schoolYear'] }),
      must('title'),
      may('courseCode'),
      may('grades', LIST),
      must('orgSourcedId', { is: 'reference', to: 'orgs' }),
      may('subjects', LIST),
      may('subjectCodes', LIST),
    ],
  },
  {
    name: 'classes',
    columns: [
      ...HEAD,
      must('title'),
      may('grades', LIST),
      must('courseSourcedId', { is: 'reference', to: 'courses' }),
      may('classCode'),
      must('classType', { is: 'one of', values: CLASS_TYPES }),
      may('location'),
      must('schoolSourcedId', SCHOOL),
      must('termSourcedIds', { is: 'reference', to: 'academicSessions', many: true }),
      may('subjects', LIST),
      may('subjectCodes', LIST),
      may('periods', LIST),
    ],
  },
  {
    name: 'users',
    columns: [
      ...HEAD,
      must('enabledUser', { is: 'boolean' }),
      must('orgSourcedIds', { is: 'reference', to: 'orgs', many: true }),
      must('role', { is: 'one of', values: USER_ROLES }),
      must('username'),
      may('userIds', { is: 'unread' }),
      must('givenName'),
      must('familyName'),
      may('middleName'),
      may('identifier'),
      may('email'),
      may('sms', { is: 'unread' }),
      may('phone', { is: 'unread' }),
      // Agents are parents and guardians, who are never loaded; a loose one costs the row nothing.
      may('agentSourcedIds', { is: 'reference', to: 'users', many: true, leave: true }),
      may('grades', { is: 'unread' }),
      may('password', { is: 'unread' }),
    ],
  },
  {
    name: 'enrollments',
    columns: [
      ...HEAD,
      must('classSourcedId', { is: 'reference', to: 'classes' }),
      must('schoolSourcedId', SCHOOL),
      must('userSourcedId', { is: 'reference', to: 'users' }),
      must('role', { is: 'one of', values: ENROLLMENT_ROLES }),
      may('primary', { is: 'boolean' }),
      may('beginDate', { is: 'date' }),
      may('endDate', { is: 'date' }),
    ],
  },
]

/** Files of the standard that a load has no use for: named in the manifest, never opened. */
export const UNREAD_TABLES = [
  'categories',
  'classResources',
  'courseResources',
  'demographics',
  'lineItems',
  'resources',
  'results',
] as const

/** What became of a row: taken, refused for an error of its own or of its parents, or marked as ended. */
export type Standing = 'taken' | 'refused' | 'ended'

/** One row: its place in the file, its cells after repair (lists joined by commas, empty ones ''), and its standing. */
export type Row = { row: number; cells: Record<string, string>; standing: Standing }

/** `absent`: the manifest leaves it out. `missing`: it should be there, or cannot be read. */
export type TableState = 'read' | 'absent' | 'missing'
export type Contents = { table: Table; state: TableState; rows: Row[]; byId: Map<string, Row> }

/** A bundle after every check that needs no database. */
export type Bundle = {
  version: string
  mode: string
  contents: Map<TableName, Contents>
  defects: Defect[]
}
