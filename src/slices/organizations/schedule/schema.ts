import { z } from 'zod'
import { line, wholeNumber } from '../../../web/fields.ts'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'organizations.time_expected')
  .transform((text) => text.padStart(5, '0'))

export const bellPeriodForm = z
  .object({
    period: line(20),
    weekdays: z.preprocess((value) => [value ?? []].flat(), z.array(wholeNumber(1, 7)).min(1, 'organizations.weekday_expected')),
    beginsAt: time,
    endsAt: time,
    teaching: z.preprocess((value) => value === 'yes', z.boolean()),
  })
  .refine((form) => form.endsAt > form.beginsAt, { path: ['endsAt'], message: 'organizations.end_after_begin' })

export type BellPeriodForm = z.output<typeof bellPeriodForm>

/** A period as it stands in the schedule; times as `HH:MM`, weekday 1 is Monday. */
export type BellPeriod = { period: string; weekday: number; beginsAt: string; endsAt: string; teaching: boolean }

/** What is wrong at which row of a schedule file; row 1 is the header. */
export type ScheduleDefect = { row: number; expected: string; found: string }
