import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { found, notHere } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleResources } from '../../resources/queries.ts'
import { inWords } from '../../resources/rules.ts'
import type { Driver, Idea, Link, ResourceChoice } from './schema.ts'

/** The drivers of a strategy with their change ideas and what these lean on, all in their order. */
export async function listDrivers(tx: Tx, scope: Scope, strategyId: string): Promise<Driver[]> {
  const drivers = await tx
    .selectFrom('driver')
    .select(['id', 'statement', 'why', 'measureId', 'version'])
    .where('tenantId', '=', scope.tenantId)
    .where('strategyId', '=', strategyId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const ideas = await listIdeas(
    tx,
    scope,
    drivers.map((driver) => driver.id),
  )
  return drivers.map((driver) => ({ ...driver, ideas: ideas.filter((idea) => idea.driverId === driver.id) }))
}

async function listIdeas(tx: Tx, scope: Scope, driverIds: readonly string[]): Promise<Idea[]> {
  if (driverIds.length === 0) return []
  const rows = await tx
    .selectFrom('changeIdea')
    .select(['id', 'driverId', 'statement', 'version'])
    .where('tenantId', '=', scope.tenantId)
    .where('driverId', 'in', driverIds)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const links = await listLinks(
    tx,
    scope,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, links: links.filter((link) => link.ideaId === row.id) }))
}

/** What change ideas lean on; a resource that the reader may not see is left out. */
async function listLinks(tx: Tx, scope: Scope, ideaIds: readonly string[]): Promise<Link[]> {
  if (ideaIds.length === 0) return []
  const rows = await tx
    .selectFrom('ideaResource')
    .select(['id', 'ideaId', 'resourceId', 'way', 'how'])
    .where('tenantId', '=', scope.tenantId)
    .where('ideaId', 'in', ideaIds)
    .orderBy('id')
    .$narrowType<{ way: Link['way'] }>()
    .execute()
  const ids = [...new Set(rows.map((row) => row.resourceId))]
  const resources = ids.length > 0 ? await visibleResources(tx, scope).where('resource.id', 'in', ids).execute() : []
  const byId = new Map(resources.map((resource) => [resource.id, resource]))
  return rows.flatMap((row) => {
    const resource = byId.get(row.resourceId)
    return resource ? [{ ...row, kind: resource.kind, name: inWords(resource.name, [scope.language, scope.mainLanguage]) }] : []
  })
}

export function driverIn(drivers: readonly Driver[], id: string): Driver {
  return found(drivers.find((driver) => driver.id === id))
}

/** A change idea of a strategy and the driver under which it stands. */
export function ideaIn(drivers: readonly Driver[], id: string): { driver: Driver; idea: Idea } {
  for (const driver of drivers) {
    const idea = driver.ideas.find((one) => one.id === id)
    if (idea) return { driver, idea }
  }
  return notHere()
}

/** How often a change idea was promised and tried. */
export async function countHeldBy(tx: Tx, scope: Scope, ideaId: string): Promise<{ commitments: number; cycles: number }> {
  const own = (table: 'commitment' | 'cycle') =>
    tx
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('n'))
      .where('tenantId', '=', scope.tenantId)
      .where('ideaId', '=', ideaId)
      .executeTakeFirstOrThrow()
  return { commitments: (await own('commitment')).n, cycles: (await own('cycle')).n }
}

/** What change ideas of a place can lean on: what the place and those above and below it have, and what is not retired. */
export async function listResourceChoices(tx: Tx, scope: Scope, place: { id: string; path: readonly string[] }): Promise<ResourceChoice[]> {
  const rows = await visibleResources(tx, scope)
    .leftJoin('retirement', (on) =>
      on.onRef('retirement.tenantId', '=', 'resource.tenantId').onRef('retirement.resourceId', '=', 'resource.id'),
    )
    .where('retirement.id', 'is', null)
    .where(sql<boolean>`(resource.unit_id = any(${[...place.path]}::uuid[]) or unit.path @> ${[place.id]}::uuid[])`)
    .orderBy('resource.position')
    .execute()
  const languages = [scope.language, scope.mainLanguage]
  return rows.map((row) => ({ id: row.id, name: inWords(row.name, languages), kind: row.kind }))
}
