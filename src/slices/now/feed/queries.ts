import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../../votes/rules.ts'
import { type News, TOLD, type Told } from './schema.ts'

type Row = {
  id: string
  verb: Told
  noun: string
  shownId: string
  who: string
  what: Record<string, string>
  placeSlug: string
  placeName: string
  at: Date
}

/** What happened lately at a place and below it; an event is told only where its noun can be loaded by the reader. */
export async function listNews(tx: Tx, scope: Scope, place: { id: string }, limit: number): Promise<News[]> {
  const since = new Date(scope.now.getTime() - 60 * 24 * 3600 * 1000)
  const { rows } = await sql<Row>`
    select event.id, event.verb, event.noun, noun.shown_id, coalesce(trim(person.given_name || ' ' || person.family_name), '') as who,
      noun.what, unit.slug as place_slug, unit.name as place_name, event.recorded_at as at
    from event
    join (${nouns(scope)}) as noun on noun.noun = event.noun and noun.id = event.noun_id
    join unit on unit.tenant_id = event.tenant_id and unit.id = noun.unit_id
    left join person on person.tenant_id = event.tenant_id and person.id = event.person_id
    where event.tenant_id = ${scope.tenantId} and event.recorded_at > ${since} and event.verb = any(${[...TOLD]}::text[])
      and unit.path @> ${[place.id]}::uuid[]
    order by event.recorded_at desc, event.id desc
    limit ${limit}`.execute(tx)
  return rows.map(({ what, noun, shownId, placeSlug, ...row }) => ({
    ...row,
    what: inLanguage(what, scope.language, scope.mainLanguage),
    href: hrefOf(noun, { tenant: scope.tenantSlug, place: placeSlug }, shownId),
  }))
}

/** Names of what may be told about, with the page that shows it and the condition under which each may be read. */
function nouns(scope: Scope) {
  const tenant = scope.tenantId
  const said = (column: string) => sql`jsonb_build_object(${scope.mainLanguage}::text, ${sql.ref(column)})`
  return sql`
    select 'resource' as noun, resource.id, resource.id as shown_id, resource.unit_id, resource.name as what
      from resource where resource.tenant_id = ${tenant} and ${visibleTo(scope, 'resource')}
    union all
    select 'goal', goal.id, goal.id, goal.unit_id, goal.statement from goal where goal.tenant_id = ${tenant} and ${visibleTo(scope, 'goal')}
    union all
    select 'strategy', strategy.id, strategy.id, strategy.unit_id, goal.statement from strategy
      join goal on goal.tenant_id = strategy.tenant_id and goal.id = strategy.goal_id
      where strategy.tenant_id = ${tenant} and ${visibleTo(scope, 'strategy')} and ${visibleTo(scope, 'goal')}
    union all
    select 'strategy_review', review.id, strategy.id, strategy.unit_id, goal.statement from strategy_review as review
      join strategy on strategy.tenant_id = review.tenant_id and strategy.id = review.strategy_id
      join goal on goal.tenant_id = strategy.tenant_id and goal.id = strategy.goal_id
      where review.tenant_id = ${tenant} and ${visibleTo(scope, 'strategy')} and ${visibleTo(scope, 'goal')}
    union all
    select 'commitment', commitment.id, strategy.id, strategy.unit_id, ${said('commitment.what')} from commitment
      join change_idea as idea on idea.tenant_id = commitment.tenant_id and idea.id = commitment.idea_id
      join driver on driver.tenant_id = idea.tenant_id and driver.id = idea.driver_id
      join strategy on strategy.tenant_id = driver.tenant_id and strategy.id = driver.strategy_id
      where commitment.tenant_id = ${tenant} and ${visibleTo(scope, 'strategy')}
    union all
    select 'measure', measure.id, measure.id, measure.unit_id, ${said('measure.name')} from measure
      where measure.tenant_id = ${tenant} and ${visibleTo(scope, 'measure')}
    union all
    select 'cycle', cycle.id, cycle.id, cycle.unit_id, ${said('cycle.question')} from cycle
      where cycle.tenant_id = ${tenant} and ${visibleTo(scope, 'cycle')}`
}

function hrefOf(noun: string, at: { tenant: string; place: string }, id: string): string {
  if (noun === 'goal') return urls.goal({ ...at, goal: id })
  if (noun === 'measure') return urls.measure({ ...at, measure: id })
  if (noun === 'cycle') return urls.cycle({ ...at, cycle: id })
  if (['strategy', 'strategy_review', 'commitment'].includes(noun)) return urls.strategy({ ...at, strategy: id })
  return urls.resource({ ...at, resource: id })
}
