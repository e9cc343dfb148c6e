import { KINDS, type Kind, type State, STATES } from '../kinds/schema.ts'
import type { TextKey, TextValues } from '../../../messages/text.ts'
import type { UseOfResource } from '../life/queries.ts'
import type { Residence } from '../queries.ts'
import { inWords, isInState, marksOf, stateOf } from '../rules.ts'
import type { LifeFacts, Period } from '../schema.ts'
import { type BoardRow, type Card, type Kept, type SchoolCount, type SortKey, type View, viewSchema } from './schema.ts'

type Telling = { placeId: string; period: Period; goalId?: string; languages: readonly string[] }

/** Rows with their residences and uses, told as cards for one goal and period. */
export function cardsOf(
  rows: readonly BoardRow[],
  residences: readonly Residence[],
  uses: readonly UseOfResource[],
  telling: Telling,
): Card[] {
  const residencesOf = Map.groupBy(residences, (one) => one.resourceId)
  const usesOf = Map.groupBy(uses, (one) => one.resourceId)
  return rows.map((row) => cardOf(row, residencesOf.get(row.id) ?? [], usesOf.get(row.id) ?? [], telling))
}

function cardOf(row: BoardRow, residences: readonly Residence[], uses: readonly UseOfResource[], telling: Telling): Card {
  const { period, goalId, languages } = telling
  const life: LifeFacts = {
    recognizedOn: row.recognizedOn ? [row.recognizedOn] : [],
    uses: [...uses],
    generatedOn: row.generatedOn,
    retiredOn: row.retiredOn,
  }
  const running = uses.filter((use) => use.beganOn <= period.to && (!use.endedOn || use.endedOn >= period.from))
  const units = residences.filter((one) => one.unitId)
  const people = residences.filter((one) => one.personId)
  return {
    id: row.id,
    kind: row.kind,
    name: inWords(row.name, languages),
    description: inWords(row.description, languages),
    groupLabel: row.groupLabel,
    state: stateOf(life, period, goalId),
    marks: marksOf(life, period),
    keptAt: row.unitId === telling.placeId ? null : row.unitName,
    unitIds: [row.unitId, ...units.map((one) => one.unitId ?? '')],
    units: units.map((one) => one.name),
    personIds: [...new Set([...people.map((one) => one.personId ?? ''), ...running.flatMap((use) => use.personIds)])],
    people: people.map((one) => one.name),
    minutesPerWeek: row.minutesPerWeek,
    peopleCount: row.peopleCount,
    annualCost: row.annualCost === null ? null : Number(row.annualCost),
    fullTimeShare: row.fullTimeShare === null ? null : Number(row.fullTimeShare),
    tags: row.tags,
    goalIds: [...new Set(running.map((use) => use.goalId))],
    teamOnly: row.circle === 'team',
  }
}

/** The cards that a view asks for. What is retired is shown only to who asks for it. */
export function chosenBy(view: View, cards: readonly Card[]): Card[] {
  return cards.filter(
    (card) =>
      (view.state ? isInState(view.state, card.state, card.marks) : card.state !== 'retired') &&
      (!view.unit || card.unitIds.includes(view.unit)) &&
      (!view.person || card.personIds.includes(view.person)),
  )
}

export type Group = { label: string; cards: Card[] }

export type Quadrant = { kind: Kind; count: number; groups: Group[]; states: { state: State; count: number }[] }

/** The four quadrants with their groups: cards without a group first, groups in the order of their first card. */
export function quadrantsOf(cards: readonly Card[]): Quadrant[] {
  const byKind = Map.groupBy(cards, (card) => card.kind)
  return KINDS.map((kind) => {
    const own = byKind.get(kind) ?? []
    const groups = [...Map.groupBy(own, (card) => card.groupLabel)].map(([label, cards]) => ({ label, cards }))
    return {
      kind,
      count: own.length,
      groups: groups.sort((a, b) => Number(a.label !== '') - Number(b.label !== '')),
      states: countStates(own),
    }
  })
}

/** How many are in each state, without the states in which none is. */
export function countStates(cards: readonly Card[]): { state: State; count: number }[] {
  const byState = Map.groupBy(cards, (card) => card.state)
  return STATES.map((state) => ({ state, count: byState.get(state)?.length ?? 0 })).filter((one) => one.count > 0)
}

