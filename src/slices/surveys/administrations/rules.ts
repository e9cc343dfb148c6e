import { dayIn } from '../../../platform/clock.ts'
import { LEADERSHIP_TEAM, type Role } from '../../../access/roles.ts'
import { isSchoolDay } from '../../organizations/calendar/rules.ts'
import type { Group, Opening } from './schema.ts'

/** Under five nothing could ever be said of the answers. */
export const FEWEST_PEOPLE = 5

/** More letters than these would be a nuisance, and each says to whoever reads over a shoulder that no answer has come. */
export const MOST_REMINDERS = 3

/** A seal that stays open for longer than a school year is a seal forgotten. */
const MOST_DAYS = 366

type Window = { opensOn: string; closesOn: string }
type Asking = Window & Pick<Opening, 'roles' | 'languages' | 'remind' | 'reminders' | 'fewest' | 'units'>
type Known = { people: number; today: string; languages: readonly string[]; units: readonly string[] }

/** Why a survey cannot be opened so, with the field at fault, or undefined if it can. */
export function whyNotOpen(opening: Asking, { people, today, languages, units }: Known) {
  if (opening.units.some((unit) => !units.includes(unit))) return { field: 'units', reason: 'surveys.units_elsewhere' } as const
  if (opening.roles.length === 0) return { field: 'roles', reason: 'surveys.roles_missing' } as const
  const late = whyNotWindow(opening, today)
  if (late) return late
  if (opening.languages.some((language) => !languages.includes(language)))
    return { field: 'languages', reason: 'surveys.languages_not_there' } as const
  const reminders = whyNotReminders(opening)
  if (reminders) return { field: 'reminders', reason: reminders } as const
  if (people === 0) return { field: 'roles', reason: 'surveys.roles_nobody' } as const
  if (people < FEWEST_PEOPLE) return { field: 'roles', reason: 'surveys.too_few_people' } as const
  if (people < opening.fewest) return { field: 'fewest', reason: 'surveys.too_few_for_ten' } as const
  return undefined
}

function whyNotWindow({ opensOn, closesOn }: Window, today: string) {
  if (opensOn < today) return { field: 'opensOn', reason: 'surveys.opens_in_past' } as const
  if (closesOn < opensOn) return { field: 'closesOn', reason: 'surveys.closes_before' } as const
  return daysBetween(opensOn, closesOn) > MOST_DAYS ? ({ field: 'closesOn', reason: 'surveys.closes_too_late' } as const) : undefined
}

function whyNotReminders({ remind, reminders, ...window }: Window & Pick<Opening, 'remind' | 'reminders'>) {
  if (remind === 'own' && reminders.length === 0) return 'surveys.reminders_missing'
  if (reminders.length > MOST_REMINDERS) return 'surveys.reminders_too_many'
  return reminders.every((day) => isDayToRemind(day, window)) ? undefined : 'surveys.reminders_outside'
}

/** Whether a day lies where a reminder can: the letter of the first day is none yet, and after the last there is nothing to answer. */
export function isDayToRemind(day: string, { opensOn, closesOn }: Window): boolean {
  return day > opensOn && day <= closesOn
}

/** Days that suit a window: after a third, after two thirds, and two school days before its end; school days, and no two in a row. */
export function suitingReminders({ opensOn, closesOn }: Window, closed: ReadonlySet<string>): string[] {
  const length = daysBetween(opensOn, closesOn)
  if (!(length > 0)) return []
  const parts = [1 / 3, 2 / 3].map((share) => schoolDayFrom(added(opensOn, Math.round(length * share)), 1, closesOn, closed))
  const fit = [...parts, schoolDaysBefore(closesOn, 2, opensOn, closed)].filter((day) => isDayToRemind(day, { opensOn, closesOn }))
  return [...new Set(fit)].toSorted().filter((day, at, days) => !days[at + 1] || daysBetween(day, days[at + 1] ?? day) > 1)
}

/** The days on which people will be reminded: those that suit the window, those that were chosen, or none. */
export function plannedReminders(opening: Window & Pick<Opening, 'remind' | 'reminders'>, closed: ReadonlySet<string>): string[] {
  if (opening.remind === 'none') return []
  return opening.remind === 'suiting' ? suitingReminders(opening, closed) : opening.reminders
}

