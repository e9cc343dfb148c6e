import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Scope } from '../../../../access/scope.ts'
import type { LinkedAt } from './rules.ts'

/** How many people answered two surveys, by the places of the later one, as they lay below each other when it was closed. */
export async function listLinked(tx: Tx, scope: Scope, [before, after]: readonly [string, string]): Promise<LinkedAt[]> {
  const { rows } = await sql<LinkedAt>`
    select part.unit_id as "unitId", part.parent_id as "parentId", coalesce(linked.people, 0)::int as people
    from survey_unit part
    left join (
      select other.unit_id, count(*) as people
      from survey_response one
      join survey_response other on other.tenant_id = one.tenant_id and other.person_id = one.person_id
      where one.tenant_id = ${scope.tenantId} and one.survey_id = ${before} and other.survey_id = ${after}
      group by other.unit_id
    ) linked on linked.unit_id = part.unit_id
    where part.tenant_id = ${scope.tenantId} and part.survey_id = ${after}`.execute(tx)
  return rows
}
