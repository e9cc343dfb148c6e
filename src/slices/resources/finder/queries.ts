import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import type { Scope } from '../../../access/scope.ts'
import { findCommonTimes, findingIdOf, inTurn } from './rules.ts'
import type { SchoolWeek, Tray } from './schema.ts'

type Place = { id: string; path: readonly string[] }

/** What the finder has to say at a place, without what was decided before; undefined outside of schools. */
export async function findTray(tx: Tx, scope: Scope, place: Place): Promise<Tray | undefined> {
  const week = await findSchoolWeek(tx, scope, place)
  if (!week) return undefined
  const { schoolId, bells, meetings, units } = week
  const search = findCommonTimes({ bells, meetings, units, today: dayIn(scope.timeZone, scope.now) })
  const decided = new Set(week.decided)
  const isHere = (one: { group: { unitId: string | null } }) => place.id === schoolId || one.group.unitId === place.id
  const times = inTurn(search.times.filter((time) => isHere(time) && !decided.has(time.key)))
  const names = new Map(week.names.map((one) => [one.id, one.name]))
  const findings = times.map((time) => ({
    ...time,
    id: findingIdOf(schoolId, time.key),
    missingName: names.get(time.missing?.personId ?? '') ?? null,
  }))
  return { schoolId, findings, gaps: search.gaps.filter(isHere), withoutSchedule: search.withoutSchedule }
}

/** All that the finder looks at, in one question, since every board asks it: eight round trips would cost more than the answer. */
async function findSchoolWeek(tx: Tx, scope: Scope, place: Place): Promise<SchoolWeek | undefined> {
  const today = dayIn(scope.timeZone, scope.now)
  const { rows } = await sql<SchoolWeek>`
    select school.id as school_id,
      coalesce((select json_agg(json_build_object('period', b.period, 'weekday', b.weekday, 'beginsAt', b.begins_at, 'endsAt', b.ends_at, 'teaching', b.teaching))
        from bell_period b where b.tenant_id = school.tenant_id and b.school_id = school.id), '[]') as bells,
      coalesce((select json_agg(json_build_object('id', c.id, 'grades', c.grades, 'subjects', c.subjects,
          'periods', array(select p.period from class_period p where p.tenant_id = c.tenant_id and p.class_id = c.id),
          'terms', (select coalesce(json_agg(json_build_object('beginsOn', s.begins_on, 'endsOn', s.ends_on)), '[]')
            from class_session t join academic_session s on s.tenant_id = t.tenant_id and s.id = t.session_id
            where t.tenant_id = c.tenant_id and t.class_id = c.id and s.ended_on is null),
          'teachers', (select coalesce(json_agg(json_build_object('personId', e.person_id, 'beginsOn', e.begins_on, 'endsOn', e.ends_on)), '[]')
            from enrollment e where e.tenant_id = c.tenant_id and e.class_id = c.id and e.role = 'teacher' and e.ended_on is null)))
        from class c where c.tenant_id = school.tenant_id and c.school_id = school.id and c.ended_on is null), '[]') as meetings,
      coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'kind', u.kind, 'grade', u.grade, 'subject', u.subject,
          'memberIds', array(select m.person_id from membership m where m.tenant_id = u.tenant_id and m.unit_id = u.id
            and m.role in ('teacher', 'teacher_leader') and m.begins_on <= ${today} and (m.ends_on is null or m.ends_on > ${today}))) order by u.name)
        from unit u where u.tenant_id = school.tenant_id and u.kind in ('grade_level', 'department') and u.ended_on is null
          and u.path @> array[school.id]), '[]') as units,
      array(select f.key from finding f where f.tenant_id = school.tenant_id and f.unit_id = school.id and f.source = 'common_time') as decided,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', trim(p.given_name || ' ' || p.family_name)))
        from person p where p.tenant_id = school.tenant_id and p.id in (
          select e.person_id from enrollment e join class c on c.tenant_id = e.tenant_id and c.id = e.class_id
          where e.tenant_id = school.tenant_id and c.school_id = school.id)), '[]') as names
    from unit school
    where school.tenant_id = ${scope.tenantId} and school.kind = 'school' and school.id = any(${[...place.path]}::uuid[])`.execute(tx)
  return rows[0]
}
