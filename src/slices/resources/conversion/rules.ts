import { KINDS, type Kind } from '../kinds/schema.ts'
import type { LifeFacts, Period } from '../schema.ts'
import type { KindStanding, Standing } from './schema.ts'

export type Lived = { kind: Kind; life: LifeFacts }

/** How far resources had come by the end of each month of a period, up to today. */
export function standingsOf(lives: readonly Lived[], period: Period, today: string): Standing[] {
  return monthEnds(period, today).map((on) => ({ on, ...standingOn(lives, on) }))
}

/** How far the resources of each kind had come by a day. */
export function standingsByKind(lives: readonly Lived[], on: string): KindStanding[] {
  return KINDS.map((kind) => ({
    kind,
    ...standingOn(
      lives.filter((one) => one.kind === kind),
      on,
    ),
  }))
}

/** A share, or nothing where there is nothing to share. */
export function rateOf(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined
}

/** What was ever recognized, used, well used and generated; a thing used without having been named was thereby named. */
function standingOn(lives: readonly Lived[], on: string): Omit<Standing, 'on'> {
  const used = lives.filter(({ life }) => life.uses.some((use) => use.beganOn <= on))
  const named = lives.filter(({ life }) => life.recognizedOn.some((day) => day <= on) || life.uses.some((use) => use.beganOn <= on))
  const wellUsed = used.filter(({ life }) => life.uses.some((use) => use.goalId !== null && use.evidenceOn.some((day) => day <= on)))
  const generated = lives.filter(({ life }) => life.generatedOn !== null && life.generatedOn <= on)
  return { recognized: named.length, used: used.length, wellUsed: wellUsed.length, generated: generated.length }
}

/** The last day of each month that has begun, the last of them being today or the end of the period. */
function monthEnds(period: Period, today: string): string[] {
  const last = Temporal.PlainDate.from(today < period.to ? today : period.to)
  const days: string[] = []
  let month = Temporal.PlainDate.from(period.from).toPlainYearMonth()
  while (Temporal.PlainDate.compare(month.toPlainDate({ day: 1 }), last) <= 0) {
    const end = month.toPlainDate({ day: month.daysInMonth })
    days.push((Temporal.PlainDate.compare(end, last) < 0 ? end : last).toString())
    month = month.add({ months: 1 })
  }
  return days
}
