import type { Verdict } from '../../../measures/signals/schema.ts'
import type { Kind, Way } from '../schema.ts'

/** What the diagram shows, as plain data. */
export type CanvasResource = { id: string; resourceId: string; name: string; kind: Kind; way: Way }
export type CanvasIdea = { id: string; statement: string; resources: CanvasResource[]; kept: number; open: number; late: number }
export type CanvasDriver = { id: string; statement: string; measure: { name: string; verdict: Verdict } | null; ideas: CanvasIdea[] }

/** A thing in the diagram: its column and its id. */
export type Node = { column: 'goal' | 'driver' | 'idea' | 'resource'; id: string }

export type Direction = 'left' | 'right' | 'up' | 'down'

/** Where an arrow key leads: along the lines to the left and right, within the column up and down; undefined at an end. */
export function walk(drivers: readonly CanvasDriver[], from: Node, direction: Direction): Node | undefined {
  if (direction === 'up' || direction === 'down') return besideIn(columnOf(drivers, from.column), from, direction === 'up' ? -1 : 1)
  return direction === 'left' ? parentOf(drivers, from) : childOf(drivers, from)
}

function columnOf(drivers: readonly CanvasDriver[], column: Node['column']): Node[] {
  if (column === 'goal') return [GOAL]
  if (column === 'driver') return drivers.map(({ id }) => ({ column, id }))
  const ideas = drivers.flatMap((driver) => driver.ideas)
  if (column === 'idea') return ideas.map(({ id }) => ({ column, id }))
  return ideas.flatMap((idea) => idea.resources.map(({ id }) => ({ column, id })))
}

export const GOAL: Node = { column: 'goal', id: 'goal' }

function besideIn(nodes: readonly Node[], from: Node, step: 1 | -1): Node | undefined {
  return nodes[nodes.findIndex((node) => node.id === from.id) + step]
}

function parentOf(drivers: readonly CanvasDriver[], from: Node): Node | undefined {
  if (from.column === 'goal') return undefined
  if (from.column === 'driver') return GOAL
  for (const driver of drivers) {
    if (from.column === 'idea' && driver.ideas.some((idea) => idea.id === from.id)) return { column: 'driver', id: driver.id }
    const idea = driver.ideas.find((one) => one.resources.some((resource) => resource.id === from.id))
    if (from.column === 'resource' && idea) return { column: 'idea', id: idea.id }
  }
  return undefined
}

function childOf(drivers: readonly CanvasDriver[], from: Node): Node | undefined {
  if (from.column === 'goal') return first('driver', drivers)
  if (from.column === 'driver') return first('idea', drivers.find((driver) => driver.id === from.id)?.ideas)
  const idea = drivers.flatMap((driver) => driver.ideas).find((one) => one.id === from.id)
  return from.column === 'idea' ? first('resource', idea?.resources) : undefined
}

function first(column: Node['column'], of: readonly { id: string }[] | undefined): Node | undefined {
  const id = of?.[0]?.id
  return id === undefined ? undefined : { column, id }
}

/** Where something is put: a driver before another, or an idea under a driver before another idea; `end` is last. */
export type Target = { driverId: string; before: string }

/** Where a step up or down puts a driver or an idea; at the edge of its driver an idea goes over to the next one. */
export function stepTarget(drivers: readonly CanvasDriver[], node: Node, direction: 'up' | 'down'): Target | undefined {
  if (node.column === 'driver') return stepInOrder(drivers, node.id, direction)
  if (node.column !== 'idea') return undefined
  const at = drivers.findIndex((driver) => driver.ideas.some((idea) => idea.id === node.id))
  const driver = drivers[at]
  if (!driver) return undefined
  const within = stepInOrder(driver.ideas, node.id, direction)
  if (within) return { driverId: driver.id, before: within.before }
  const next = drivers[direction === 'up' ? at - 1 : at + 1]
  return next && { driverId: next.id, before: direction === 'up' ? 'end' : (next.ideas[0]?.id ?? 'end') }
}

function stepInOrder(order: readonly { id: string }[], id: string, direction: 'up' | 'down'): Target | undefined {
  const at = order.findIndex((one) => one.id === id)
  const last = order.length - 1
  if (direction === 'up') return at > 0 ? { driverId: '', before: order[at - 1]?.id ?? 'end' } : undefined
  return at < last ? { driverId: '', before: order[at + 2]?.id ?? 'end' } : undefined
}

/** The diagram after something was put elsewhere. */
export function put(drivers: readonly CanvasDriver[], node: Node, { driverId, before }: Target): CanvasDriver[] {
  if (node.column === 'driver')
    return placed(
      drivers,
      drivers.find((driver) => driver.id === node.id),
      before,
    )
  const idea = drivers.flatMap((driver) => driver.ideas).find((one) => one.id === node.id)
  return drivers.map((driver) => {
    const others = driver.ideas.filter((one) => one.id !== node.id)
    return { ...driver, ideas: driver.id === driverId ? placed(others, idea, before) : others }
  })
}

function placed<Item extends { id: string }>(items: readonly Item[], item: Item | undefined, before: string): Item[] {
  if (!item) return [...items]
  const others = items.filter((one) => one.id !== item.id)
  const at = others.findIndex((one) => one.id === before)
  return others.toSpliced(at >= 0 ? at : others.length, 0, item)
}
