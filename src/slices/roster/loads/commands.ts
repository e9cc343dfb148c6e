import { newId } from '../../../platform/ids.ts'
import { readFile, storeFile } from '../../../platform/files.ts'
import { dayIn } from '../../../platform/clock.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { found, notHere, Problem, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { inTenant, NOBODY } from '../../../access/scope.ts'
import type { Scope } from '../../../access/scope.ts'
import { openArchive } from '../archive/queries.ts'
import { checkBundle } from '../bundle/rules.ts'
import type { Bundle } from '../bundle/schema.ts'
import { writeTeaching } from '../classes/commands.ts'
import type { Writing } from '../links/commands.ts'
import { listLinks, listSpared } from '../links/queries.ts'
import { rosterOf } from '../nouns/rules.ts'
import { KINDS } from '../nouns/schema.ts'
import type { Kind, Roster } from '../nouns/schema.ts'
import { endsToConfirm, planLoad, summaryOf, whyNotApply } from '../plan/rules.ts'
import type { Links } from '../plan/rules.ts'
import { previewOf } from '../preview/rules.ts'
import { writePeople } from '../staff/commands.ts'
import { writeUnits } from '../units/commands.ts'
import type { Report } from './schema.ts'

const MOST_DEFECTS_KEPT = 5000

type Upload = { fileName: string; bytes: Buffer; withStudents: boolean }

/** Keeps a roster with all that it would do; nothing of it is applied. Returns the load's id. */
export async function previewRoster(db: Db, scope: Scope, upload: Upload): Promise<string> {
  const parcel = await openArchive(upload.fileName, upload.bytes)
  const bad = parcel.defects[0]
  if (bad) throw new Problem(422, 'roster.bad_archive', { values: { expected: bad.expected, found: bad.found } })
  const bundle = checkBundle(parcel)
  return await inTenant(db, scope, async (tx) => {
    const { plan } = await planOf(tx, scope, bundle, upload.withStudents)
    const preview = previewOf(bundle)
    const shown = { ...preview, defects: preview.defects.slice(0, MOST_DEFECTS_KEPT) }
    const id = newId(scope.now.getTime())
    const loadedBy = scope.personId === NOBODY ? null : scope.personId
    const file = { name: upload.fileName, mediaType: 'application/zip', bytes: upload.bytes }
    // A file that can never be applied is not kept: it holds students and parents whom nobody needs.
    const fileId = preview.applicable ? await storeFile(tx, { tenantId: scope.tenantId, personId: loadedBy }, file, scope.now) : null
    await tx
      .insertInto('rosterLoad')
      .values({
        tenantId: scope.tenantId,
        id,
        fileName: upload.fileName,
        fileId,
        preview: shown,
        plan: summaryOf(plan),
        withStudents: upload.withStudents,
        loadedBy,
        recordedAt: scope.now,
      })
      .execute()
    return id
  })
}

/** Carries out what a load says, all of it or nothing, against what is here at this moment; then the file goes. */
export async function applyRoster(db: Db, scope: Scope, loadId: string, confirmedEnds: number | null): Promise<Report> {
  return await inTenant(db, scope, async (tx) => {
    const load = await lockLoad(tx, scope, loadId)
    const isApplied = load.appliedId !== null
    if (!load.fileId) return refuseUnapplicable(isApplied)
    const file = await readFile(tx, scope.tenantId, load.fileId)
    const bundle = checkBundle(await openArchive(file.name, Buffer.from(file.bytes)))
    const report = await applyBundle(tx, scope, bundle, { withStudents: load.withStudents, confirmedEnds })
    await tx
      .insertInto('rosterApplication')
      .values({
        tenantId: scope.tenantId,
        id: newId(scope.now.getTime()),
        loadId,
        report,
        confirmedEnds,
        appliedBy: scope.personId === NOBODY ? null : scope.personId,
        recordedAt: scope.now,
      })
      .execute()
    await forgetFile(tx, scope, loadId, load.fileId)
    await record(tx, scope, { verb: 'roster_applied', noun: 'roster_load', nounId: loadId, content: report })
    return report
  })
}

type Terms = { withStudents: boolean; confirmedEnds: number | null }

async function applyBundle(tx: Tx, scope: Scope, bundle: Bundle, terms: Terms): Promise<Report> {
  const { plan, roster, links } = await planOf(tx, scope, bundle, terms.withStudents)
  const summary = summaryOf(plan)
  const { applicable } = previewOf(bundle)
  refuse(whyNotApply({ plan: summary, applicable, isApplied: false, confirmedEnds: terms.confirmedEnds }), {
    n: endsToConfirm(summary) ?? 0,
  })
  const writing: Writing = { tx, scope, today: dayIn(scope.timeZone, scope.now), known: knownFrom(links), left: 0 }
  await writeUnits(writing, plan.unit, roster.unit.nouns)
  await writePeople(writing, plan.person)
  await writeTeaching(writing, plan)
  return { plan: summary, left: writing.left }
}

async function planOf(tx: Tx, scope: Scope, bundle: Bundle, withStudents: boolean) {
  const roster: Roster = rosterOf(bundle, { withStudents })
  const links = await listLinks(tx, scope)
  return { roster, links, plan: planLoad(roster, links, await listSpared(tx, scope)) }
}

function knownFrom(links: Links): Writing['known'] {
  const known = (kind: Kind) => new Map(links[kind].map((link): [string, string] => [link.sourceId, link.nounId]))
  return Object.fromEntries(KINDS.map((kind) => [kind, known(kind)])) as Writing['known'] // every kind is in KINDS
}

/** One load of a tenant at a time: two at once would both add the same school. */
async function lockLoad(tx: Tx, scope: Scope, loadId: string) {
  await tx.selectFrom('tenant').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', scope.tenantId).forUpdate().execute()
  const load = await tx
    .selectFrom('rosterLoad')
    .select(['fileId', 'withStudents'])
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', loadId)
    .executeTakeFirst()
  const application = await tx
    .selectFrom('rosterApplication')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('loadId', '=', loadId)
    .executeTakeFirst()
  return { ...found(load), appliedId: application?.id ?? null }
}

function refuseUnapplicable(isApplied: boolean): never {
  refuse(isApplied ? 'roster.already_applied' : 'roster.not_applicable')
  return notHere()
}

/** The report stays; the file, which names students and parents, does not. */
async function forgetFile(tx: Tx, scope: Scope, loadId: string, fileId: string) {
  await tx.updateTable('rosterLoad').set({ fileId: null }).where('tenantId', '=', scope.tenantId).where('id', '=', loadId).execute()
  await tx.deleteFrom('storedFileChunk').where('tenantId', '=', scope.tenantId).where('fileId', '=', fileId).execute()
  await tx.deleteFrom('storedFile').where('tenantId', '=', scope.tenantId).where('id', '=', fileId).execute()
}