/** The first school day from a day on, going one way, or where there is none the day at which the way ends. */
function schoolDayFrom(from: string, step: 1 | -1, end: string, closed: ReadonlySet<string>): string {
  let day = from
  while (day !== end && !isSchoolDay(day, closed)) day = added(day, step)
  return day
}

function schoolDaysBefore(closesOn: string, count: number, opensOn: string, closed: ReadonlySet<string>): string {
  let day = closesOn
  for (let left = count; left > 0 && day > opensOn; left--) day = schoolDayFrom(added(day, -1), -1, opensOn, closed)
  return day
}

function added(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** Where a survey stands on a day. */
export function stageOf(survey: Window & { closedAt: Date | null }, today: string): 'ahead' | 'open' | 'closed' {
  if (survey.closedAt || today > survey.closesOn) return 'closed'
  return today < survey.opensOn ? 'ahead' : 'open'
}

type Running = Window & { unitId: string; closedAt: Date | null }

/** The day on which a survey ended: its last, or the one on which it was closed before that. */
export function endOf({ closesOn, closedAt }: Pick<Window, 'closesOn'> & { closedAt: Date | null }, timeZone: string): string {
  const closedOn = closedAt ? dayIn(timeZone, closedAt) : closesOn
  return closedOn < closesOn ? closedOn : closesOn
}

/** Why a survey cannot be closed from a place, or undefined if it can. */
export function whyNotClose(survey: Pick<Running, 'unitId' | 'closedAt'>, place: { id: string }) {
  if (survey.closedAt) return 'surveys.closed_already'
  return survey.unitId === place.id ? undefined : 'surveys.closed_by_its_place'
}

/** Why the last day of a survey cannot be moved, or undefined if it can; what is over stays over. */
export function whyNotMove(survey: Running, place: { id: string }, today: string) {
  if (stageOf(survey, today) === 'closed') return 'surveys.move_closed'
  return survey.unitId === place.id ? undefined : 'surveys.moved_by_its_place'
}

/** Why the last day of a survey cannot become this one, or undefined if it can: whoever was promised time keeps it. */
export function whyNotMoveTo(survey: Window, closesOn: string) {
  if (closesOn <= survey.closesOn) return 'surveys.move_later'
  return daysBetween(survey.opensOn, closesOn) > MOST_DAYS ? 'surveys.closes_too_late' : undefined
}

/** Which reminder is due on a day, counted from one; none before the first, after the last day, or where nothing is planned. */
export function reminderDue(survey: Window & { reminders: readonly string[]; closedAt: Date | null }, today: string): number | undefined {
  if (stageOf(survey, today) !== 'open') return undefined
  const begun = survey.reminders.filter((day) => day <= today).length
  return begun > 0 ? begun : undefined
}

/** The place that somebody is counted with: their school, or else the place that asks. */
export function countedWith(path: readonly string[], place: { id: string }, schoolIds: ReadonlySet<string>): string {
  return path.find((unitId) => schoolIds.has(unitId)) ?? place.id
}

/** The places that an answer counts for: the one that asks, the one it is counted with, and all between them. */
export function countsFor(path: readonly string[], place: { id: string }, unitId: string): string[] {
  return path.slice(path.indexOf(place.id), path.indexOf(unitId) + 1)
}

/** The group that a role is counted in. */
export function groupOf(role: Role): Group {
  if (role === 'teacher') return 'teaching'
  return LEADERSHIP_TEAM.some((one) => one === role) ? 'leading' : 'other'
}

type Letter = { email: string | null; path: readonly string[] }

/** How many will be asked at each place and how many of them on paper, as it is shown before the opening. */
export function askedByPlace(asked: readonly Letter[], place: { id: string }, schoolIds: ReadonlySet<string>) {
  const at = Map.groupBy(asked, ({ path }) => countedWith(path, place, schoolIds))
  return [...at].map(([unitId, own]) => ({ unitId, people: own.length, onPaper: own.filter(({ email }) => !email).length }))
}
