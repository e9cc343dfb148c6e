import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import type { Kind } from '../kinds/schema.ts'
import { listUseFacts, type UseOfResource } from '../life/queries.ts'
import { atOrBelow, type GoalChoice, listGoalChoices, listResidences, listYears, readableResources, type YearChoice } from '../queries.ts'
import { periodOf } from '../rules.ts'
import type { LifeFacts, Period } from '../schema.ts'
import { cardsOf, livesOf } from './rules.ts'
import type { BoardRow, Card, SchoolCount, View } from './schema.ts'

type Place = { id: string; kind: string; path: readonly string[] }

/** A board before anything is filtered out of it. */
export type Board = {
  cards: Card[]
  goals: GoalChoice[]
  years: YearChoice[]
  period: Period & { year?: YearChoice }
  uses: UseOfResource[]
  lives: { kind: Kind; life: LifeFacts }[]
}

/** A school's board holds what its teams and grades keep as well; a district's holds its own. */
export function keepsForOthers(place: { kind: string }): boolean {
  return place.kind === 'district' || place.kind === 'region' || place.kind === 'agency'
}

/** Everything on the board of a place, told for a goal and a school year: one query a noun, whatever the number of cards. */
export async function findBoard(tx: Tx, scope: Scope, place: Place, view: View): Promise<Board> {
  const rows = await listBoardRows(tx, scope, place)
  const ids = rows.map((row) => row.id)
  const residences = await listResidences(tx, scope, ids)
  const uses = await listUseFacts(tx, scope, ids)
  const goals = await listGoalChoices(tx, scope, place)
  const years = await listYears(tx, scope)
  const period = periodOf(years, view.year, dayIn(scope.timeZone, scope.now))
  const goalId = goals.find((goal) => goal.id === view.goal)?.id
  const cards = cardsOf(rows, residences, uses, { placeId: place.id, period, goalId, languages: [scope.language, scope.mainLanguage] })
  return { cards, goals, years, period, uses, lives: livesOf(rows, uses) }
}

/**
 * Only what a line of the board shows, and all lines as one JSON value: read row by row and cell by cell, hundreds of them cost the
 * program three times the processor time. Exact numbers come as text, so that no digit is lost.
 */
const LINES = sql<BoardRow[]>`coalesce(json_agg(json_build_object(
  'id', resource.id, 'unitId', resource.unit_id, 'unitName', unit.name, 'circle', resource.circle, 'kind', resource.kind,
  'name', resource.name, 'description', resource.description, 'tags', resource.tags, 'minutesPerWeek', resource.minutes_per_week,
  'peopleCount', resource.people_count, 'annualCost', resource.annual_cost::text, 'fullTimeShare', resource.full_time_share::text,
  'groupLabel', resource.group_label,
  'recognizedOn', (select min(r.occurred_on) from recognition r where r.tenant_id = resource.tenant_id and r.resource_id = resource.id),
  'generatedOn', (select min(g.occurred_on) from generation g where g.tenant_id = resource.tenant_id and g.resource_id = resource.id),
  'retiredOn', (select t.retired_on from retirement t where t.tenant_id = resource.tenant_id and t.resource_id = resource.id)
) order by resource.position, resource.id), '[]')`

async function listBoardRows(tx: Tx, scope: Scope, place: Place): Promise<BoardRow[]> {
  const here = keepsForOthers(place) ? sql<boolean>`resource.unit_id = ${place.id}` : atOrBelow(place)
  const { lines } = await readableResources(tx, scope).where(here).select(LINES.as('lines')).executeTakeFirstOrThrow()
  return lines
}

/** How many resources each school below the place shares with it, by kind: never those that a team keeps to itself. */
export async function countBySchool(tx: Tx, scope: Scope, place: Place): Promise<SchoolCount[]> {
  const { rows } = await sql<SchoolCount>`
    select school.id, school.slug, school.name, resource.kind, count(resource.id) as total,
      count(resource.id) filter (where exists (
        select from resource_use u left join use_ending e on e.tenant_id = u.tenant_id and e.use_id = u.id
        where u.tenant_id = resource.tenant_id and u.resource_id = resource.id and e.id is null)) as in_use
    from unit school
    join unit on unit.tenant_id = school.tenant_id and unit.path @> array[school.id]
    left join resource on resource.tenant_id = unit.tenant_id and resource.unit_id = unit.id and resource.circle <> 'team'
      and ${visibleTo(scope, 'resource')}
      and not exists (select from retirement t where t.tenant_id = resource.tenant_id and t.resource_id = resource.id)
    where school.tenant_id = ${scope.tenantId} and school.kind = 'school' and school.ended_on is null
      and school.path @> ${[place.id]}::uuid[] and school.id = any(${[...scope.places]}::uuid[])
    group by school.id, school.slug, school.name, resource.kind
    order by school.name`.execute(tx)
  return rows
}
