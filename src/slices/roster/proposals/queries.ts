import { sql } from 'kysely'
import { dayIn } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { listTeaching } from '../queries.ts'
import { proposeUnits } from './rules.ts'
import type { ClassNaming, Proposal } from './schema.ts'

/** What the classes of all schools propose today. */
export async function listProposals(tx: Tx, scope: Scope): Promise<Proposal[]> {
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'parentId', 'kind', 'name', 'grade', 'subject'])
    .where('tenantId', '=', scope.tenantId)
    .where('endedOn', 'is', null)
    .orderBy('name')
    .execute()
  const members = await tx
    .selectFrom('membership')
    .select(['unitId', 'personId'])
    .where('tenantId', '=', scope.tenantId)
    .where('endsOn', 'is', null)
    .execute()
  const schools = units.filter((unit) => unit.kind === 'school')
  return proposeUnits(schools, await listTaught(tx, scope, schools), units, members)
}

/** Why there may be nothing to propose: no classes, or classes that name neither grade nor subject. */
export async function whatClassesName(tx: Tx, scope: Scope): Promise<ClassNaming> {
  const rows = await tx
    .selectFrom('class')
    .select(sql<boolean | null>`bool_or(cardinality(grades) + cardinality(subjects) > 0)`.as('named'))
    .where('tenantId', '=', scope.tenantId)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  if (rows?.named === null || rows === undefined) return 'no_classes'
  return rows.named ? 'named' : 'unnamed'
}

async function listTaught(tx: Tx, scope: Scope, schools: readonly { id: string }[]) {
  const people = await tx
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName'])
    .where('tenantId', '=', scope.tenantId)
    .where('endedOn', 'is', null)
    .execute()
  const names = new Map(people.map((person) => [person.id, `${person.givenName} ${person.familyName}`.trim()]))
  const taught = []
  for (const school of schools) {
    const teaching = await listTeaching(tx, scope, school.id, dayIn(scope.timeZone, scope.now))
    for (const one of teaching) {
      const name = names.get(one.personId)
      if (name !== undefined) taught.push({ ...one, schoolId: school.id, name })
    }
  }
  return taught
}
