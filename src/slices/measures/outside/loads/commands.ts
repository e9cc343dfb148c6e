import { createHash } from 'node:crypto'
import { storeFile } from '../../../../platform/files.ts'
import type { Db, Tx } from '../../../../platform/database.ts'
import { Problem, refuse, stale } from '../../../../platform/problem.ts'
import { record } from '../../../../access/events.ts'
import { actorOf, newRow } from '../../../../access/new-row.ts'
import { whyNotMay } from '../../../../access/policy.ts'
import { inTenant, type Scope } from '../../../../access/scope.ts'
import { guessChoices, profiler } from '../columns/rules.ts'
import type { Choices, Profile } from '../columns/schema.ts'
import { writeEdition } from '../editions/commands.ts'
import { listNumberedSchools } from '../identifiers/queries.ts'
import { knownSchools } from '../identifiers/rules.ts'
import { type Matcher, matcherOf } from '../matching/rules.ts'
import { BadSheet, readHeader, readRecords } from '../sheet/rules.ts'
import { lockLoad, readLoad } from './queries.ts'
import { whyNotApply, whyNotLoadAt } from './rules.ts'

const DAYS_KEPT = 7

type At = { id: string; kind: string; path: readonly string[] }

type Upload = { fileName: string; bytes: Uint8Array }

/** Keeps a file with the best guess of what is in it; nothing of it is loaded. Returns the load's id. */
export async function handInFile(db: Db, scope: Scope, place: At, upload: Upload): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'outside.load', place) ?? whyNotLoadAt(place))
    await forgetOldLoads(tx, scope)
    const schools = await listNumberedSchools(tx, scope, place)
    const profile = await profileOf(upload.bytes, matcherOf(knownSchools(schools)))
    const row = newRow(scope)
    const file = { name: upload.fileName, mediaType: 'text/csv', bytes: upload.bytes }
    const fileId = await storeFile(tx, { tenantId: scope.tenantId, personId: actorOf(scope) }, file, scope.now)
    const choices = guessChoices(profile, upload.fileName)
    const told = { fileName: upload.fileName, fileId, profile, choices }
    await tx
      .insertInto('outsideLoad')
      .values({ ...row, ...told, unitId: place.id, loadedBy: actorOf(scope) })
      .execute()
    const content = { sha256: createHash('sha256').update(upload.bytes).digest('hex') }
    await record(tx, scope, { verb: 'outside_file_handed_in', noun: 'outside_load', nounId: row.id, unitId: place.id, content })
    return row.id
  })
}

/** Says what is in a file: whose scores they are, which columns, on which scale. */
export async function chooseColumns(
  db: Db,
  scope: Scope,
  place: At,
  id: string,
  { version, ...choices }: Choices & { version: number },
): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const load = await lockLoad(tx, scope, place, id)
    refuse(whyNotMay(scope, 'outside.load', place))
    refuse(whyNotColumns(choices, load.profile))
    if (load.version !== version) stale()
    await tx
      .updateTable('outsideLoad')
      .set({ choices, version: version + 1 })
      .where('tenantId', '=', scope.tenantId)
      .where('id', '=', id)
      .execute()
    await record(tx, scope, { verb: 'outside_columns_chosen', noun: 'outside_load', nounId: id, unitId: place.id, content: choices })
  })
}

/** Loads what the preview showed, all of it or nothing; then the file goes. A file that says what is here already changes nothing. */
export async function applyLoad(
  db: Db,
  scope: Scope,
  place: At,
  id: string,
  version: number,
): Promise<{ sourceId: string; isNew: boolean }> {
  return await inTenant(db, scope, async (tx) => {
    const load = await lockLoad(tx, scope, place, id)
    refuse(whyNotMay(scope, 'outside.load', place))
    if (load.version !== version) stale()
    const read = await readLoad(tx, scope, load)
    refuse(whyNotApply(load.choices, read))
    const done = await writeEdition(tx, scope, load, read)
    await forgetLoads(tx, scope, [load])
    return done
  })
}

/** A column that the file has not: only a form that was made by hand names one. */
function whyNotColumns(choices: Choices, { columns }: Profile) {
  const { identifierColumn, nameColumn, respondentsColumn, scores } = choices
  const named = [identifierColumn, nameColumn, respondentsColumn, ...scores.map((score) => score.index)]
  return named.some((index) => index !== null && index >= columns.length) ? 'measures.outside_no_such_column' : undefined
}

async function profileOf(bytes: Uint8Array, matcher: Matcher): Promise<Profile> {
  let told: ReturnType<typeof profiler> | undefined
  try {
    for await (const row of readRecords(bytes)) {
      if (told) told.tell(row)
      else told = profiler(readHeader(row), matcher)
    }
    const profile = told?.profile()
    if (!profile) throw new BadSheet('no_header', 1)
    if (profile.rows === 0) throw new BadSheet('no_rows', 2)
    return profile
  } catch (cause) {
    if (!(cause instanceof BadSheet)) throw cause
    throw new Problem(422, `measures.outside_file_${cause.fault}`, { values: { row: cause.row } })
  }
}

/** Nobody comes back to a preview of last week. */
async function forgetOldLoads(tx: Tx, scope: Scope): Promise<void> {
  const before = new Date(scope.now.getTime() - DAYS_KEPT * 24 * 3600 * 1000)
  const old = await tx
    .selectFrom('outsideLoad')
    .select(['id', 'fileId'])
    .where('tenantId', '=', scope.tenantId)
    .where('recordedAt', '<', before)
    .execute()
  await forgetLoads(tx, scope, old)
}

async function forgetLoads(tx: Tx, scope: Scope, loads: readonly { id: string; fileId: string }[]): Promise<void> {
  if (loads.length === 0) return
  const ids = loads.map((load) => load.id)
  const fileIds = loads.map((load) => load.fileId)
  await tx.deleteFrom('outsideLoad').where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute()
  await tx.deleteFrom('storedFileChunk').where('tenantId', '=', scope.tenantId).where('fileId', 'in', fileIds).execute()
  await tx.deleteFrom('storedFile').where('tenantId', '=', scope.tenantId).where('id', 'in', fileIds).execute()
}
