import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { found } from '../../../platform/problem.ts'
import type { Role } from '../../../access/roles.ts'
import type { Scope } from '../../../access/scope.ts'
import { inStaffOrder } from './rules.ts'
import type { EvaluatorRow, MembershipRow, StaffMember, StaffRow } from './schema.ts'

type Asked = { unitId?: string; words?: string }

/** The people of a place and all below it, or those whose name or address has the words in it. */
export async function listStaff(tx: Tx, scope: Scope, asked: Asked): Promise<StaffRow[]> {
  const rows = await tx
    .selectFrom('person')
    .leftJoin('membership', (on) =>
      on
        .onRef('membership.tenantId', '=', 'person.tenantId')
        .onRef('membership.personId', '=', 'person.id')
        .on('membership.endsOn', 'is', null),
    )
    .leftJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'membership.tenantId').onRef('unit.id', '=', 'membership.unitId'))
    .select(['person.id', 'person.email', 'membership.role', 'unit.name as unitName'])
    .select(fullName.as('name'))
    .select(signsIn.as('signsIn'))
    .where('person.tenantId', '=', scope.tenantId)
    .where('person.endedOn', 'is', null)
    .$if(asked.unitId !== undefined, (query) => query.where(sql<boolean>`unit.path @> array[${asked.unitId ?? null}]::uuid[]`))
    .$if(Boolean(asked.words), (query) =>
      query.where(sql<boolean>`(${fullName} || ' ' || coalesce(person.email, '')) ilike ${`%${escaped(asked.words ?? '')}%`}`),
    )
    .execute()
  return grouped(rows).toSorted(inStaffOrder)
}

/** One person with their roles and those who evaluate them. */
export async function findStaffMember(tx: Tx, scope: Scope, personId: string): Promise<StaffMember> {
  const person = found(
    await tx
      .selectFrom('person')
      .select(['person.id', 'person.email'])
      .select(fullName.as('name'))
      .select(signsIn.as('signsIn'))
      .where('person.tenantId', '=', scope.tenantId)
      .where('person.id', '=', personId)
      .executeTakeFirst(),
  )
  return { ...person, memberships: await listMemberships(tx, scope, personId), evaluators: await listEvaluators(tx, scope, personId) }
}

async function listMemberships(tx: Tx, scope: Scope, personId: string): Promise<MembershipRow[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'membership.tenantId').onRef('unit.id', '=', 'membership.unitId'))
    .select([
      'membership.id',
      'membership.role',
      'membership.unitId',
      'unit.name as unitName',
      'membership.beginsOn',
      'membership.endsOn',
      'membership.source',
    ])
    .where('membership.tenantId', '=', scope.tenantId)
    .where('membership.personId', '=', personId)
    .orderBy('membership.beginsOn', 'desc')
    .execute()
  return rows as MembershipRow[] // the columns' check constraints list the same roles and sources
}

async function listEvaluators(tx: Tx, scope: Scope, personId: string): Promise<EvaluatorRow[]> {
  return await tx
    .selectFrom('evaluates')
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'evaluates.tenantId').onRef('person.id', '=', 'evaluates.evaluatorId'))
    .select(['evaluates.id', 'evaluates.beginsOn'])
    .select(fullName.as('name'))
    .where('evaluates.tenantId', '=', scope.tenantId)
    .where('evaluates.evaluatedId', '=', personId)
    .where('evaluates.endsOn', 'is', null)
    .execute()
}

const fullName = sql<string>`trim(person.given_name || ' ' || person.family_name)`

const signsIn = sql<boolean>`exists (select from identity.person_tenant t where t.tenant_id = person.tenant_id and t.tenant_person_id = person.id)`

function escaped(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}

type Row = { id: string; name: string; email: string | null; signsIn: boolean; role: string | null; unitName: string | null }

function grouped(rows: Row[]): StaffRow[] {
  const people = new Map<string, StaffRow>()
  for (const { role, unitName, ...person } of rows) {
    const one = people.get(person.id) ?? { ...person, roles: [] }
    if (role && unitName) one.roles.push({ role: role as Role, unitName }) // the column's check constraint lists the same roles
    people.set(person.id, one)
  }
  return [...people.values()]
}
