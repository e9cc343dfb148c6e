import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Kind, Said } from '../kinds/schema.ts'
import { visibleResources } from '../queries.ts'

const MOST = 100

export type Hit = {
  id: string
  kind: Kind
  name: Said
  description: Said
  unitId: string
  unitName: string
  unitSlug: string
  schoolId: string | null
  schoolName: string | null
}

/** Resources whose words hold what is sought, or come near it; the nearest first. Only what the person may read. */
export async function searchResources(tx: Tx, scope: Scope, sought: string): Promise<Hit[]> {
  const pattern = `%${sought.replace(/[\\%_]/g, String.raw`\$&`)}%`
  return await visibleResources(tx, scope)
    .leftJoin('unit as school', (on) =>
      on
        .onRef('school.tenantId', '=', 'unit.tenantId')
        .on('school.kind', '=', 'school')
        .on(sql<boolean>`unit.path @> array[school.id]`),
    )
    .where(sql<boolean>`(resource.search_text ilike ${pattern} or ${sought} <% resource.search_text)`)
    .where(sql<boolean>`not exists (select from retirement t where t.tenant_id = resource.tenant_id and t.resource_id = resource.id)`)
    .select(['unit.name as unitName', 'unit.slug as unitSlug', 'school.id as schoolId', 'school.name as schoolName'])
    .orderBy(sql`resource.search_text ilike ${pattern}`, 'desc')
    .orderBy(sql`word_similarity(${sought}, resource.search_text)`, 'desc')
    .orderBy('resource.id')
    .limit(MOST)
    .$castTo<Hit>() // constraints and commands hold what the columns' types cannot say
    .execute()
}
