import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Scope } from '../../../../access/scope.ts'
import type { NumberedSchool, SchoolNumber } from './schema.ts'

/** The schools at a place and below it with the numbers by which others know them. A roster's numbers are never taken away here. */
export async function listNumberedSchools(tx: Tx, scope: Scope, place: { id: string }): Promise<NumberedSchool[]> {
  const schools = await tx
    .selectFrom('unit')
    .select(['id', 'name', 'slug'])
    .where('tenantId', '=', scope.tenantId)
    .where('kind', '=', 'school')
    .where('endedOn', 'is', null)
    .where(sql<boolean>`path @> ${[place.id]}::uuid[]`)
    .where(sql<boolean>`id = any(${[...scope.places]}::uuid[])`)
    .orderBy('name')
    .execute()
  const numbers = Map.groupBy(await listNumbers(tx, scope), (one) => one.unitId)
  return schools.map((school) => ({ ...school, numbers: numbers.get(school.id) ?? [] }))
}

async function listNumbers(tx: Tx, scope: Scope): Promise<(SchoolNumber & { unitId: string })[]> {
  const links = await tx
    .selectFrom('rosterLink')
    .select(['nounId as unitId', 'sourceId', sql<string>`coalesce(told->>'identifier', '')`.as('identifier')])
    .where('tenantId', '=', scope.tenantId)
    .where('kind', '=', 'unit')
    .where('endedOn', 'is', null)
    .execute()
  const told = links.flatMap(({ unitId, sourceId, identifier }) =>
    [...new Set([identifier, sourceId])]
      .filter((one) => one.trim() !== '')
      .map((one) => ({ id: null, unitId, identifier: one, from: 'roster' as const })),
  )
  const given = await tx
    .selectFrom('unitIdentifier')
    .select(['id', 'unitId', 'identifier'])
    .where('tenantId', '=', scope.tenantId)
    .orderBy('identifier')
    .execute()
  return [...told, ...given.map((one) => ({ ...one, from: 'hand' as const }))]
}
