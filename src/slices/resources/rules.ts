import type { Marks, Said, State } from './kinds/schema.ts'
import type { LifeFacts, Period, Resource, UseFacts } from './schema.ts'

/** What a resource is for one goal (or for any, where none is named) in a period. */
export function stateOf(life: LifeFacts, period: Period, goalId?: string): State {
  if (life.retiredOn && life.retiredOn <= period.to) return 'retired'
  const uses = life.uses.filter((use) => (goalId ? use.goalId === goalId : true) && isDuring(use, period))
  if (uses.some((use) => hasEffect(use, period))) return 'well_used'
  if (uses.some((use) => use.repurposed)) return 'repurposed'
  if (uses.length > 0) return 'in_use'
  if (life.generatedOn && life.generatedOn <= period.to) return 'generated'
  return life.recognizedOn.some((on) => on <= period.to) ? 'recognized' : 'unrecognized'
}

/** Where a resource came from and what was made of it: shown beside its state, whatever that is. */
export function marksOf(life: LifeFacts, period: Period): Marks {
  return {
    generated: life.generatedOn !== null && life.generatedOn <= period.to,
    repurposed: life.uses.some((use) => use.repurposed && use.beganOn <= period.to),
  }
}

/** Whether somebody who asks for a state means this resource: also one that has grown beyond being generated or re-purposed. */
export function isInState(wanted: State, state: State, marks: Marks): boolean {
  if (state === 'retired' || wanted === 'retired') return wanted === state
  if (wanted === 'generated') return marks.generated
  if (wanted === 'repurposed') return marks.repurposed
  return wanted === state
}

/** How grown a state is, from 0 (nobody has named it) to 3 (its effect was seen). */
export function growthOf(state: State): 0 | 1 | 2 | 3 {
  if (state === 'well_used') return 3
  if (state === 'in_use' || state === 'repurposed') return 2
  return state === 'unrecognized' ? 0 : 1
}

/** Why a resource cannot be put to use, re-purposed or changed any more. */
export function whyNotWhenRetired(resource: { retiredOn: string | null }) {
  return resource.retiredOn ? 'resources.is_retired' : undefined
}

/** Why a resource cannot be retired: what is still in use must be ended first, so that its end is told. */
export function whyNotRetire(resource: { retiredOn: string | null; runningUses: number }) {
  if (resource.retiredOn) return 'resources.is_retired'
  return resource.runningUses > 0 ? 'resources.still_in_use' : undefined
}

/** Why nobody may choose this circle: what a person could not read afterwards would be lost to them. */
export function whyNotCircle(circle: string, onTeam: boolean) {
  return circle === 'team' && !onTeam ? 'resources.team_circle_for_team' : undefined
}

/** The text in the reader's language, else in the main one, else in any. */
export function inWords(said: Said, languages: readonly string[]): string {
  const language = languages.find((one) => said[one])
  return (language && said[language]) || Object.values(said).find(Boolean) || ''
}

/** The text with one language replaced; an emptied language is dropped. */
export function saidAnew(said: Said, language: string, text: string): Said {
  const others = Object.entries(said).filter(([one, words]) => one !== language && words)
  return Object.fromEntries(text ? [...others, [language, text]] : others)
}

/** The order of a quadrant after one of its resources, or one from elsewhere, was moved. */
export function orderAfter(ids: readonly string[], moved: string, before: string): string[] {
  const at = ids.indexOf(moved)
  const others = ids.filter((id) => id !== moved)
  const target = before === 'first' ? 0 : before === 'stay' && at >= 0 ? at : others.indexOf(before)
  return others.toSpliced(target >= 0 ? target : others.length, 0, moved)
}

/** The period that is meant: the year asked for, else the one that holds today, else the twelve months up to today. */
export function periodOf<Year extends Period & { id: string }>(
  years: readonly Year[],
  wanted: string | undefined,
  today: string,
): Period & { year?: Year } {
  const year = years.find((one) => one.id === wanted) ?? years.find((one) => one.from <= today && today <= one.to)
  if (year) return { from: year.from, to: year.to, year }
  return { from: Temporal.PlainDate.from(today).subtract({ years: 1 }).add({ days: 1 }).toString(), to: today }
}

function isDuring(use: UseFacts, period: Period): boolean {
  return use.beganOn <= period.to && (use.endedOn === null || use.endedOn >= period.from)
}

/** Only a use for a goal can have an effect on one. */
function hasEffect(use: UseFacts, period: Period): boolean {
  return use.goalId !== null && use.evidenceOn.some((on) => on >= period.from && on <= period.to)
}

type Lying = { unitId: string | null; personId: string | null; name: string }

/** A resource in the reader's words, without its state. */
export function shownOf(row: Resource & { unitName: string }, residences: readonly Lying[], languages: readonly string[]) {
  const units = residences.filter((one) => one.unitId)
  const people = residences.filter((one) => one.personId)
  return {
    ...row,
    name: inWords(row.name, languages),
    description: inWords(row.description, languages),
    units: units.length > 0 ? units.map((one) => one.name) : [row.unitName],
    unitIds: units.map((one) => one.unitId ?? ''),
    people: people.map((one) => one.name),
    personIds: people.map((one) => one.personId ?? ''),
    annualCost: row.annualCost === null ? null : Number(row.annualCost),
    fullTimeShare: row.fullTimeShare === null ? null : Number(row.fullTimeShare),
  }
}
