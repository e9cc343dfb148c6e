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
