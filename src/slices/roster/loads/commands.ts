import { newId } from '../../../platform/ids.ts'
import { readFile, storeFile } from '../../../platform/files.ts'
import { dayIn } from '../../../platform/clock.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { found, Problem, refuse } from '../../../platform/problem.ts'
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
import type { PlanSummary, Report } from '../plan/schema.ts'
import { previewOf } from '../preview/rules.ts'
import { writePeople } from '../staff/commands.ts'
import { writeUnits } from '../units/commands.ts'

const MOST_DEFECTS_KEPT = 5000

type Upload = { fileName: string; bytes: Buffer; withStudents: boolean }

/** Keeps a roster with all that it would do; nothing of it is applied. Returns the load's id. */
export async function previewRoster(db: Db, scope: Scope, upload: Upload): Promise<string> {
  const { fileName, bytes, withStudents } = upload
  const parcel = await openArchive(fileName, bytes)
  const bad = parcel.defects[0]
  if (bad) throw new Problem(422, 'roster.bad_archive', { values: { expected: bad.expected, found: bad.found } })
  const bundle = checkBundle(parcel)
  return await inTenant(db, scope, async (tx) => {
    const { plan } = await planOf(tx, scope, bundle, withStudents)
    const file = { name: fileName, mediaType: 'application/zip', bytes }
    // A file that can never be applied is not kept: it holds students and parents whom nobody needs.
    const isKept = previewOf(bundle).applicable
    const fileId = isKept ? await storeFile(tx, { tenantId: scope.tenantId, personId: byWhom(scope) }, file, scope.now) : null
    return await keepLoad(tx, scope, { fileName, fileId, bundle, plan: summaryOf(plan), withStudents })
  })
}

/** Carries out what a load says, all of it or nothing, against what is here at this moment; then the file goes. */
export async function applyRoster(db: Db, scope: Scope, loadId: string, confirmedEnds: number | null): Promise<Report> {
  return await inTenant(db, scope, async (tx) => {
    await oneLoadAtATime(tx, scope)
    const load = await findOpenLoad(tx, scope, loadId)
    const file = await readFile(tx, scope.tenantId, load.fileId)
    const bundle = checkBundle(await openArchive(file.name, Buffer.from(file.bytes)))
    const report = await applyBundle(tx, scope, bundle, { withStudents: load.withStudents, confirmedEnds })
    await keepApplication(tx, scope, { loadId, report, confirmedEnds })
    await forgetFile(tx, scope, loadId, load.fileId)
    return report
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

/** Two loads at once would both add the same school. */
async function oneLoadAtATime(tx: Tx, scope: Scope) {
  await tx.selectFrom('tenant').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', scope.tenantId).forUpdate().execute()
}

async function findOpenLoad(tx: Tx, scope: Scope, loadId: string) {
  const load = found(
    await tx
      .selectFrom('rosterLoad')
      .select(['fileId', 'withStudents'])
      .where('tenantId', '=', scope.tenantId)
      .where('id', '=', loadId)
      .executeTakeFirst(),
  )
  const application = await tx
    .selectFrom('rosterApplication')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('loadId', '=', loadId)
    .executeTakeFirst()
  refuse(application && 'roster.already_applied')
  if (load.fileId === null) throw new Problem(409, 'roster.not_applicable')
  return { fileId: load.fileId, withStudents: load.withStudents }
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

/** The report stays; the file, which names students and parents, does not. */
async function forgetFile(tx: Tx, scope: Scope, loadId: string, fileId: string) {
  await tx.updateTable('rosterLoad').set({ fileId: null }).where('tenantId', '=', scope.tenantId).where('id', '=', loadId).execute()
  await tx.deleteFrom('storedFileChunk').where('tenantId', '=', scope.tenantId).where('fileId', '=', fileId).execute()
  await tx.deleteFrom('storedFile').where('tenantId', '=', scope.tenantId).where('id', '=', fileId).execute()
}
