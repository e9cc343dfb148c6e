import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database.ts'
import { dayIn } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { notHere, refuse, stale } from '../../platform/problem.ts'
import { record } from '../../access/events.ts'
import { may, whyNotMay } from '../../access/policy.ts'
import { inTenant, isOnTeam, NOBODY, type Scope } from '../../access/scope.ts'
import { whyNotOnDay } from './life/rules.ts'
import type { RetirementForm } from './life/schema.ts'
import { listResidences, lockResource } from './queries.ts'
import { orderAfter, saidAnew, whyNotCircle, whyNotRetire, whyNotWhenRetired } from './rules.ts'
import type { Kind, Move, Resource, ResourceChange, ResourceForm, Said } from './schema.ts'

/** A resource that has no row yet; what is not said about it is empty. */
export type NewResource = Pick<ResourceForm, 'kind' | 'name'> & Partial<ResourceForm> & { names?: Said; descriptions?: Said }

/** Adds a resource to a place; who adds it by hand has thereby named it, if they belong there. */
export async function addResource(db: Db, scope: Scope, unitId: string, form: NewResource): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const unit = await findUnit(tx, scope, unitId)
    refuse(whyNotMay(scope, 'resource.add', unit))
    const id = await insertResource(tx, scope, unit, form, 'hand')
    if (belongsTo(scope, unit)) await insertRecognition(tx, scope, id, { occurredOn: dayIn(scope.timeZone, scope.now), reason: '' })
    await record(tx, scope, { verb: 'resource_added', noun: 'resource', nounId: id, unitId, content: form })
    return id
  })
}

/** What is said anew about a resource; in several languages at once where `names` and `descriptions` say so. */
export type Change = ResourceChange & { names?: Said; descriptions?: Said }

/** Says something else about a resource. */
export async function changeResource(db: Db, scope: Scope, id: string, form: Change): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const resource = await lockResource(tx, scope, id)
    const at = { path: resource.unitPath }
    refuse(whyNotMay(scope, 'resource.change', at) ?? whyNotWhenRetired(resource) ?? whyNotCircle(form.circle, isOnTeam(scope, at.path)))
    if (resource.version !== form.version) stale()
    const residents = await listResidences(tx, scope, [id])
    await refuseUnknown(tx, scope, form, new Set(residents.flatMap((one) => one.unitId ?? one.personId ?? [])))
    const name = form.names ?? saidAnew(resource.name, scope.language, form.name)
    const description = form.descriptions ?? saidAnew(resource.description, scope.language, form.description)
    const { unitIds, personIds, version, names: _, descriptions: __, ...columns } = form
    const moved = form.kind === resource.kind ? {} : { position: await nextPosition(tx, scope, resource.unitId, form.kind) }
    await updateResource(tx, scope, id, {
      ...columns,
      ...moved,
      name,
      description,
      searchText: searchTextOf(name, description, form.tags),
      version: version + 1,
    })
    await tx.deleteFrom('resourceResidence').where('tenantId', '=', scope.tenantId).where('resourceId', '=', id).execute()
    await insertResidences(tx, scope, id, { unitIds, personIds })
    await record(tx, scope, { verb: 'resource_changed', noun: 'resource', nounId: id, unitId: resource.unitId, content: form })
  })
}

/** Moves a resource on the board: to another kind, into a group, before another one. */
export async function moveResource(db: Db, scope: Scope, move: Move): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const resource = await lockResource(tx, scope, move.resource)
    refuse(whyNotMay(scope, 'resource.change', { path: resource.unitPath }) ?? whyNotWhenRetired(resource))
    const before = await orderOf(tx, scope, resource.unitId, move.kind)
    const ids = orderAfter(before, resource.id, move.before)
    await updateResource(tx, scope, resource.id, { kind: move.kind, groupLabel: move.groupLabel, version: resource.version + 1 })
    await renumber(tx, scope, ids)
    await record(tx, scope, { verb: 'resource_moved', noun: 'resource', nounId: resource.id, unitId: resource.unitId, content: move })
  })
}

/** Takes a resource out of use for good; what it did stays told. */
export async function retireResource(db: Db, scope: Scope, id: string, form: RetirementForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const resource = await lockResource(tx, scope, id)
    refuse(
      whyNotMay(scope, 'resource.retire', { path: resource.unitPath }) ??
        whyNotRetire(resource) ??
        whyNotOnDay(form.retiredOn, dayIn(scope.timeZone, scope.now)),
    )
    await tx
      .insertInto('retirement')
      .values({ ...form, ...rowOf(scope), resourceId: id, recordedBy: personOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'resource_retired', noun: 'resource', nounId: id, unitId: resource.unitId, content: form })
  })
}

type Unit = { id: string; kind: string; path: string[] }

