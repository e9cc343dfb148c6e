import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Scope } from '../../access/scope.ts'

export type PlaceRow = { id: string; slug: string; name: string; kind: string; path: string[] }

/** The places that a person may enter, the nearest to the root first. */
export async function listMyPlaces(tx: Tx, scope: Scope): Promise<PlaceRow[]> {
  return await tx
    .selectFrom('unit')
    .select(['id', 'slug', 'name', 'kind', 'path'])
    .where('tenantId', '=', scope.tenantId)
    .where('endedOn', 'is', null)
    .where(sql<boolean>`id = any(${[...scope.places]}::uuid[])`)
    .orderBy(sql`array_length(path, 1)`)
    .orderBy('name')
    .execute()
}

/** Which of one's places to open first: where one works, not what stands above it. */
export function homePlace(places: readonly PlaceRow[], scope: Scope): PlaceRow | undefined {
  const own = new Set(scope.memberships.map((one) => one.unitId))
  return places.find((place) => own.has(place.id)) ?? places[0]
}

/** The tenant itself. */
export async function findTenant(tx: Tx, scope: Scope) {
  return await tx
    .selectFrom('tenant')
    .select(['name', 'timeZone', 'mainLanguage', 'version'])
    .where('tenantId', '=', scope.tenantId)
    .executeTakeFirstOrThrow()
}

type From = { cursor?: string; limit: number }

/** One page of the units that the reader may enter, by id. */
export async function listUnitsFrom(tx: Tx, scope: Scope, { cursor, limit }: From) {
  const query = unitsSeen(tx, scope).orderBy('id').limit(limit)
  return await (cursor ? query.where('id', '>', cursor) : query).execute()
}

/** A unit that the reader may enter. */
export async function findUnitSeen(tx: Tx, scope: Scope, id: string) {
  return await unitsSeen(tx, scope).where('id', '=', id).executeTakeFirst()
}

/** One page of the people who work where the reader may look, by id, with the roles that they have there. */
export async function listPeopleFrom(tx: Tx, scope: Scope, { cursor, limit }: From) {
  const query = peopleSeen(tx, scope).orderBy('person.id').limit(limit)
  return await (cursor ? query.where('person.id', '>', cursor) : query).execute()
}

/** A person who works where the reader may look. */
export async function findPersonSeen(tx: Tx, scope: Scope, id: string) {
  return await peopleSeen(tx, scope).where('person.id', '=', id).executeTakeFirst()
}

function unitsSeen(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('unit')
    .select(['id', 'parentId', 'slug', 'name', 'kind', 'grade', 'subject', 'version'])
    .where('tenantId', '=', scope.tenantId)
    .where('endedOn', 'is', null)
    .where(sql<boolean>`id = any(${[...scope.places]}::uuid[])`)
}

function peopleSeen(tx: Tx, scope: Scope) {
  const roles = sql<{ unitId: string; role: string }[]>`json_agg(json_build_object('unitId', membership.unit_id, 'role', membership.role))`
  return tx
    .selectFrom('person')
    .innerJoin('membership', (on) => on.onRef('membership.tenantId', '=', 'person.tenantId').onRef('membership.personId', '=', 'person.id'))
    .select(['person.id', 'person.givenName', 'person.familyName', roles.as('roles')])
    .where('person.tenantId', '=', scope.tenantId)
    .where('person.endedOn', 'is', null)
    .where('membership.endsOn', 'is', null)
    .where(sql<boolean>`membership.unit_id = any(${[...scope.places]}::uuid[])`)
    .groupBy(['person.id', 'person.givenName', 'person.familyName'])
}
