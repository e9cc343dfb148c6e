import { createHash } from 'node:crypto'
import type { BellPeriod, CommonTime, Gap, GroupLabel, Meeting, Search, TeacherGroup, TeachingUnit } from './schema.ts'
import { dayToLookAt, isRunning, type Week, weekOf } from './week/rules.ts'

/** Two people arrange themselves; a finding is for a group. */
const FEWEST_TEACHERS = 3
/** Below this, a free period would be a guess. */
const KNOWN_ENOUGH = 0.8
const SHORTEST_MINUTES = 15
/** Who teaches less than this share of the week may simply not be in the building. */
const PART_TIME = 0.5

type Asking = { bells: readonly BellPeriod[]; meetings: readonly Meeting[]; units: readonly TeachingUnit[]; today: string }

/** The times at which all teachers of a grade or department, or all but one, have no class; or what is missing to tell. */
export function findCommonTimes({ bells, meetings, units, today }: Asking): Search {
  const day = dayToLookAt(meetings, today)
  const running = meetings.filter((meeting) => isRunning(meeting, day))
  const groups = groupsOf(running, units, day)
  const week = weekOf(bells, running, day)
  if (week.slots.length === 0) return { times: [], gaps: [], withoutSchedule: groups.length > 0 }
  const gaps = groups.map((group) => gapOf(group, week)).filter((gap) => gap.knownShare < KNOWN_ENOUGH)
  const unknown = new Set(gaps.map((gap) => gap.group.key))
  const times = groups.filter((group) => !unknown.has(group.key)).flatMap((group) => timesOf(group, week))
  return { times: times.sort(byWorth), gaps, withoutSchedule: false }
}

/** The groups of a school: its units with their members, then the grades and subjects of its classes that are no units. */
export function groupsOf(running: readonly Meeting[], units: readonly TeachingUnit[], day: string): TeacherGroup[] {
  const asUnits = units.map((unit) => group(`unit:${unit.id}`, { kind: 'unit', name: unit.name }, unit.memberIds, unit.id))
  const covered = new Set(
    units.flatMap((unit) => [unit.grade && `grade:${unit.grade}`, unit.subject && `subject:${unit.subject.toLowerCase()}`]),
  )
  const grades = groupedBy(running, day, 'grade', (meeting) => meeting.grades)
  const subjects = groupedBy(running, day, 'subject', (meeting) => meeting.subjects)
  return [...asUnits, ...[...grades, ...subjects].filter((one) => !covered.has(one.key))].filter(
    (one) => one.teacherIds.length >= FEWEST_TEACHERS,
  )
}

/** The first time of each group before the second of any, so that one group does not fill the tray. */
export function inTurn(times: readonly CommonTime[]): CommonTime[] {
  const turns = new Map<string, number>()
  const numbered = times.map((time) => {
    const turn = turns.get(time.group.key) ?? 0
    turns.set(time.group.key, turn + 1)
    return { time, turn }
  })
  return numbered.sort((a, b) => a.turn - b.turn).map((one) => one.time)
}

/** A teacher belongs to the grade or subject of at least half of their classes; a class of several belongs to none. */
function groupedBy(
  running: readonly Meeting[],
  day: string,
  kind: 'grade' | 'subject',
  namesOf: (meeting: Meeting) => string[],
): TeacherGroup[] {
  const taught = new Map<string, (string | undefined)[]>()
  for (const meeting of running) {
    const names = namesOf(meeting)
    const name = names.length === 1 ? names[0] : undefined
    for (const id of teachersOn(meeting, day)) taught.set(id, [...(taught.get(id) ?? []), name])
  }
  const members = new Map<string, string[]>()
  for (const [id, names] of taught) {
    for (const name of new Set(names)) {
      const share = names.filter((one) => one === name).length / names.length
      if (name !== undefined && share >= 0.5) members.set(name, [...(members.get(name) ?? []), id])
    }
  }
  return [...members].map(([name, ids]) => group(`${kind}:${kind === 'subject' ? name.toLowerCase() : name}`, { kind, name }, ids, null))
}

