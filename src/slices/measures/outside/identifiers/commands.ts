import type { Db, Tx } from '../../../../platform/database.ts'
import { notHere, refuse } from '../../../../platform/problem.ts'
import { record } from '../../../../access/events.ts'
import { newRow } from '../../../../access/new-row.ts'
import { whyNotMay } from '../../../../access/policy.ts'
import { inTenant, type Scope } from '../../../../access/scope.ts'
import { sql } from 'kysely'
import { listNumberedSchools } from './queries.ts'
import { readLines, whyNotNumber } from './rules.ts'
import type { GivenNumber } from './schema.ts'

type At = { id: string; path: readonly string[] }

/** Says by which number others know a school; what was loaded under that number becomes the school's. */
export async function giveNumber(db: Db, scope: Scope, place: At, given: GivenNumber): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'outside.load', place))
    await oneAtATime(tx, scope)
    const schools = await listNumberedSchools(tx, scope, place)
    if (!schools.some((school) => school.id === given.unitId)) notHere()
    refuse(whyNotNumber(schools, given))
    await writeNumbers(tx, scope, place, [given])
  })
}

/** Gives pasted numbers, all of them or none; what is known already changes nothing. Answers how many were new. */
export async function giveNumbers(db: Db, scope: Scope, place: At, lines: string): Promise<number> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'outside.load', place))
    await oneAtATime(tx, scope)
    const { given, bad } = readLines(lines, await listNumberedSchools(tx, scope, place))
    refuse(bad.length > 0 ? 'measures.outside_lines_bad' : undefined)
    if (given.length > 0) await writeNumbers(tx, scope, place, given)
    return given.length
  })
}

/** Takes away a number that was wrong; scores that came by it stay until the file is loaded anew. */
export async function takeNumberAway(db: Db, scope: Scope, place: At, id: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const schools = await listNumberedSchools(tx, scope, place)
    if (!schools.some((school) => school.numbers.some((one) => one.id === id))) notHere()
    refuse(whyNotMay(scope, 'outside.load', place))
    await tx.deleteFrom('unitIdentifier').where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
    await record(tx, scope, { verb: 'unit_identifier_taken_away', noun: 'unit_identifier', nounId: id, unitId: place.id })
  })
}

/** Two people at once could give two schools one number. */
async function oneAtATime(tx: Tx, scope: Scope): Promise<void> {
  await tx.selectFrom('tenant').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', scope.tenantId).forUpdate().execute()
}

async function writeNumbers(tx: Tx, scope: Scope, place: At, given: readonly GivenNumber[]): Promise<void> {
  const rows = given.map((one) => ({ ...newRow(scope), ...one }))
  await tx
    .insertInto('unitIdentifier')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const one of given) await findAgain(tx, scope, one)
  const first = rows[0]?.id ?? ''
  await record(tx, scope, { verb: 'unit_identifier_given', noun: 'unit_identifier', nounId: first, unitId: place.id, content: { given } })
}

/** Rows of earlier files that nobody knew then are found now, one for each edition. */
async function findAgain(tx: Tx, scope: Scope, { unitId, identifier }: GivenNumber): Promise<void> {
  await tx
    .updateTable('outsideSchool')
    .set({ unitId })
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', 'is', null)
    .where(sql<boolean>`lower(identifier) = lower(${identifier})`)
    .where(
      sql<boolean>`not exists (select from outside_school other where other.tenant_id = outside_school.tenant_id
        and other.edition_id = outside_school.edition_id and other.unit_id = ${unitId})`,
    )
    .execute()
}
