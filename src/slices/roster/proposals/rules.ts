import type { Proposal } from './schema.ts'

type School = { id: string; name: string }
type Taught = { schoolId: string; personId: string; name: string; grades: string[]; subjects: string[] }
type Unit = { id: string; parentId: string | null; kind: string; grade: string | null; subject: string | null }
type Member = { unitId: string; personId: string }

/** A department of one is a person; a grade may well have a single teacher. */
const FEWEST_IN_DEPARTMENT = 2
const BEFORE_FIRST = ['IT', 'PR', 'PK', 'TK', 'K']

/** Grade levels and departments that the classes speak of and that are not there yet, or lack some of their teachers. */
export function proposeUnits(
  schools: readonly School[],
  taught: readonly Taught[],
  units: readonly Unit[],
  members: readonly Member[],
): Proposal[] {
  const isMember = new Set(members.map((member) => `${member.unitId} ${member.personId}`))
  return schools.flatMap((school) => {
    const own = taught.filter((one) => one.schoolId === school.id)
    const groups = [...groupsOf(own, 'grade_level'), ...groupsOf(own, 'department')]
    return groups.flatMap(({ kind, value, people }) => {
      const unit = units.find((one) => one.parentId === school.id && one.kind === kind && isNamed(one, value))
      const missing = people.filter((person) => !unit || !isMember.has(`${unit.id} ${person.id}`))
      if (missing.length === 0) return []
      return [{ schoolId: school.id, school: school.name, kind, value, people: missing, unitId: unit?.id ?? null }]
    })
  })
}

const YOUNGEST: Record<string, string> = { PK: 'roster.prekindergarten', TK: 'roster.transitional_kindergarten', K: 'roster.kindergarten' }

/** How a proposed unit is called; a department, and a grade of no number, has the name that the roster gives it. */
export function gradeKey({ kind, value }: { kind: string; value: string }) {
  if (kind === 'department') return 'roster.department_named'
  return /^\d+$/.test(value) ? 'roster.grade_named' : (YOUNGEST[value] ?? 'roster.department_named')
}

function groupsOf(taught: readonly Taught[], kind: Proposal['kind']) {
  const groups = new Map<string, { value: string; people: Map<string, string> }>()
  for (const classes of Map.groupBy(taught, (one) => one.personId).values()) {
    for (const { value, person } of belongingsOf(classes, kind)) {
      const group = groups.get(value.toLowerCase()) ?? { value, people: new Map() }
      group.people.set(person.personId, person.name)
      groups.set(value.toLowerCase(), group)
    }
  }
  const fewest = kind === 'department' ? FEWEST_IN_DEPARTMENT : 1
  return [...groups.values()]
    .filter((group) => group.people.size >= fewest)
    .sort((left, right) => rank(left.value) - rank(right.value) || left.value.localeCompare(right.value, 'en', { numeric: true }))
    .map((group) => ({ kind, value: group.value, people: [...group.people].map(([id, name]) => ({ id, name })) }))
}

/** Prekindergarten and kindergarten come before first grade. */
function rank(value: string) {
  const place = BEFORE_FIRST.indexOf(value)
  return place === -1 ? BEFORE_FIRST.length : place
}

/** Where somebody belongs by at least half of their classes; a class of several grades speaks for none of them. */
function belongingsOf(classes: readonly Taught[], kind: Proposal['kind']) {
  const named = classes.flatMap((one) => {
    const values = kind === 'grade_level' ? one.grades : one.subjects
    return values.length === 1 ? values.map((value) => ({ value, person: one })) : []
  })
  const byValue = Map.groupBy(named, (one) => one.value.toLowerCase())
  return [...byValue.values()].filter((some) => some.length * 2 >= classes.length).flatMap((some) => some.slice(0, 1))
}

function isNamed(unit: Unit, value: string) {
  return [unit.grade, unit.subject].some((one) => one?.toLowerCase() === value.toLowerCase())
}
