import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import type { Scope } from '../../access/scope.ts'
import { visibleTo } from '../../access/visible.ts'
import type { Kind, Period, Resource, Said } from './schema.ts'

/** A place as far as queries need it. */
export type Where = { id: string; kind: string }

const COLUMNS = [
  'resource.id',
  'resource.unitId',
  'resource.circle',
  'resource.kind',
  'resource.name',
  'resource.description',
  'resource.links',
  'resource.tags',
  'resource.minutesPerWeek',
  'resource.peopleCount',
  'resource.annualCost',
  'resource.fullTimeShare',
  'resource.groupLabel',
  'resource.position',
  'resource.source',
  'resource.addedBy',
  'resource.version',
  'resource.recordedAt',
] as const

/** Resources that the person may read, joined with the place where each is kept; nothing is selected yet. */
export function readableResources(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('resource')
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'resource.tenantId').onRef('unit.id', '=', 'resource.unitId'))
    .where('resource.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'resource'))
}

/** The same with all that a resource's row says. */
export function visibleResources(tx: Tx, scope: Scope) {
  return readableResources(tx, scope).select(COLUMNS).$castTo<Resource>() // constraints and commands hold what the columns' types cannot say
}

/** The days from which a state follows, besides those of the uses. */
const LIFE_DATES = [
  sql<
    string | null
  >`(select min(r.occurred_on) from recognition r where r.tenant_id = resource.tenant_id and r.resource_id = resource.id)`.as(
    'recognizedOn',
  ),
  sql<
    string | null
  >`(select min(g.occurred_on) from generation g where g.tenant_id = resource.tenant_id and g.resource_id = resource.id)`.as('generatedOn'),
  sql<string | null>`(select t.retired_on from retirement t where t.tenant_id = resource.tenant_id and t.resource_id = resource.id)`.as(
    'retiredOn',
  ),
] as const

function withLifeDates(tx: Tx, scope: Scope) {
  return visibleResources(tx, scope).select(LIFE_DATES)
}

/** Whether a resource is kept at the place or below it; a wrong parent in an address finds nothing. */
export function atOrBelow(place: Where) {
  return sql<boolean>`${sql.ref('unit.path')} @> ${[place.id]}::uuid[]`
}

export async function findResource(tx: Tx, scope: Scope, place: Where, id: string) {
  const row = await visibleResources(tx, scope)
    .where(atOrBelow(place))
    .where('resource.id', '=', id)
    .select(['unit.name as unitName', 'unit.path as unitPath'])
    .executeTakeFirst()
  return found(row)
}

/** The resource, held until the end of the transaction, with what the rules ask about. */
export async function lockResource(tx: Tx, scope: Scope, id: string) {
  const row = await visibleResources(tx, scope)
    .where('resource.id', '=', id)
    .select('unit.path as unitPath')
    .forUpdate('resource')
    .executeTakeFirst()
  const resource = found(row)
  const [retirement, running] = await Promise.all([findRetiredOn(tx, scope, id), countRunningUses(tx, scope, id)])
  return { ...resource, retiredOn: retirement, runningUses: running }
}

export type LockedResource = Awaited<ReturnType<typeof lockResource>>

/** Resources in the order of their ids, for reading all of them a page at a time. */
export async function listResourcesFrom(tx: Tx, scope: Scope, page: { limit: number; cursor?: string; unitId?: string; kind?: Kind }) {
  return await withLifeDates(tx, scope)
    .$if(page.cursor !== undefined, (query) => query.where('resource.id', '>', page.cursor ?? ''))
    .$if(page.unitId !== undefined, (query) => query.where('resource.unitId', '=', page.unitId ?? ''))
    .$if(page.kind !== undefined, (query) => query.where('resource.kind', '=', page.kind ?? ''))
    .orderBy('resource.id')
    .limit(page.limit)
    .execute()
}

/** One resource wherever it is kept, if the person may read it. */
export async function findResourceAnywhere(tx: Tx, scope: Scope, id: string) {
  return found(await withLifeDates(tx, scope).where('resource.id', '=', id).executeTakeFirst())
}

export type Residence = { resourceId: string; unitId: string | null; personId: string | null; name: string }

/** In whom and where resources lie. */
export async function listResidences(tx: Tx, scope: Scope, resourceIds: readonly string[]): Promise<Residence[]> {
  return await tx
    .selectFrom('resourceResidence')
    .leftJoin('unit', (on) =>
      on.onRef('unit.tenantId', '=', 'resourceResidence.tenantId').onRef('unit.id', '=', 'resourceResidence.unitId'),
    )
    .leftJoin('person', (on) =>
      on.onRef('person.tenantId', '=', 'resourceResidence.tenantId').onRef('person.id', '=', 'resourceResidence.personId'),
    )
    .where('resourceResidence.tenantId', '=', scope.tenantId)
    .where(sql<boolean>`resource_id = any(${[...resourceIds]}::uuid[])`)
    .select(['resourceResidence.resourceId', 'resourceResidence.unitId', 'resourceResidence.personId'])
    .select(sql<string>`coalesce(unit.name, trim(person.given_name || ' ' || person.family_name))`.as('name'))
    .orderBy('name')
    .execute()
}

