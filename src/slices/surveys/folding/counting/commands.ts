import { summaryToBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import type { Tx } from '../../../../platform/database.ts'
import { newRandomId } from '../../../../platform/ids.ts'
import { inTenant, type Scope, systemScope } from '../../../../access/scope.ts'
import type { Deps } from '../../../../web/deps.ts'
import { listTenantIds } from '../../../cycles/nudges/queries.ts'
import { lockSurvey } from '../../administrations/queries.ts'
import { surveyCounting } from '../../letters/jobs.ts'
import type { Scale } from '../../schema.ts'
import { findScales, findTallies, listUncounted, listWaiting } from '../queries.ts'
import { addToTally, countedScales, emptyTally } from '../rules.ts'
import type { Counted } from '../schema.ts'

type Kit = Pick<Deps, 'db' | 'clock' | 'jobs'>

/** Where answers came, more come soon. */
const AGAIN_MILLISECONDS = 5000

/** As many answers as one transaction counts: few enough that a close never waits long. */
const BATCH = 2000

/**
 * Counts the confidential and named answers that came in since the last time, in every tenant, and comes back in a few seconds
 * for as long as there were any.
 */
export async function countWaiting({ db, clock, jobs }: Kit): Promise<void> {
  let counted = 0
  for (const tenantId of await listTenantIds(db)) {
    const scope = await systemScope(db, tenantId, clock.now())
    const waiting = await inTenant(db, scope, (tx) => listWaiting(tx, scope))
    for (const { id } of waiting) counted += await countAll(db, scope, id)
  }
  if (counted === 0) return
  const startAfter = new Date(clock.now().getTime() + AGAIN_MILLISECONDS)
  await db.transaction({}, (tx) => jobs.enqueue(tx, surveyCounting, {}, { startAfter }))
}

async function countAll(db: Deps['db'], scope: Scope, surveyId: string): Promise<number> {
  let all = 0
  for (;;) {
    const some = await inTenant(db, scope, (tx) => countSome(tx, scope, surveyId))
    all += some
    if (some < BATCH) return all
  }
}

/** Counts some and marks them as counted in one transaction: killed at any moment, none is lost and none is counted twice. */
export async function countSome(tx: Tx, scope: Scope, surveyId: string, most = BATCH): Promise<number> {
  const survey = await lockSurvey(tx, scope, surveyId)
  const answers = await listUncounted(tx, scope, surveyId, most)
  if (answers.length === 0) return 0
  const scales = await findScales(tx, scope, survey.instrumentId)
  const before = await findTallies(tx, scope, surveyId)
  for (const scale of countedScales(scales)) {
    for (const [unitId, own] of Map.groupBy(answers, (answer) => answer.unitId)) {
      const tally = before.get(scale.key)?.get(unitId) ?? emptyTally(scale, survey.byRole)
      await keepTally(tx, scope, { surveyId, unitId, scaleKey: scale.key, summary: bytesOf(tally, scale, scales, own) })
    }
  }
  await tx
    .updateTable('surveyResponse')
    .set({ counted: true })
    .where('tenantId', '=', scope.tenantId)
    .where(
      'id',
      'in',
      answers.map(({ id }) => id),
    )
    .execute()
  return answers.length
}

function bytesOf(tally: Parameters<typeof addToTally>[0], scale: Scale, scales: readonly Scale[], own: readonly Counted[]): Buffer {
  return Buffer.from(summaryToBytes(addToTally(tally, scale, scales, own)))
}

type Tally = { surveyId: string; unitId: string; scaleKey: string; summary: Buffer }

async function keepTally(tx: Tx, scope: Scope, tally: Tally): Promise<void> {
  await tx
    .insertInto('surveyTally')
    .values({ tenantId: scope.tenantId, id: newRandomId(), ...tally })
    .onConflict((conflict) => conflict.columns(['tenantId', 'surveyId', 'unitId', 'scaleKey']).doUpdateSet({ summary: tally.summary }))
    .execute()
}
