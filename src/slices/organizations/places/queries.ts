import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { notHere } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import { whyNotManage } from '../rules.ts'
import type { UnitKind } from '../schema.ts'

export type UnitRow = {
  id: string
  parentId: string | null
  slug: string
  name: string
  kind: UnitKind
  grade: string | null
  subject: string | null
  path: string[]
  version: number
  people: number
  leaders: string
}

/** Every unit of the tenant in the order of its tree, with how many work in it and who leads it. */
export async function listUnits(tx: Tx, scope: Scope): Promise<UnitRow[]> {
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'parentId', 'slug', 'name', 'kind', 'grade', 'subject', 'path', 'version'])
    .select(peopleIn.as('people'))
    .select(leadersOf.as('leaders'))
    .where('tenantId', '=', scope.tenantId)
    .where('endedOn', 'is', null)
    .execute()
  return inTreeOrder(rows as UnitRow[]) // the column's check constraint lists the same kinds
}

/** Administration's pages do not exist for anybody else. */
export function mustManage(scope: Scope): void {
  if (whyNotManage(scope)) notHere()
}

const peopleIn = sql<number>`(select count(distinct person_id)::int from membership m where m.tenant_id = unit.tenant_id and m.unit_id = unit.id and m.ends_on is null)`

const leadersOf = sql<string>`coalesce((select string_agg(trim(p.given_name || ' ' || p.family_name), ', ' order by p.family_name) from membership m
  join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
  where m.tenant_id = unit.tenant_id and m.unit_id = unit.id and m.role = 'principal' and m.ends_on is null), '')`

function inTreeOrder(units: UnitRow[]): UnitRow[] {
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const key = (unit: UnitRow) => unit.path.map((id) => names.get(id) ?? '').join('\u0000')
  return units.toSorted((one, other) => key(one).localeCompare(key(other)))
}
