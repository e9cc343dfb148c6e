import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { found } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Distribution, Edition, EditionCounts, OutsideSource, SchoolScores, UnknownSchool } from './schema.ts'

type Where = { id: string }

/** No newer edition of the same time that stands. */
const IS_CURRENT = sql<boolean>`(withdrawal.id is null and not exists (
  select from outside_edition newer where newer.tenant_id = edition.tenant_id and newer.source_id = edition.source_id
    and newer.year = edition.year and lower(newer.period) = lower(edition.period) and newer.number > edition.number
    and not exists (select from outside_withdrawal gone where gone.tenant_id = newer.tenant_id and gone.edition_id = newer.id)))`

/** Sources that were loaded at a place, or that tell of a school at or below it. */
export async function listSources(tx: Tx, scope: Scope, place: Where): Promise<OutsideSource[]> {
  return await sources(tx, scope, place).orderBy('source.name').orderBy('source.publisher').execute()
}

export async function findSource(tx: Tx, scope: Scope, place: Where, id: string): Promise<OutsideSource> {
  return found(await sources(tx, scope, place).where('source.id', '=', id).executeTakeFirst())
}

function sources(tx: Tx, scope: Scope, place: Where) {
  return tx
    .selectFrom('outsideSource as source')
    .select(['source.id', 'source.name', 'source.publisher', 'source.unitId'])
    .where('source.tenantId', '=', scope.tenantId)
    .where(
      sql<boolean>`(source.unit_id = ${place.id} or exists (
        select from outside_edition edition
          join outside_school school on school.tenant_id = edition.tenant_id and school.edition_id = edition.id
          join unit on unit.tenant_id = school.tenant_id and unit.id = school.unit_id
        where edition.tenant_id = source.tenant_id and edition.source_id = source.id and unit.path @> ${[place.id]}::uuid[]))`,
    )
}

/** Everything that was ever loaded of sources, the newest year first and the newest number of a year first. */
export async function listEditions(tx: Tx, scope: Scope, sourceIds: readonly string[]): Promise<Edition[]> {
  if (sourceIds.length === 0) return []
  const rows = await tx
    .selectFrom('outsideEdition as edition')
    .leftJoin('outsideWithdrawal as withdrawal', (on) =>
      on.onRef('withdrawal.tenantId', '=', 'edition.tenantId').onRef('withdrawal.editionId', '=', 'edition.id'),
    )
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'edition.tenantId').onRef('person.id', '=', 'edition.loadedBy'))
    .select(['edition.id', 'edition.sourceId', 'edition.year', 'edition.period', 'edition.number', 'edition.link', 'edition.licence'])
    .select(['edition.fileName', 'edition.counts', 'edition.recordedAt', 'withdrawal.id as withdrawalId', IS_CURRENT.as('isCurrent')])
    .select(sql<string>`trim(coalesce(person.given_name, '') || ' ' || coalesce(person.family_name, ''))`.as('loadedBy'))
    .where('edition.tenantId', '=', scope.tenantId)
    .where('edition.sourceId', 'in', sourceIds)
    .orderBy('edition.year', 'desc')
    .orderBy('edition.period', 'desc')
    .orderBy('edition.number', 'desc')
    .execute()
  // `loads/commands.ts` alone writes the counts.
  return rows.map(({ withdrawalId, ...row }) => ({ ...row, isWithdrawn: withdrawalId !== null, counts: row.counts as EditionCounts }))
}

/** How all schools lie on each score of editions, in the order of the file. */
export async function listDistributions(tx: Tx, scope: Scope, editionIds: readonly string[]): Promise<Distribution[]> {
  if (editionIds.length === 0) return []
  const rows = await tx
    .selectFrom('outsideDistribution as one')
    .innerJoin('outsideMeasure as measure', (on) =>
      on.onRef('measure.tenantId', '=', 'one.tenantId').onRef('measure.id', '=', 'one.measureId'),
    )
    .selectAll('one')
    .select('measure.name')
    .where('one.tenantId', '=', scope.tenantId)
    .where('one.editionId', 'in', editionIds)
    .orderBy('one.position')
    .$castTo<Distribution & { id: string; tenantId: string; recordedAt: Date }>() // a constraint holds what `better` can be
    .execute()
  return rows.map(({ id: _, tenantId: __, recordedAt: ___, ...row }) => row)
}

