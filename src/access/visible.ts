import { sql } from 'kysely'
import type { Scope } from './scope.ts'

/** The condition under which a row with `unit_id` and `circle` may be read; every list and every look-up carries it. */
export function visibleTo(scope: Scope, table?: string) {
  const unit = sql.ref(table ? `${table}.unitId` : 'unitId')
  const circle = sql.ref(table ? `${table}.circle` : 'circle')
  return sql<boolean>`(
    (${circle} = 'district' and ${scope.places.length > 0})
    or (${circle} = 'school' and ${unit} = any(${[...scope.reach.school]}::uuid[]))
    or (${circle} = 'team' and ${unit} = any(${[...scope.reach.team]}::uuid[]))
  )`
}