function group(key: string, label: GroupLabel, ids: readonly string[], unitId: string | null): TeacherGroup {
  return { key, label, unitId, teacherIds: [...new Set(ids)].sort() }
}

function teachersOn(meeting: Meeting, day: string): string[] {
  const current = meeting.teachers.filter((one) => (!one.beginsOn || one.beginsOn <= day) && (!one.endsOn || one.endsOn >= day))
  return [...new Set(current.map((one) => one.personId))]
}

/** Every teacher counts the same, however many classes they have; one without any class is unknown. */
function gapOf(group: TeacherGroup, week: Week): Gap {
  const shares = group.teacherIds.map((id) => week.teachers.get(id)?.knownShare ?? 0)
  const unknownIds = group.teacherIds.filter((id) => (week.teachers.get(id)?.knownShare ?? 0) < 1)
  return { group, knownShare: shares.reduce((sum, share) => sum + share, 0) / shares.length, unknownIds }
}

/** Periods that follow each other and in which the same people are free are one time. */
function timesOf(group: TeacherGroup, week: Week): CommonTime[] {
  const times: CommonTime[] = []
  let before: { time: CommonTime; slot: number } | undefined
  for (const [index, slot] of week.slots.entries()) {
    const away = group.teacherIds.filter((id) => !isFree(week, id, index))
    if (away.length > 1) continue
    const joins = before && before.slot === index - 1 && before.time.missing?.personId === away[0] && slot.followsOn
    if (before && joins) before = { time: joined(before.time, slot), slot: index }
    else before = { time: timeAt(group, slot, away[0], week), slot: index }
    if (joins) times.pop()
    times.push(before.time)
  }
  return times.filter((time) => time.minutes >= SHORTEST_MINUTES)
}

function timeAt(group: TeacherGroup, slot: Week['slots'][number], away: string | undefined, week: Week): CommonTime {
  const { weekday, period, beginsAt, endsAt } = slot
  const missing = away
    ? { personId: away, why: (week.teachers.get(away)?.knownShare ?? 0) < 1 ? ('unknown' as const) : ('teaching' as const) }
    : null
  const freeIds = group.teacherIds.filter((id) => id !== away)
  return {
    key: keyOf(group, weekday, [period]),
    group,
    weekday,
    periods: [period],
    beginsAt,
    endsAt,
    minutes: minutesBetween(beginsAt, endsAt),
    freeIds,
    missing,
  }
}

function joined(time: CommonTime, slot: Week['slots'][number]): CommonTime {
  const periods = [...time.periods, slot.period]
  return {
    ...time,
    key: keyOf(time.group, time.weekday, periods),
    periods,
    endsAt: slot.endsAt,
    minutes: minutesBetween(time.beginsAt, slot.endsAt),
  }
}

/** Without the count, so that a dismissed time stays away when a teacher comes or goes. */
function keyOf(group: TeacherGroup, weekday: number, periods: readonly string[]): string {
  return `${group.key}|${weekday}|${periods.join('+')}`
}

/** Nobody is called free whose classes are not all known, or who may not be in the building then. */
function isFree(week: Week, personId: string, slot: number): boolean {
  const teacher = week.teachers.get(personId)
  if (!teacher || teacher.knownShare < 1 || teacher.taught.has(slot)) return false
  if (teacher.taught.size >= PART_TIME * week.slots.length) return true
  const weekday = week.slots[slot]?.weekday
  const sameDay = [...teacher.taught].filter((one) => week.slots[one]?.weekday === weekday)
  return sameDay.some((one) => one < slot) && sameDay.some((one) => one > slot)
}

function minutesBetween(from: string, to: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return minutes(to) - minutes(from)
}

/** Complete groups first, then the longer time, then the order of the week. */
function byWorth(a: CommonTime, b: CommonTime): number {
  const whole = Number(a.missing !== null) - Number(b.missing !== null)
  return whole || b.minutes - a.minutes || a.weekday - b.weekday || a.beginsAt.localeCompare(b.beginsAt) || a.key.localeCompare(b.key)
}

/** A finding is not stored until it is decided; its address follows from what it is. */
export function findingIdOf(schoolId: string, key: string): string {
  const hex = createHash('sha256').update(`${schoolId} common_time ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