export type UnitChoice = {
  id: string
  name: string
  slug: string
  kind: string
  grade: string | null
  subject: string | null
  path: string[]
}

/** The place and everything below it, for choosing where a resource lies. */
export async function listUnitsBelow(tx: Tx, scope: Scope, place: Where): Promise<UnitChoice[]> {
  return await tx
    .selectFrom('unit')
    .select(['id', 'name', 'slug', 'kind', 'grade', 'subject', 'path'])
    .where('tenantId', '=', scope.tenantId)
    .where('endedOn', 'is', null)
    .where(atOrBelow(place))
    .orderBy((order) => order.fn('cardinality', ['path']))
    .orderBy('name')
    .execute()
}

export type PersonChoice = { id: string; name: string }

/** Who works at the place or below it. */
export async function listPeopleBelow(tx: Tx, scope: Scope, place: Where): Promise<PersonChoice[]> {
  return await tx
    .selectFrom('person')
    .select(['person.id', sql<string>`trim(given_name || ' ' || family_name)`.as('name')])
    .where('person.tenantId', '=', scope.tenantId)
    .where('person.endedOn', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('membership')
          .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'membership.tenantId').onRef('unit.id', '=', 'membership.unitId'))
          .select('membership.id')
          .whereRef('membership.tenantId', '=', 'person.tenantId')
          .whereRef('membership.personId', '=', 'person.id')
          .where('membership.endsOn', 'is', null)
          .where(atOrBelow(place)),
      ),
    )
    .orderBy('name')
    .execute()
}

export type GoalChoice = { id: string; statement: Said; closed: boolean }

/** The goals that resources of the place may serve: its own and those of the places above it. */
export async function listGoalChoices(tx: Tx, scope: Scope, place: { path: readonly string[] }): Promise<GoalChoice[]> {
  return await tx
    .selectFrom('goal')
    .leftJoin('goalClosure', (on) => on.onRef('goalClosure.tenantId', '=', 'goal.tenantId').onRef('goalClosure.goalId', '=', 'goal.id'))
    .select(['goal.id', 'goal.statement', sql<boolean>`goal_closure.id is not null`.as('closed')])
    .where('goal.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'goal'))
    .where(sql<boolean>`goal.unit_id = any(${[...place.path]}::uuid[])`)
    .orderBy('closed')
    .orderBy('goal.id', 'desc')
    .$castTo<GoalChoice>() // the goals' commands write text by language
    .execute()
}

/** Those of the goals that the person may read. */
export async function listGoalIdsSeen(tx: Tx, scope: Scope, goalIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('goal')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where(sql<boolean>`id = any(${[...goalIds]}::uuid[])`)
    .where(visibleTo(scope))
    .execute()
  return new Set(rows.map((row) => row.id))
}

export type YearChoice = Period & { id: string; name: string }

/** The district's school years, the latest first: the periods for which states can be told. */
export async function listYears(tx: Tx, scope: Scope): Promise<YearChoice[]> {
  return await tx
    .selectFrom('schoolYear')
    .select(['id', 'name', 'beginsOn as from', 'endsOn as to'])
    .where('tenantId', '=', scope.tenantId)
    .orderBy('beginsOn', 'desc')
    .execute()
}

/** The groups that a place has made on its board. */
export async function listGroups(tx: Tx, scope: Scope, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('resource')
    .select('groupLabel')
    .distinct()
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', unitId)
    .where(visibleTo(scope))
    .where('groupLabel', '<>', '')
    .orderBy('groupLabel')
    .execute()
  return rows.map((row) => row.groupLabel)
}

async function findRetiredOn(tx: Tx, scope: Scope, resourceId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('retirement')
    .select('retiredOn')
    .where('tenantId', '=', scope.tenantId)
    .where('resourceId', '=', resourceId)
    .executeTakeFirst()
  return row?.retiredOn ?? null
}

async function countRunningUses(tx: Tx, scope: Scope, resourceId: string): Promise<number> {
  const rows = await tx
    .selectFrom('resourceUse')
    .leftJoin('useEnding', (on) =>
      on.onRef('useEnding.tenantId', '=', 'resourceUse.tenantId').onRef('useEnding.useId', '=', 'resourceUse.id'),
    )
    .select('resourceUse.id')
    .where('resourceUse.tenantId', '=', scope.tenantId)
    .where('resourceUse.resourceId', '=', resourceId)
    .where('useEnding.id', 'is', null)
    .execute()
  return rows.length
}
