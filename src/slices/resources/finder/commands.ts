import type { Db, Tx } from '../../../platform/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import { found, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { whyNotMay } from '../../../access/policy.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { LANGUAGES } from '../../../messages/text.ts'
import { findUnit, insertResource, personOf, rowOf } from '../commands.ts'
import { findTray } from './queries.ts'
import { nameIn } from './telling/rules.ts'
import type { Finding } from './schema.ts'

type Place = { id: string; path: readonly string[] }

/** Takes a found time onto the board as a structure that nobody has named yet; returns the resource. */
export async function acceptFinding(db: Db, scope: Scope, place: Place, findingId: string): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const { finding, schoolId } = await openFinding(tx, scope, place, findingId)
    const unit = await findUnit(tx, scope, schoolId)
    const { unitId } = finding.group
    const resource = {
      kind: 'structures' as const,
      name: nameIn(scope.language, finding),
      names: Object.fromEntries(LANGUAGES.map((language) => [language, nameIn(language, finding)])),
      minutesPerWeek: finding.minutes,
      peopleCount: finding.freeIds.length,
      unitIds: unitId ? [unitId] : [],
      personIds: unitId ? [] : finding.freeIds,
    }
    const resourceId = await insertResource(tx, scope, unit, resource, 'finder')
    await decide(tx, scope, schoolId, { key: finding.key, status: 'accepted', reason: '', resourceId })
    await record(tx, scope, {
      verb: 'finding_accepted',
      noun: 'resource',
      nounId: resourceId,
      unitId: schoolId,
      content: { key: finding.key },
    })
    return resourceId
  })
}

/** Puts a found time aside with why; it does not come back. */
export async function dismissFinding(db: Db, scope: Scope, place: Place, findingId: string, form: { reason: string }): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const { finding, schoolId } = await openFinding(tx, scope, place, findingId)
    const id = await decide(tx, scope, schoolId, { key: finding.key, status: 'dismissed', reason: form.reason, resourceId: null })
    await record(tx, scope, {
      verb: 'finding_dismissed',
      noun: 'finding',
      nounId: id,
      unitId: schoolId,
      content: { key: finding.key, ...form },
    })
  })
}

/** A finding that is still there: worked out again, so that nobody decides on what is no longer so. */
async function openFinding(tx: Tx, scope: Scope, place: Place, findingId: string): Promise<{ finding: Finding; schoolId: string }> {
  refuse(whyNotMay(scope, 'finding.decide', place))
  await lockSchool(tx, scope, place)
  const tray = found(await findTray(tx, scope, place))
  return { finding: found(tray.findings.find((one) => one.id === findingId)), schoolId: tray.schoolId }
}

/** Two who decide at once come one after the other; the second finds it decided. */
async function lockSchool(tx: Tx, scope: Scope, place: Place): Promise<void> {
  const school = tx.selectFrom('unit').select('id').where('tenantId', '=', scope.tenantId).where('kind', '=', 'school')
  await school
    .where('id', 'in', [...place.path])
    .forUpdate()
    .execute()
}

async function decide(
  tx: Tx,
  scope: Scope,
  unitId: string,
  decision: { key: string; status: 'accepted' | 'dismissed'; reason: string; resourceId: string | null },
): Promise<string> {
  const row = { ...rowOf(scope), unitId, source: 'common_time', decidedBy: personOf(scope), decidedOn: dayIn(scope.timeZone, scope.now) }
  await tx
    .insertInto('finding')
    .values({ ...decision, ...row })
    .execute()
  return row.id
}
