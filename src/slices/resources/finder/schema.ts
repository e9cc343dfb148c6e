import { z } from 'zod'
import { paragraph } from '../../../web/fields.ts'

export const dismissalForm = z.object({ reason: paragraph(600) })

/** A row of a school's bell schedule. */
export type BellPeriod = { period: string; weekday: number; beginsAt: string; endsAt: string; teaching: boolean }

/** A class as the roster tells it: who teaches it, in which periods, in which terms (none: all year). */
export type Meeting = {
  id: string
  grades: string[]
  subjects: string[]
  periods: string[]
  terms: { beginsOn: string; endsOn: string }[]
  teachers: { personId: string; beginsOn: string | null; endsOn: string | null }[]
}

/** A grade level or department of a school with its teachers. */
export type TeachingUnit = { id: string; name: string; kind: string; grade: string | null; subject: string | null; memberIds: string[] }

/** Teachers who could work together. */
export type TeacherGroup = { key: string; label: GroupLabel; unitId: string | null; teacherIds: string[] }

/** How a group is called: by its unit's name, or by the grade or subject of its classes. */
export type GroupLabel = { kind: 'unit' | 'grade' | 'subject'; name: string }

/** A time in the week at which a group is free, but for one at most. */
export type CommonTime = {
  key: string
  group: TeacherGroup
  weekday: number
  periods: string[]
  beginsAt: string
  endsAt: string
  minutes: number
  freeIds: string[]
  missing: { personId: string; why: 'teaching' | 'unknown' } | null
}

/** Why nothing can be said about a group: too few of its teachers' periods are known. */
export type Gap = { group: TeacherGroup; knownShare: number; unknownIds: string[] }

export type Search = { times: CommonTime[]; gaps: Gap[]; withoutSchedule: boolean }

/** A time that waits for a decision; its id follows from what it is. */
export type Finding = CommonTime & { id: string; missingName: string | null }

export type Tray = { schoolId: string; findings: Finding[]; gaps: Gap[]; withoutSchedule: boolean }

/** All that the finder looks at in a school. */
export type SchoolWeek = {
  schoolId: string
  bells: BellPeriod[]
  meetings: Meeting[]
  units: TeachingUnit[]
  /** Keys of the times about which was decided. */
  decided: string[]
  names: { id: string; name: string }[]
}