/** The row itself, for commands that bring a resource into being in another way: they write their own event. */
export async function insertResource(tx: Tx, scope: Scope, unit: Unit, form: NewResource, source: Resource['source']): Promise<string> {
  if (source === 'hand') await refuseUnknown(tx, scope, form)
  const circle = form.circle ?? (unit.kind === 'district' ? 'district' : 'school')
  refuse(whyNotCircle(circle, isOnTeam(scope, unit.path)))
  const row = rowOf(scope)
  const name = form.names ?? { [scope.language]: form.name }
  const description = form.descriptions ?? (form.description ? { [scope.language]: form.description } : {})
  const { names: _, descriptions: __, unitIds = [], personIds = [], tags = [], links = [], ...columns } = form
  const position = await nextPosition(tx, scope, unit.id, form.kind)
  const searchText = searchTextOf(name, description, tags)
  await tx
    .insertInto('resource')
    .values({
      ...columns,
      ...row,
      unitId: unit.id,
      circle,
      name,
      description,
      tags,
      links,
      position,
      searchText,
      source,
      addedBy: personOf(scope),
    })
    .execute()
  await insertResidences(tx, scope, row.id, { unitIds, personIds })
  return row.id
}

export async function insertRecognition(
  tx: Tx,
  scope: Scope,
  resourceId: string,
  said: { occurredOn: string; reason: string },
): Promise<void> {
  await tx
    .insertInto('recognition')
    .values({ ...said, ...rowOf(scope), resourceId, recognizedBy: personOf(scope) })
    .onConflict((conflict) => conflict.columns(['tenantId', 'resourceId', 'recognizedBy']).doNothing())
    .execute()
}

/** The unit, if the person may enter it. */
export async function findUnit(tx: Tx, scope: Scope, id: string): Promise<Unit> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'kind', 'path'])
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  if (!unit || !scope.places.includes(unit.id)) return notHere()
  return unit
}

/** What every new row begins with. */
export function rowOf(scope: Scope) {
  return { tenantId: scope.tenantId, id: newId(scope.now.getTime()), recordedAt: scope.now }
}

/** Who acts; the program itself is nobody. */
export function personOf(scope: Scope): string | null {
  return scope.personId === NOBODY ? null : scope.personId
}

/** A visitor who adds something for a school has not named it for the school. */
function belongsTo(scope: Scope, unit: Unit): boolean {
  return may(scope, 'resource.use', unit) || scope.memberships.some((one) => one.unitId === unit.id)
}

async function insertResidences(tx: Tx, scope: Scope, resourceId: string, of: { unitIds: string[]; personIds: string[] }): Promise<void> {
  const units = [...new Set(of.unitIds)].map((unitId) => ({ unitId, personId: null }))
  const people = [...new Set(of.personIds)].map((personId) => ({ unitId: null, personId }))
  const rows = [...units, ...people].map((one) => ({ ...one, tenantId: scope.tenantId, id: newId(), resourceId }))
  if (rows.length > 0) await tx.insertInto('resourceResidence').values(rows).execute()
}

type Named = { unitIds?: string[]; personIds?: string[] }

/** An id from a form that the person may not look up is not here, like one in an address; what was named before may stay. */
export async function refuseUnknown(
  tx: Tx,
  scope: Scope,
  { unitIds = [], personIds = [] }: Named,
  before = new Set<string>(),
): Promise<void> {
  if (unitIds.some((id) => !scope.places.includes(id) && !before.has(id))) notHere()
  const people = [...new Set(personIds)].filter((id) => !before.has(id))
  if (people.length === 0) return
  const known = await tx
    .selectFrom('membership')
    .select('personId')
    .distinct()
    .where('tenantId', '=', scope.tenantId)
    .where(sql<boolean>`person_id = any(${people}::uuid[]) and unit_id = any(${[...scope.places]}::uuid[]) and ends_on is null`)
    .execute()
  if (known.length < people.length) notHere()
}

async function nextPosition(tx: Tx, scope: Scope, unitId: string, kind: Kind): Promise<number> {
  const row = await tx
    .selectFrom('resource')
    .select((select) => select.fn.max('position').as('last'))
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** All of the quadrant, also what the mover cannot see, so that nothing jumps for others. */
async function orderOf(tx: Tx, scope: Scope, unitId: string, kind: Kind): Promise<string[]> {
  const rows = await tx
    .selectFrom('resource')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

async function renumber(tx: Tx, scope: Scope, ids: string[]): Promise<void> {
  await sql`
    update resource set position = ordered.position
    from unnest(${ids}::uuid[]) with ordinality as ordered (id, position)
    where resource.tenant_id = ${scope.tenantId} and resource.id = ordered.id and resource.position <> ordered.position
  `.execute(tx)
}

type Columns = Partial<Omit<Resource, 'id' | 'unitId' | 'recordedAt' | 'annualCost' | 'fullTimeShare'>> & {
  annualCost?: number | null
  fullTimeShare?: number | null
  searchText?: string
}

async function updateResource(tx: Tx, scope: Scope, id: string, columns: Columns): Promise<void> {
  await tx.updateTable('resource').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
}

function searchTextOf(name: Said, description: Said, tags: readonly string[]): string {
  return [...Object.values(name), ...Object.values(description), ...tags].join(' ')
}
