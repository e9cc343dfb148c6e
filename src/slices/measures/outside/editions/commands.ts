import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../../platform/database.ts'
import { notHere, refuse } from '../../../../platform/problem.ts'
import { record } from '../../../../access/events.ts'
import { actorOf, newRow } from '../../../../access/new-row.ts'
import { whyNotMay } from '../../../../access/policy.ts'
import { inTenant, type Scope } from '../../../../access/scope.ts'
import { unitOf } from '../columns/rules.ts'
import type { Choices } from '../columns/schema.ts'
import { countsOf, spreadsOf } from '../loads/rules.ts'
import type { OutsideLoad, ReadFile } from '../loads/schema.ts'
import { findSource, listEditions } from '../queries.ts'
import type { Edition } from '../schema.ts'
import { whyNotWithdraw } from './rules.ts'

/** PostgreSQL takes 65,535 values a statement; a school has some ten. */
const BATCH = 2000

type Read = { load: OutsideLoad; read: ReadFile; year: number }

/** Writes what a file tells as the newest edition of its source and time, unless that says the same already. */
export async function writeEdition(tx: Tx, scope: Scope, load: OutsideLoad, read: ReadFile): Promise<{ sourceId: string; isNew: boolean }> {
  const { choices } = load
  // The year was asked for before anything could be loaded.
  const year = choices.year ?? 0
  const sourceId = await sourceOf(tx, scope, load)
  const same = await newestOf(tx, scope, sourceId, { year, period: choices.period })
  const digest = digestOf(choices, read)
  if (same?.isCurrent && same.digest.equals(digest)) return { sourceId, isNew: false }
  const row = newRow(scope)
  await insertEdition(tx, scope, { load, read, year }, { ...row, sourceId, digest, number: (same?.number ?? 0) + 1 })
  await insertDistributions(tx, scope, { load, read, year }, { sourceId, editionId: row.id })
  await insertSchools(tx, scope, read, row.id)
  const content = { ...choices, digest: digest.toString('hex') }
  await record(tx, scope, { verb: 'outside_scores_loaded', noun: 'outside_edition', nounId: row.id, unitId: load.unitId, content })
  return { sourceId, isNew: true }
}

/** Takes an edition back that was a mistake; what it replaced stands again. */
export async function withdrawEdition(
  db: Db,
  scope: Scope,
  place: { id: string; path: readonly string[] },
  ids: { source: string; edition: string },
): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const source = await findSource(tx, scope, place, ids.source)
    const editions = await listEditions(tx, scope, [source.id])
    const edition = editions.find((one) => one.id === ids.edition) ?? notHere()
    refuse(whyNotMay(scope, 'outside.load', place) ?? whyNotWithdraw(edition, source, place))
    await tx
      .insertInto('outsideWithdrawal')
      .values({ ...newRow(scope), editionId: edition.id, withdrawnBy: actorOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'outside_scores_withdrawn', noun: 'outside_edition', nounId: edition.id, unitId: place.id })
  })
}

/** The source by its name and publisher, held until the end of the transaction; a new one where there is none. */
async function sourceOf(tx: Tx, scope: Scope, { unitId, choices }: OutsideLoad): Promise<string> {
  const { name, publisher } = choices
  const row = newRow(scope)
  await tx
    .insertInto('outsideSource')
    .values({ ...row, unitId, name, publisher })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const source = await tx
    .selectFrom('outsideSource')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', unitId)
    .where(sql<boolean>`lower(name) = lower(${name}) and lower(publisher) = lower(${publisher})`)
    .executeTakeFirstOrThrow()
  // Two loads of one source at once would both be the next number.
  await sql`select pg_advisory_xact_lock(hashtext(${source.id}))`.execute(tx)
  return source.id
}

async function newestOf(tx: Tx, scope: Scope, sourceId: string, { year, period }: { year: number; period: string }) {
  const newest = await tx
    .selectFrom('outsideEdition')
    .select(['id', 'number', 'digest'])
    .where('tenantId', '=', scope.tenantId)
    .where('sourceId', '=', sourceId)
    .where('year', '=', year)
    .where(sql<boolean>`lower(period) = lower(${period})`)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const editions: Edition[] = newest ? await listEditions(tx, scope, [sourceId]) : []
  return newest && { ...newest, isCurrent: editions.some((edition) => edition.id === newest.id && edition.isCurrent) }
}

/** What a file says here, in one value: the same file, read in the same way, gives the same. */
function digestOf({ link, licence, scores }: Choices, { schools }: ReadFile): Buffer {
  const hash = createHash('sha256').update(JSON.stringify([link, licence, scores]))
  for (const school of schools) hash.update(JSON.stringify(school))
  return hash.digest()
}

type NewEdition = { tenantId: string; id: string; recordedAt: Date; sourceId: string; digest: Buffer; number: number }

async function insertEdition(tx: Tx, scope: Scope, { load, read, year }: Read, row: NewEdition): Promise<void> {
  const { period, link, licence } = load.choices
  const facts = { year, period, link, licence, fileName: load.fileName, counts: countsOf(read) }
  await tx
    .insertInto('outsideEdition')
    .values({ ...row, ...facts, loadedBy: actorOf(scope) })
    .execute()
}

async function insertDistributions(
  tx: Tx,
  scope: Scope,
  { load, read }: Read,
  { sourceId, editionId }: { sourceId: string; editionId: string },
): Promise<void> {
  const { choices, profile } = load
  const measures = await measuresOf(tx, scope, sourceId, choices)
  const spreads = spreadsOf(choices, read)
  const rows = choices.scores.flatMap(({ index, low, high, better, name }, position) => {
    const spread = spreads[position]
    const measureId = measures.get(name.toLowerCase())
    if (!spread || !measureId) return []
    const unitOfMeasure = unitOf(profile.columns[index])
    return [{ ...newRow(scope), editionId, measureId, position, unitOfMeasure, low, high, better, ...spread }]
  })
  await tx.insertInto('outsideDistribution').values(rows).execute()
}

/** The ids of a source's scores by their names; those that are new get one. */
async function measuresOf(tx: Tx, scope: Scope, sourceId: string, { scores }: Choices): Promise<Map<string, string>> {
  await tx
    .insertInto('outsideMeasure')
    .values(scores.map(({ name }) => ({ ...newRow(scope), sourceId, name })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const rows = await tx
    .selectFrom('outsideMeasure')
    .select(['id', 'name'])
    .where('tenantId', '=', scope.tenantId)
    .where('sourceId', '=', sourceId)
    .execute()
  return new Map(rows.map((row) => [row.name.toLowerCase(), row.id]))
}

async function insertSchools(tx: Tx, scope: Scope, { schools }: ReadFile, editionId: string): Promise<void> {
  for (let start = 0; start < schools.length; start += BATCH) {
    const rows = schools.slice(start, start + BATCH).map(({ row, identifier, name, unitId, few, respondents, scores }) => ({
      ...newRow(scope),
      editionId,
      rowNumber: row,
      identifier,
      schoolName: name,
      unitId,
      few,
      respondents,
      scores,
    }))
    await tx.insertInto('outsideSchool').values(rows).execute()
  }
}
