import { sql } from 'kysely'
import { dayIn } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { found, notHere } from '../../../platform/problem.ts'
import type { Role } from '../../../access/roles.ts'
import type { Scope } from '../../../access/scope.ts'
import { ASKED_ROLES, type Survey } from './schema.ts'

type At = { id: string }

/** The surveys in which a place takes part, the newest first; none for whoever has no part in the place's work. */
export async function listSurveys(tx: Tx, scope: Scope, place: At): Promise<Survey[]> {
  if (!scope.reach.school.includes(place.id)) return []
  return await surveys(tx, scope, place).orderBy('survey.id', 'desc').execute()
}

/** One of them; whoever has no part in the place's work finds none. */
export async function findSurvey(tx: Tx, scope: Scope, place: At, id: string): Promise<Survey> {
  if (!scope.reach.school.includes(place.id)) notHere()
  return found(await surveys(tx, scope, place).where('survey.id', '=', id).executeTakeFirst())
}

/** The survey, held until the end of the transaction; answers that come in wait, or have come. */
export async function lockSurvey(tx: Tx, scope: Scope, id: string) {
  const row = tx.selectFrom('survey').selectAll().where('tenantId', '=', scope.tenantId).where('id', '=', id)
  return found(await row.forUpdate().executeTakeFirst())
}

function surveys(tx: Tx, scope: Scope, place: At) {
  return tx
    .selectFrom('survey')
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'survey.tenantId').onRef('unit.id', '=', 'survey.unitId'))
    .innerJoin('surveyUnit as part', (on) => on.onRef('part.tenantId', '=', 'survey.tenantId').onRef('part.surveyId', '=', 'survey.id'))
    .select(['survey.id', 'survey.unitId', 'survey.instrumentId', 'survey.roles', 'survey.opensOn', 'survey.closesOn', 'survey.sealId'])
    .select(['survey.mode', 'survey.languages', 'survey.reminders', 'survey.fewest', 'survey.inParts', 'survey.byRole'])
    .select(['survey.closedAt', 'survey.foldedAt', 'instrument.title', 'instrument.minutes', 'instrument.scales'])
    .select(['part.invited', 'part.answered', 'part.countedOn', 'unit.name as askedBy'])
    .where('survey.tenantId', '=', scope.tenantId)
    .where('part.unitId', '=', place.id)
    .$castTo<Survey>() // commands.ts writes these columns from the same types
}

export type Person = { id: string; email: string | null; role: Role; path: string[] }

/** Whom an opening asks: those with one of the roles, everywhere or in the chosen places below. */
export type Whom = { roles: readonly Role[]; units: readonly string[] }

/** Those with one of the roles at a place or below it, each once, with the path of where they work. */
export async function listAsked(tx: Tx, scope: Scope, place: At, { roles, units }: Whom): Promise<Person[]> {
  if (roles.length === 0) return []
  return await staff(tx, scope, place)
    .distinctOn('person.id')
    .select(['person.id', 'person.email', 'membership.role', 'unit.path'])
    .$narrowType<{ role: Role }>() // written from the same list
    .where('membership.role', 'in', [...roles])
    .$if(units.length > 0, (query) => query.where(sql<boolean>`unit.path && ${[...units]}::uuid[]`))
    .orderBy('person.id')
    .orderBy('membership.unitId')
    .orderBy(sql`array_position(${ASKED_ROLES.map(String)}::text[], membership.role::text)`)
    .execute()
}

/** How many people have which role at a place or below it. */
export async function countRoles(tx: Tx, scope: Scope, place: At): Promise<Map<string, number>> {
  const rows = await staff(tx, scope, place)
    .select(['membership.role', sql<number>`count(distinct person.id)::int`.as('people')])
    .groupBy('membership.role')
    .execute()
  return new Map(rows.map(({ role, people }) => [role, people]))
}

function staff(tx: Tx, scope: Scope, place: At) {
  const today = dayIn(scope.timeZone, scope.now)
  return tx
    .selectFrom('membership')
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'membership.tenantId').onRef('person.id', '=', 'membership.personId'))
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'membership.tenantId').onRef('unit.id', '=', 'membership.unitId'))
    .where('membership.tenantId', '=', scope.tenantId)
    .where('membership.beginsOn', '<=', today)
    .where((where) => where.or([where('membership.endsOn', 'is', null), where('membership.endsOn', '>', today)]))
    .where('person.endedOn', 'is', null)
    .where('unit.endedOn', 'is', null)
    .where(sql<boolean>`unit.path @> array[${place.id}]::uuid[]`)
    .where(isNoOtherToo(today))
}

/**
 * Rosters list principals as staff as well; whoever asks "other staff" about the principal does not mean them. So that role
 * counts only of people who have none of the others there.
 */
function isNoOtherToo(today: string) {
  const others = ASKED_ROLES.filter((role) => role !== 'staff')
  return sql<boolean>`(membership.role <> 'staff' or not exists (select from membership other
    where other.tenant_id = membership.tenant_id and other.person_id = membership.person_id and other.unit_id = membership.unit_id
      and other.role = any(${others}) and other.begins_on <= ${today} and (other.ends_on is null or other.ends_on > ${today})))`
}

/** The schools at a place or below it that there are today, by name. */
export async function listSchools(tx: Tx, scope: Scope, place: At): Promise<{ id: string; name: string }[]> {
  return await tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('tenantId', '=', scope.tenantId)
    .where('kind', '=', 'school')
    .where('endedOn', 'is', null)
    .where(sql<boolean>`path @> array[${place.id}]::uuid[]`)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
