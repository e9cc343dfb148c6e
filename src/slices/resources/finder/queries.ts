import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import type { Scope } from '../../../access/scope.ts'
import { findCommonTimes, findingIdOf, inTurn } from './rules.ts'
import type { BellPeriod, Decision, Meeting, TeachingUnit, Tray } from './schema.ts'

type Place = { id: string; path: readonly string[] }

const NOTHING: Omit<Tray, 'schoolId'> = { findings: [], gaps: [], withoutSchedule: false }

/** What the finder has to say at a place, without what was decided before; undefined outside of schools. */
export async function findTray(tx: Tx, scope: Scope, place: Place): Promise<Tray | undefined> {
  const school = await findSchool(tx, scope, place)
  if (!school) return undefined
  const meetings = await listMeetings(tx, scope, school.id)
  if (meetings.length === 0) return { schoolId: school.id, ...NOTHING }
  const bells = await listBells(tx, scope, school.id)
  const units = await listTeachingUnits(tx, scope, school.id)
  const search = findCommonTimes({ bells, meetings, units, today: dayIn(scope.timeZone, scope.now) })
  const decided = new Set((await listDecisions(tx, scope, school.id)).map((one) => one.key))
  const isHere = (one: { group: { unitId: string | null } }) => place.id === school.id || one.group.unitId === place.id
  const times = inTurn(search.times.filter((time) => isHere(time) && !decided.has(time.key)))
  const names = await listNames(
    tx,
    scope,
    times.flatMap((time) => time.missing?.personId ?? []),
  )
  const findings = times.map((time) => ({
    ...time,
    id: findingIdOf(school.id, time.key),
    missingName: names.get(time.missing?.personId ?? '') ?? null,
  }))
  return { schoolId: school.id, findings, gaps: search.gaps.filter(isHere), withoutSchedule: search.withoutSchedule }
}

/** What was decided about the findings of a school. */
export async function listDecisions(tx: Tx, scope: Scope, schoolId: string): Promise<Decision[]> {
  return await tx
    .selectFrom('finding')
    .select(['source', 'key', 'status', 'reason', 'decidedOn'])
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', schoolId)
    .$castTo<Decision>() // the status's check constraint lists the same words
    .execute()
}

async function findSchool(tx: Tx, scope: Scope, place: Place) {
  return await tx
    .selectFrom('unit')
    .select(['id', 'path'])
    .where('tenantId', '=', scope.tenantId)
    .where('kind', '=', 'school')
    .where('id', 'in', [...place.path])
    .executeTakeFirst()
}

async function listBells(tx: Tx, scope: Scope, schoolId: string): Promise<BellPeriod[]> {
  return await tx
    .selectFrom('bellPeriod')
    .select(['period', 'weekday', 'beginsAt', 'endsAt', 'teaching'])
    .where('tenantId', '=', scope.tenantId)
    .where('schoolId', '=', schoolId)
    .execute()
}

async function listMeetings(tx: Tx, scope: Scope, schoolId: string): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select c.id, c.grades, c.subjects,
      array(select p.period from class_period p where p.tenant_id = c.tenant_id and p.class_id = c.id) as periods,
      coalesce((select json_agg(json_build_object('beginsOn', s.begins_on, 'endsOn', s.ends_on))
        from class_session t join academic_session s on s.tenant_id = t.tenant_id and s.id = t.session_id
        where t.tenant_id = c.tenant_id and t.class_id = c.id and s.ended_on is null), '[]') as terms,
      coalesce((select json_agg(json_build_object('personId', e.person_id, 'beginsOn', e.begins_on, 'endsOn', e.ends_on))
        from enrollment e where e.tenant_id = c.tenant_id and e.class_id = c.id and e.role = 'teacher' and e.ended_on is null), '[]') as teachers
    from class c
    where c.tenant_id = ${scope.tenantId} and c.school_id = ${schoolId} and c.ended_on is null`.execute(tx)
  return rows
}

async function listTeachingUnits(tx: Tx, scope: Scope, schoolId: string): Promise<TeachingUnit[]> {
  const today = dayIn(scope.timeZone, scope.now)
  const { rows } = await sql<TeachingUnit>`
    select u.id, u.name, u.kind, u.grade, u.subject,
      array(select m.person_id::text from membership m
        where m.tenant_id = u.tenant_id and m.unit_id = u.id and m.role in ('teacher', 'teacher_leader')
          and m.begins_on <= ${today} and (m.ends_on is null or m.ends_on > ${today})) as member_ids
    from unit u
    where u.tenant_id = ${scope.tenantId} and u.kind in ('grade_level', 'department') and u.ended_on is null and u.path @> ${[schoolId]}::uuid[]
    order by u.name`.execute(tx)
  return rows
}

async function listNames(tx: Tx, scope: Scope, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', sql<string>`trim(given_name || ' ' || family_name)`.as('name')])
    .where('tenantId', '=', scope.tenantId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
