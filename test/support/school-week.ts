import { findCommonTimes } from '../../src/slices/resources/finder/rules.ts'
import type { BellPeriod, Meeting, TeachingUnit } from '../../src/slices/resources/finder/schema.ts'

export const TODAY = '2026-10-06'
const TIMES: Record<string, [string, string]> = {
  '1': ['08:00:00', '08:45:00'],
  '2': ['08:50:00', '09:35:00'],
  '3': ['09:40:00', '10:25:00'],
  '4': ['10:30:00', '11:15:00'],
  lunch: ['11:15:00', '12:00:00'],
  '5': ['12:00:00', '12:45:00'],
  '6': ['12:50:00', '13:35:00'],
}

/** A bell schedule of six periods and lunch. */
export function bells(weekdays = [2], periods = Object.keys(TIMES)): BellPeriod[] {
  return weekdays.flatMap((weekday) =>
    periods.map((period) => ({
      weekday,
      period,
      beginsAt: TIMES[period]?.[0] ?? '',
      endsAt: TIMES[period]?.[1] ?? '',
      teaching: period !== 'lunch',
    })),
  )
}

/** One class of a teacher of grade 4 in these periods. */
export function teaches(personId: string, periods: string[], more: Partial<Meeting> = {}): Meeting {
  const teachers = [{ personId, beginsOn: null, endsOn: null }]
  return { id: `class of ${personId} ${periods.join()}`, grades: ['04'], subjects: [], periods, terms: [], teachers, ...more }
}

/** Somebody of another grade teaches in every period, so that none is dead. */
export const ELSEWHERE = teaches('elsewhere', ['1', '2', '3', '4', '5', '6'], { grades: ['01'] })
export const BUSY_BUT_5 = ['1', '2', '3', '4', '6']

/** What the finder says of a school with these classes. */
export function find(meetings: Meeting[], more: { bells?: BellPeriod[]; units?: TeachingUnit[]; today?: string } = {}) {
  return findCommonTimes({
    bells: more.bells ?? bells(),
    meetings: [ELSEWHERE, ...meetings],
    units: more.units ?? [],
    today: more.today ?? TODAY,
  })
}

/** Times in short: who is free of how many, in which group, when, how long. */
export const told = (search: ReturnType<typeof find>) =>
  search.times.map(
    (time) =>
      `${time.freeIds.length}/${time.group.teacherIds.length} ${time.group.label.name} ${time.weekday}:${time.periods.join('+')} ${time.minutes}`,
  )