/** The schools at a place and below it in editions. */
export async function listScores(tx: Tx, scope: Scope, place: Where, editionIds: readonly string[]): Promise<SchoolScores[]> {
  if (editionIds.length === 0) return []
  return await scores(tx, scope)
    .where('school.editionId', 'in', editionIds)
    .where(sql<boolean>`unit.path @> ${[place.id]}::uuid[]`)
    .orderBy('unit.name')
    .execute()
}

type From = { cursor?: string; limit: number; unitId?: string }

/** One page of the schools that the reader may look into, by id, in all editions that stand. */
export async function listScoresFrom(tx: Tx, scope: Scope, { cursor, limit, unitId }: From) {
  return await scores(tx, scope)
    .innerJoin('outsideEdition as edition', (on) =>
      on.onRef('edition.tenantId', '=', 'school.tenantId').onRef('edition.id', '=', 'school.editionId'),
    )
    .leftJoin('outsideWithdrawal as withdrawal', (on) =>
      on.onRef('withdrawal.tenantId', '=', 'edition.tenantId').onRef('withdrawal.editionId', '=', 'edition.id'),
    )
    .select(['edition.sourceId', 'edition.year', 'edition.period'])
    .where(IS_CURRENT)
    .$if(cursor !== undefined, (query) => query.where('school.id', '>', cursor ?? ''))
    .$if(unitId !== undefined, (query) => query.where('school.unitId', '=', unitId ?? ''))
    .orderBy('school.id')
    .limit(limit)
    .execute()
}

function scores(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('outsideSchool as school')
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'school.tenantId').onRef('unit.id', '=', 'school.unitId'))
    .select(['school.id', 'school.editionId', 'unit.id as unitId', 'unit.name as unitName', 'unit.slug as unitSlug'])
    .select(['school.few', 'school.respondents', 'school.scores'])
    .where('school.tenantId', '=', scope.tenantId)
    .where('unit.endedOn', 'is', null)
    .where(sql<boolean>`unit.id = any(${[...scope.places]}::uuid[])`)
}

/** One page of the scores that somebody else computes and that tell of a school within reach, by id. */
export async function listOutsideMeasuresFrom(tx: Tx, scope: Scope, { cursor, limit }: From) {
  return await tx
    .selectFrom('outsideMeasure as measure')
    .innerJoin('outsideSource as source', (on) =>
      on.onRef('source.tenantId', '=', 'measure.tenantId').onRef('source.id', '=', 'measure.sourceId'),
    )
    .select(['measure.id', 'measure.name', 'measure.sourceId', 'source.name as sourceName', 'source.publisher'])
    .where('measure.tenantId', '=', scope.tenantId)
    .where(
      sql<boolean>`(source.unit_id = any(${[...scope.places]}::uuid[]) or exists (
        select from outside_edition edition
          join outside_school school on school.tenant_id = edition.tenant_id and school.edition_id = edition.id
        where edition.tenant_id = source.tenant_id and edition.source_id = source.id
          and school.unit_id = any(${[...scope.places]}::uuid[])))`,
    )
    .$if(cursor !== undefined, (query) => query.where('measure.id', '>', cursor ?? ''))
    .orderBy('measure.id')
    .limit(limit)
    .execute()
}

/** Schools of an edition that are none of ours, in the order of the file. */
export async function listUnknownSchools(tx: Tx, scope: Scope, editionId: string, limit: number): Promise<UnknownSchool[]> {
  return await tx
    .selectFrom('outsideSchool')
    .select(['rowNumber as row', 'identifier', 'schoolName as name'])
    .where('tenantId', '=', scope.tenantId)
    .where('editionId', '=', editionId)
    .where('unitId', 'is', null)
    .orderBy('rowNumber')
    .limit(limit)
    .execute()
}
