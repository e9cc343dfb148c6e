import { sql } from 'kysely'
import { dayIn } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { type Circle, READERS, type Role, SCHOOL_STAFF } from '../../../access/roles.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Voter } from '../schema.ts'

export type PossibleVoter = Voter & { onTeam: boolean }

/** Who can be asked to vote at a place: its people who may read the circle; the leadership team first. */
export async function listPossibleVoters(tx: Tx, scope: Scope, place: { id: string }, circle: Circle): Promise<PossibleVoter[]> {
  const today = dayIn(scope.timeZone, scope.now)
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'membership.tenantId').onRef('person.id', '=', 'membership.personId'))
    .select((select) => ['person.id', nameOf('person').as('name'), select.fn.agg<string[]>('array_agg', ['membership.role']).as('roles')])
    .where('membership.tenantId', '=', scope.tenantId)
    .where('membership.unitId', '=', place.id)
    .where('membership.role', 'in', rolesReading(circle))
    .where('membership.beginsOn', '<=', today)
    .where((where) => where.or([where('membership.endsOn', 'is', null), where('membership.endsOn', '>', today)]))
    .where('person.endedOn', 'is', null)
    .groupBy(['person.id', 'person.givenName', 'person.familyName'])
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .execute()
  const people = rows.map(({ id, name, roles }) => ({ id, name, onTeam: roles.some(leads) }))
  return people.toSorted((a, b) => Number(b.onTeam) - Number(a.onTeam))
}

/** A person's name as it is written here. */
export function nameOf(table: string) {
  return sql<string>`trim(${sql.ref(`${table}.givenName`)} || ' ' || ${sql.ref(`${table}.familyName`)})`
}

function rolesReading(circle: Circle): Role[] {
  return SCHOOL_STAFF.filter((role) => READERS[circle].includes(role))
}

function leads(role: string): boolean {
  return READERS.team.some((one) => one === role)
}
