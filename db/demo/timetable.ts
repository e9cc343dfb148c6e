import type { BellPeriod } from '../../src/slices/organizations/schedule/schema.ts'

type Level = 'elementary' | 'middle' | 'high'

const WEEK = [1, 2, 3, 4, 5]

const ELEMENTARY = [
  ['1', '08:15', '09:05'],
  ['2', '09:05', '09:55'],
  ['3', '10:10', '11:00'],
  ['4', '11:00', '11:50'],
  ['Lunch', '11:50', '12:35'],
  ['5', '12:35', '13:25'],
  ['6', '13:25', '14:15'],
] as const

const SECONDARY = [
  ['1', '08:00', '08:50'],
  ['2', '08:55', '09:45'],
  ['3', '09:50', '10:40'],
  ['4', '10:45', '11:35'],
  ['Lunch', '11:35', '12:10'],
  ['5', '12:10', '13:00'],
  ['6', '13:05', '13:55'],
  ['7', '14:00', '14:50'],
] as const

/** The bells of a school. In the elementary schools the fifth period of Tuesday is one of its own: the day of the specialists. */
export function bellsOf(level: Level): BellPeriod[] {
  const times = level === 'elementary' ? ELEMENTARY : SECONDARY
  return times.flatMap(([name, beginsAt, endsAt]) =>
    WEEK.map((weekday) => {
      const period = level === 'elementary' && name === '5' && weekday === 2 ? '5T' : name
      return { period, weekday, beginsAt, endsAt, teaching: name !== 'Lunch' }
    }),
  )
}

/** The periods in which one teaches: everything but one's own time to plan, which neighbours do not share unless somebody saw to it. */
export function taughtPeriods(level: Level, free: readonly string[]): string[] {
  const all = level === 'elementary' ? ['1', '2', '3', '4', '5', '5T', '6'] : ['1', '2', '3', '4', '5', '6', '7']
  return all.filter((period) => !free.includes(period))
}
