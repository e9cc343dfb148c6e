import type { BellPeriod, Meeting } from '../schema.ts'

/** A teaching period on a weekday in which somebody in the school teaches; `followsOn`: right after the slot before it. */
export type Slot = { weekday: number; period: string; beginsAt: string; endsAt: string; followsOn: boolean }

/** What is known of a teacher's week: the slots in which they teach, and how much of their classes that is. */
export type TeacherWeek = { taught: Set<number>; knownShare: number }

export type Week = { slots: Slot[]; teachers: Map<string, TeacherWeek> }

/** Passing time between periods is no break; lunch or recess is. */
const LONGEST_PASSING_MINUTES = 12

/** A school's week: its teaching slots in order, and who teaches in which. */
export function weekOf(bells: readonly BellPeriod[], running: readonly Meeting[], day: string): Week {
  const met = new Set(running.flatMap((meeting) => meeting.periods.map(canonical)))
  const slots = slotsOf(bells, met)
  const slotsByPeriod = Map.groupBy(slots.keys(), (index) => canonical(slots[index]?.period ?? ''))
  const teachers = new Map<string, { taught: Set<number>; known: number; all: number }>()
  for (const meeting of running) {
    const periods = meeting.periods.map((period) => slotsByPeriod.get(canonical(period)))
    const isKnown = periods.length > 0 && periods.every(Boolean)
    for (const { personId } of meeting.teachers.filter((one) => isDuring(one, day))) {
      const week = teachers.get(personId) ?? { taught: new Set(), known: 0, all: 0 }
      for (const slot of periods.flatMap((one) => one ?? [])) week.taught.add(slot)
      teachers.set(personId, { taught: week.taught, known: week.known + Number(isKnown), all: week.all + 1 })
    }
  }
  return { slots, teachers: new Map([...teachers].map(([id, { taught, known, all }]) => [id, { taught, knownShare: known / all }])) }
}

/** Whether a class meets in a term that holds the day; one without terms meets all year. */
export function isRunning(meeting: Meeting, day: string): boolean {
  return meeting.terms.length === 0 || meeting.terms.some((term) => term.beginsOn <= day && day <= term.endsOn)
}

/** Today, or in the holidays the first day of the next term. */
export function dayToLookAt(meetings: readonly Meeting[], today: string): string {
  if (meetings.some((meeting) => isRunning(meeting, today))) return today
  const coming = meetings.flatMap((meeting) => meeting.terms.map((term) => term.beginsOn)).filter((day) => day > today)
  return coming.sort()[0] ?? today
}

/** Rosters and schedules write the same period as `5`, `05` or ` 5 `. */
export function canonical(period: string): string {
  return period
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\w)/, '')
}

/** A period in which nobody in the school teaches is no lesson, whatever the schedule calls it: being free then means nothing. */
function slotsOf(bells: readonly BellPeriod[], met: ReadonlySet<string>): Slot[] {
  const inOrder = bells.toSorted(
    (a, b) => a.weekday - b.weekday || a.beginsAt.localeCompare(b.beginsAt) || a.period.localeCompare(b.period),
  )
  const slots: Slot[] = []
  for (const { weekday, period, beginsAt, endsAt, teaching } of inOrder) {
    if (!teaching || !met.has(canonical(period))) continue
    const before = slots.at(-1)
    slots.push({ weekday, period, beginsAt, endsAt, followsOn: before?.weekday === weekday && isRightAfter(before.endsAt, beginsAt) })
  }
  return slots
}

function isRightAfter(end: string, begin: string): boolean {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const passing = minutes(begin) - minutes(end)
  return passing >= 0 && passing <= LONGEST_PASSING_MINUTES
}

function isDuring(span: { beginsOn: string | null; endsOn: string | null }, day: string): boolean {
  return (!span.beginsOn || span.beginsOn <= day) && (!span.endsOn || span.endsOn >= day)
}
