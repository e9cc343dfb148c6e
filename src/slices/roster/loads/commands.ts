import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../../platform/ids.ts'
import { readFile, storeFile } from '../../../platform/files.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { Problem, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { inTenant, NOBODY } from '../../../access/scope.ts'
import type { Scope } from '../../../access/scope.ts'
import { applyBundle, planOf } from '../application/commands.ts'
import type { Terms } from '../application/commands.ts'
import { openArchive } from '../archive/queries.ts'
import { checkBundle } from '../bundle/rules.ts'
import type { Bundle } from '../bundle/schema.ts'
import { summaryOf } from '../plan/rules.ts'
import type { PlanSummary, Report } from '../plan/schema.ts'
import { previewOf } from '../preview/rules.ts'
import { findLoad } from './queries.ts'

const MOST_DEFECTS_KEPT = 5000
const DAYS_KEPT = 7

type Upload = { fileName: string; bytes: Buffer; withStudents: boolean }

/** Keeps a roster with all that it would do; nothing of it is applied. Returns the load's id. */
export async function previewRoster(db: Db, scope: Scope, upload: Upload): Promise<string> {
  const { fileName, bytes, withStudents } = upload
  const parcel = await openArchive(fileName, bytes)
  const bad = parcel.defects[0]
  if (bad) throw new Problem(422, 'roster.bad_archive', { values: { expected: bad.expected, found: bad.found } })
  const bundle = checkBundle(parcel)
  return await inTenant(db, scope, async (tx) => {
    await forgetOldFiles(tx, scope)
    const { plan } = await planOf(tx, scope, bundle, withStudents)
    const file = { name: fileName, mediaType: 'application/zip', bytes }
    // A file that can never be applied is not kept: it holds students and parents whom nobody needs.
    const isKept = previewOf(bundle).applicable
    const fileId = isKept ? await storeFile(tx, { tenantId: scope.tenantId, personId: byWhom(scope) }, file, scope.now) : null
    return await keepLoad(tx, scope, { fileName, fileId, bundle, plan: summaryOf(plan), withStudents })
  })
}

/**
 * Carries out what a load's preview showed, all of it or nothing; then the file goes. Where something has changed since,
 * nothing is carried out: the preview is made anew, to be looked at again.
 */
export async function applyRoster(
  db: Db,
  scope: Scope,
  loadId: string,
  confirmedEnds: number | null,
): Promise<'applied' | 'previewed_again'> {
  return await inTenant(db, scope, async (tx) => {
    await oneLoadAtATime(tx, scope)
    const load = await findOpenLoad(tx, scope, loadId)
    const file = await readFile(tx, scope.tenantId, load.fileId)
    const bundle = checkBundle(await openArchive(file.name, Buffer.from(file.bytes)))
    const plan = summaryOf((await planOf(tx, scope, bundle, load.withStudents)).plan)
    if (!isDeepStrictEqual(plan, load.plan)) {
      await tx.updateTable('rosterLoad').set({ plan }).where('tenantId', '=', scope.tenantId).where('id', '=', loadId).execute()
      return 'previewed_again'
    }
    const report = await applyBundle(tx, scope, bundle, { withStudents: load.withStudents, confirmedEnds })
    await keepApplication(tx, scope, { loadId, report, confirmedEnds })
    await forgetFiles(tx, scope, [load.fileId])
    return 'applied'
  })
}

/** Loads a bundle that was read from disk, all of it or nothing, with a report that stays. */
export async function loadRoster(db: Db, scope: Scope, given: Terms & { fileName: string; bundle: Bundle }): Promise<Report> {
  const { fileName, bundle, ...terms } = given
  return await inTenant(db, scope, async (tx) => {
    await oneLoadAtATime(tx, scope)
    const report = await applyBundle(tx, scope, bundle, terms)
    const loadId = await keepLoad(tx, scope, { fileName, fileId: null, bundle, plan: report.plan, withStudents: terms.withStudents })
    await keepApplication(tx, scope, { loadId, report, confirmedEnds: terms.confirmedEnds })
    return report
  })
}

/** Two loads at once would both add the same school. */
async function oneLoadAtATime(tx: Tx, scope: Scope) {
  await tx.selectFrom('tenant').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', scope.tenantId).forUpdate().execute()
}

async function findOpenLoad(tx: Tx, scope: Scope, loadId: string) {
  const load = await findLoad(tx, scope, loadId)
  refuse(load.application && 'roster.already_applied')
  refuse(load.preview.applicable ? undefined : 'roster.not_applicable')
  if (load.fileId === null) throw new Problem(409, 'roster.file_gone')
  return { fileId: load.fileId, withStudents: load.withStudents, plan: load.plan }
}

type Kept = { fileName: string; fileId: string | null; bundle: Bundle; plan: PlanSummary; withStudents: boolean }

async function keepLoad(tx: Tx, scope: Scope, { bundle, ...load }: Kept): Promise<string> {
  const preview = previewOf(bundle)
  const shown = { ...preview, defects: preview.defects.slice(0, MOST_DEFECTS_KEPT) }
  const id = newId(scope.now.getTime())
  await tx
    .insertInto('rosterLoad')
    .values({ ...load, tenantId: scope.tenantId, id, preview: shown, loadedBy: byWhom(scope), recordedAt: scope.now })
    .execute()
  return id
}

async function keepApplication(tx: Tx, scope: Scope, done: { loadId: string; report: Report; confirmedEnds: number | null }) {
  await tx
    .insertInto('rosterApplication')
    .values({ ...done, tenantId: scope.tenantId, id: newId(), appliedBy: byWhom(scope), recordedAt: scope.now })
    .execute()
  await record(tx, scope, { verb: 'roster_applied', noun: 'roster_load', nounId: done.loadId, content: done.report })
}

function byWhom(scope: Scope) {
  return scope.personId === NOBODY ? null : scope.personId
}

/** The preview and the report stay; the file, which names students and parents, does not. */
async function forgetFiles(tx: Tx, scope: Scope, fileIds: readonly string[]) {
  if (fileIds.length === 0) return
  await tx.updateTable('rosterLoad').set({ fileId: null }).where('tenantId', '=', scope.tenantId).where('fileId', 'in', fileIds).execute()
  await tx.deleteFrom('storedFileChunk').where('tenantId', '=', scope.tenantId).where('fileId', 'in', fileIds).execute()
  await tx.deleteFrom('storedFile').where('tenantId', '=', scope.tenantId).where('id', 'in', fileIds).execute()
}

/** Nobody comes back to a preview of last week. */
async function forgetOldFiles(tx: Tx, scope: Scope) {
  const before = new Date(scope.now.getTime() - DAYS_KEPT * 24 * 3600 * 1000)
  const old = await tx
    .selectFrom('rosterLoad')
    .select('fileId')
    .where('tenantId', '=', scope.tenantId)
    .where('fileId', 'is not', null)
    .where('recordedAt', '<', before)
    .execute()
  await forgetFiles(
    tx,
    scope,
    old.flatMap((load) => load.fileId ?? []),
  )
}
