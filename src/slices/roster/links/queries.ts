import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Kind, ToldOf } from '../nouns/schema.ts'
import type { Links } from '../plan/rules.ts'
import type { Link } from '../plan/schema.ts'

/** Everything that earlier loads told, by kind. */
export async function listLinks(tx: Tx, scope: Scope): Promise<Links> {
  const rows = await tx
    .selectFrom('rosterLink')
    .select(['id', 'kind', 'sourceId', 'nounId', 'told', 'endedOn'])
    .where('tenantId', '=', scope.tenantId)
    .execute()
  const of = <K extends Kind>(kind: K): Link<K>[] =>
    // Only `links/commands.ts` writes `told`, and always of the row's kind.
    rows.filter((row) => row.kind === kind).map((row) => ({ ...row, told: row.told as ToldOf[K] }))
  return {
    unit: of('unit'),
    person: of('person'),
    session: of('session'),
    course: of('course'),
    class: of('class'),
    enrollment: of('enrollment'),
    student: of('student'),
  }
}

/** People whom no roster may end: whoever runs the program here would lock themselves out. */
export async function listSpared(tx: Tx, scope: Scope): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('membership')
    .select('personId')
    .where('tenantId', '=', scope.tenantId)
    .where('role', '=', 'administrator')
    .where('endsOn', 'is', null)
    .execute()
  return new Set([scope.personId, ...rows.map((row) => row.personId)])
}
