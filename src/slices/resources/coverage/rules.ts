import type { Card } from '../board/schema.ts'
import { KINDS, type Kind } from '../kinds/schema.ts'
import type { UseOfResource } from '../life/queries.ts'
import type { Period } from '../schema.ts'
import type { GoalCoverage, PersonLoad, StructureLoad } from './schema.ts'

/** Below this many things at once nobody is said to carry too much. */
const FEWEST_TO_BE_TOO_MUCH = 4

/** Each goal's resources by kind, and what the work on it brought forth. */
export function coverageOf(goalIds: readonly string[], cards: readonly Card[], generated: ReadonlyMap<string, number>): GoalCoverage[] {
  return goalIds.map((goalId) => {
    const serving = cards.filter((card) => card.goalIds.includes(goalId))
    const count = (kind: Kind) => serving.filter((card) => card.kind === kind).length
    const byKind = {
      knowledge: count('knowledge'),
      tools: count('tools'),
      structures: count('structures'),
      relationships: count('relationships'),
    }
    return { goalId, serving: byKind, total: serving.length, generated: generated.get(goalId) ?? 0 }
  })
}

/** The kinds that a goal does not lean on at all, though it leans on others. */
export function emptyKinds(coverage: GoalCoverage): Kind[] {
  return coverage.total === 0 ? [] : KINDS.filter((kind) => coverage.serving[kind] === 0)
}

/** Structures whose uses together take minutes, against the minutes that there are; the tightest first. */
export function structureLoads(cards: readonly Card[], uses: readonly UseOfResource[], period: Period): StructureLoad[] {
  const running = Map.groupBy(
    uses.filter((use) => isRunning(use, period)),
    (use) => use.resourceId,
  )
  const loads = cards.flatMap((card) => {
    const taken = (running.get(card.id) ?? []).reduce((sum, use) => sum + (use.minutesPerWeek ?? 0), 0)
    if (card.kind !== 'structures' || card.minutesPerWeek === null || taken === 0) return []
    return [
      { id: card.id, name: card.name, minutesPerWeek: card.minutesPerWeek, takenMinutes: taken, isOverused: taken > card.minutesPerWeek },
    ]
  })
  return loads.sort((a, b) => b.takenMinutes / Math.max(1, b.minutesPerWeek) - a.takenMinutes / Math.max(1, a.minutesPerWeek))
}

type Carried = {
  cards: readonly Card[]
  uses: readonly UseOfResource[]
  period: Period
  names: ReadonlyMap<string, string>
  commitments: ReadonlyMap<string, number>
}

/** People with the uses and commitments that rest on them; who carries more than twice what is usual is marked. */
export function personLoads({ cards, uses, period, names, commitments }: Carried): PersonLoad[] {
  const nameOf = new Map(cards.map((card) => [card.id, card.name]))
  const carried = new Map<string, Set<string>>()
  for (const use of uses.filter((one) => isRunning(one, period) && nameOf.has(one.resourceId)))
    for (const id of use.personIds) carried.set(id, (carried.get(id) ?? new Set()).add(nameOf.get(use.resourceId) ?? ''))
  const ids = [...new Set([...carried.keys(), ...commitments.keys()])].filter((id) => names.has(id))
  const loads = ids.map((personId) => ({
    personId,
    name: names.get(personId) ?? '',
    uses: [...(carried.get(personId) ?? [])],
    commitments: commitments.get(personId) ?? 0,
  }))
  const usual = median(loads.map(sizeOf))
  return loads
    .map((load) => ({ ...load, isOverused: isTooMuch(sizeOf(load), usual) }))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a.name.localeCompare(b.name))
}

/** More than twice what is usual in the team, and at least four things at once. */
export function isTooMuch(size: number, usual: number): boolean {
  return size >= FEWEST_TO_BE_TOO_MUCH && size > 2 * usual
}

function sizeOf(load: { uses: string[]; commitments: number }): number {
  return load.uses.length + load.commitments
}

function isRunning(use: UseOfResource, period: Period): boolean {
  return use.beganOn <= period.to && (!use.endedOn || use.endedOn > period.to)
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
