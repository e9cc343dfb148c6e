import { may, whyNotMay } from '../../access/policy.ts'
import type { Circle } from '../../access/roles.ts'
import type { Scope } from '../../access/scope.ts'
import type { VariableRef } from '../frameworks/schema.ts'
import type { Kind, Measure, Observation } from './schema.ts'

const IN_SCHOOLS = new Set(['school', 'department', 'grade_level', 'team'])

/** Whether a place is above the schools: a district or one of its regions. */
export function isAboveSchools(place: { kind: string }): boolean {
  return !IN_SCHOOLS.has(place.kind)
}

/** Why a person may not write what a place watches, or undefined if they may: a school's team its own, a district's leaders the district's. */
export function whyNotWatch(scope: Scope, place: { kind: string; path: readonly string[] }) {
  return isAboveSchools(place) && may(scope, 'district.watch', place) ? undefined : whyNotMay(scope, 'cycle.write', place)
}

/** Who reads a circle, in the words of the place: above the schools no school is meant, but those who lead and coach there. */
export function circleText(circle: Circle, place: { kind: string }) {
  return circle === 'school' && isAboveSchools(place) ? 'measures.circle_office' : (`measures.circle_${circle}` as const)
}

/** The variable that a measure tells about, if any. */
export function variableOf({ frameworkKey, variableKey }: Pick<Measure, 'frameworkKey' | 'variableKey'>): VariableRef | undefined {
  return frameworkKey && variableKey ? { framework: frameworkKey, variable: variableKey } : undefined
}

/** Whether a measure has a goal that its editor cannot read: then they may keep it, and are not told which it is. */
export function isGoalUnread({ goalId }: Pick<Measure, 'goalId'>, readable: readonly { id: string }[]): boolean {
  return goalId !== null && !readable.some((goal) => goal.id === goalId)
}

/** What a point shows on the chart: the value itself, or the share. */
export function shownValue(kind: Kind, point: Pick<Observation, 'value' | 'events' | 'total'>): number | null {
  if (kind === 'value') return point.value
  return point.events !== null && point.total ? point.events / point.total : null
}

/** Why an observation cannot be a point of a measure, or undefined if it can; it says which field is at fault. */
export function whyNotPoint(kind: Kind, point: Observation, today: string) {
  if (point.observedOn > today) return { field: 'observedOn', reason: 'measures.day_ahead' } as const
  if (kind === 'value') return point.value === null ? ({ field: 'value', reason: 'measures.value_needed' } as const) : undefined
  if (point.events === null) return { field: 'events', reason: 'measures.events_needed' } as const
  if (point.total === null) return { field: 'total', reason: 'measures.total_needed' } as const
  if (point.events > point.total) return { field: 'events', reason: 'measures.more_than_all' } as const
  return undefined
}

/** Why a second point of a day is refused: two answers to one question, and nobody could say which holds. */
export function whyNotAnotherPoint(known: readonly { observedOn: string }[], observedOn: string) {
  return known.some((point) => point.observedOn === observedOn) ? 'measures.day_taken' : undefined
}

/** Why a phase cannot begin on a day. Limits are frozen once: with two frozen stretches nobody could say what is compared. */
export function whyNotPhase(phases: readonly { startsOn: string; frozen: boolean }[], phase: { startsOn: string; frozen: boolean }) {
  if (phases.some((one) => one.startsOn === phase.startsOn)) return 'measures.phase_taken'
  if (phase.frozen && phases.some((one) => one.frozen)) return 'measures.baseline_frozen'
  return undefined
}