/** How much a goal leans on each kind: the resources of that kind that serve it in the period. */
export function leaningOf(cards: readonly Card[], goalId: string): { kind: Kind; count: number }[] {
  const serving = cards.filter((card) => card.goalIds.includes(goalId))
  return KINDS.map((kind) => ({ kind, count: serving.filter((card) => card.kind === kind).length }))
}

const BY: Record<SortKey, (a: Card, b: Card) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  kind: (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  state: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
  where: (a, b) => [...a.units, ...a.people].join().localeCompare([...b.units, ...b.people].join()),
  minutes: (a, b) => (a.minutesPerWeek ?? -1) - (b.minutesPerWeek ?? -1),
  people: (a, b) => (a.peopleCount ?? -1) - (b.peopleCount ?? -1),
}

/** Sorted for the table; within the same value by name, so that the order never depends on chance. */
export function sorted(cards: readonly Card[], view: Pick<View, 'sort' | 'order'>): Card[] {
  if (!view.sort) return [...cards]
  const by = BY[view.sort]
  const sign = view.order === 'descending' ? -1 : 1
  return cards.toSorted((a, b) => sign * by(a, b) || BY.name(a, b))
}

/** The part of a view that outlasts an act. */
export function keptOf({ goal, year, state, unit, person }: View): Kept {
  return { goal, year, state, unit, person }
}

export type SchoolRow = { slug: string; name: string; counts: Record<Kind, number>; total: number; inUse: number }

/** One row a school, with its counts by kind. */
export function countedBySchool(counts: readonly SchoolCount[]): SchoolRow[] {
  return [...Map.groupBy(counts, (one) => one.id).values()].flatMap((ones) => {
    const [first] = ones
    if (!first) return []
    const of = (kind: Kind) => ones.find((one) => one.kind === kind)?.total ?? 0
    const byKind = { knowledge: of('knowledge'), tools: of('tools'), structures: of('structures'), relationships: of('relationships') }
    const sum = (pick: (one: SchoolCount) => number) => ones.reduce((total, one) => total + pick(one), 0)
    return [{ slug: first.slug, name: first.name, counts: byKind, total: sum((one) => one.total), inUse: sum((one) => one.inUse) }]
  })
}

/** The table as rows for a spreadsheet, its head first; numbers stay numbers. */
export function csvRowsOf(
  cards: readonly Card[],
  goals: ReadonlyMap<string, string>,
  text: (key: TextKey, values?: TextValues) => string,
): (string | number)[][] {
  const head: TextKey[] = [
    'resources.name',
    'resources.kind',
    'resources.state',
    'resources.group',
    'resources.where',
    'resources.who',
    'resources.minutes_per_week',
    'resources.people_count',
    'resources.annual_cost',
    'resources.full_time_share',
    'resources.goals',
    'resources.tags',
    'resources.description',
  ]
  const rows = cards.map((card) => [
    card.name,
    text(`resources.kind_${card.kind}`),
    text(`resources.state_${card.state}`),
    card.groupLabel,
    [card.keptAt, ...card.units].filter(Boolean).join('; '),
    card.people.join('; '),
    card.minutesPerWeek ?? '',
    card.peopleCount ?? '',
    card.annualCost ?? '',
    card.fullTimeShare ?? '',
    card.goalIds
      .map((id) => (id && goals.get(id)) || '')
      .filter(Boolean)
      .join('; '),
    card.tags.join('; '),
    card.description,
  ])
  return [head.map((key) => text(key)), ...rows]
}

/** What an address or a form says about the view; what it says wrongly is not said. */
export function viewOf(said: Record<string, unknown>): View {
  return viewSchema.parse(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')))
}

/** The facts of each life on the board, by kind. */
export function livesOf(rows: readonly BoardRow[], uses: readonly UseOfResource[]): { kind: Kind; life: LifeFacts }[] {
  const usesOf = Map.groupBy(uses, (one) => one.resourceId)
  return rows.map((row) => ({ kind: row.kind, life: lifeOf(row, usesOf.get(row.id) ?? []) }))
}

function lifeOf(row: BoardRow, uses: readonly UseOfResource[]): LifeFacts {
  return {
    recognizedOn: row.recognizedOn ? [row.recognizedOn] : [],
    uses: [...uses],
    generatedOn: row.generatedOn,
    retiredOn: row.retiredOn,
  }
}
