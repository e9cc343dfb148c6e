import { CAST, type CastMember, SCHOOLS, type SchoolKey } from './cast.ts'
import { addressOf, inventedNames } from './names.ts'
import { taughtPeriods } from './timetable.ts'

export type Lesson = {
  id: string
  school: SchoolKey
  title: string
  grades: string[]
  subject: string
  periods: string[]
  teachers: string[]
}

export type Worker = {
  id: string
  givenName: string
  familyName: string
  email: string
  school: SchoolKey | undefined
  role: 'teacher' | 'administrator' | 'aide'
}

const AIDES_EACH = 5

const GRADES = ['KG', '01', '02', '03', '04', '05']

const DEPARTMENTS = {
  middle: { 'English language arts': 6, Mathematics: 6, Science: 5, 'Social studies': 5, 'Physical education': 3, Arts: 3 },
  high: {
    'English language arts': 8,
    Mathematics: 8,
    Science: 7,
    'Social studies': 6,
    'World languages': 4,
    'Physical education': 3,
    Arts: 3,
    'Career education': 3,
  },
} as const

// What the timetable hides: free together, and nobody has noticed. In grade 4 of Lincoln one of five is not.
const SHARED: Record<string, readonly string[]> = {
  'lincoln 04': ['5T'],
  'lincoln 02': ['3'],
  'meadow Mathematics': ['4'],
  'orchard 01': ['2'],
}

const TEACHERS_OF: Record<string, number> = { 'lincoln 04': 5 }

/** Everybody who works in the district and what they teach when; the cast among them. */
export function staffDistrict(): { workers: Worker[]; lessons: Lesson[] } {
  const workers: Worker[] = []
  const lessons: Lesson[] = []
  const names = inventedNames(new Set(CAST.map((one) => `${one.givenName} ${one.familyName}`)))
  const hire = (school: SchoolKey | undefined, role: Worker['role'], known?: CastMember) => {
    const { givenName, familyName } = known ?? names.next().value
    const worker = {
      id: `P${String(workers.length + 1).padStart(3, '0')}`,
      givenName,
      familyName,
      email: addressOf({ givenName, familyName }),
      school,
      role,
    }
    workers.push(worker)
    return worker
  }
  const waiting = [...CAST]
  const known = (school: SchoolKey, teaches: string) => {
    const index = waiting.findIndex((one) => one.place === school && one.teaches === teaches)
    return index < 0 ? undefined : waiting.splice(index, 1)[0]
  }
  for (const one of CAST.filter((member) => !member.teaches)) hire(one.place === 'district' ? undefined : one.place, 'administrator', one)
  for (const { key: school, level } of SCHOOLS) {
    for (const group of groupsOf(level)) {
      const place = `${school} ${group.key}`
      for (let index = 0; index < (TEACHERS_OF[place] ?? group.size); index++) {
        const teacher = hire(school, 'teacher', known(school, group.cast))
        const free = freeOf({ level, place, index, offset: group.offset })
        lessons.push({
          id: `C-${teacher.id}`,
          school,
          title: titleOf(group.key, level, index),
          grades: group.grades,
          subject: group.subject,
          periods: taughtPeriods(level, free),
          teachers: [teacher.id],
        })
      }
    }
    for (let aide = 0; aide < AIDES_EACH; aide++) hire(school, 'aide')
  }
  return { workers, lessons }
}

type Group = { key: string; cast: string; grades: string[]; subject: string; size: number; offset: number }

function groupsOf(level: 'elementary' | 'middle' | 'high'): Group[] {
  if (level === 'elementary')
    return GRADES.map((grade, offset) => ({
      key: grade,
      cast: grade === 'KG' ? 'K' : String(Number(grade)),
      grades: [grade],
      subject: '',
      size: 3,
      offset,
    }))
  const grades = level === 'middle' ? ['06', '07', '08'] : ['09', '10', '11', '12']
  return Object.entries(DEPARTMENTS[level]).map(([subject, size], offset) => ({
    key: subject,
    cast: subject,
    grades,
    subject,
    size,
    offset,
  }))
}

type Planning = { level: 'elementary' | 'middle' | 'high'; place: string; index: number; offset: number }

function freeOf({ level, place, index, offset }: Planning): string[] {
  const shared = SHARED[place]
  const isTheOne = place === 'lincoln 04' && index === 4
  const own = level === 'elementary' ? ['1', '2', '3', '4', '5', '6'] : ['1', '2', '3', '4', '5', '6', '7']
  const turn = (step: number) => own[(index + offset + step) % own.length] ?? '1'
  if (shared && !isTheOne)
    return level === 'elementary' ? [...shared] : [...shared, ...[turn(0)].filter((period) => !shared.includes(period))]
  return level === 'elementary' ? [turn(0)] : [turn(0), turn(3)]
}

function titleOf(group: string, level: string, index: number): string {
  if (level === 'elementary') return `${group === 'KG' ? 'Kindergarten' : `Grade ${Number(group)}`} · room ${index + 1}`
  return `${group} · section ${index + 1}`
}
