import { randomInt } from 'node:crypto'
import { summaryToBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import type { Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { openSeal } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope, systemScope } from '../../../access/scope.ts'
import type { Deps } from '../../../web/deps.ts'
import { shuffled } from '../../votes/rules.ts'
import { lockSurvey } from '../administrations/queries.ts'
import { sealedAnswerSchema } from '../responding/schema.ts'
import { findScales, listSealed } from './queries.ts'
import { type Folded, foldSurvey } from './rules.ts'

type Kit = Pick<Deps, 'db' | 'clock' | 'keys'>

/**
 * Opens in memory what was sealed, counts it and destroys it, in one transaction; the key goes after the commit. Killed
 * before the commit nothing has happened; killed after it, the next run destroys the key.
 */
export async function foldClosed({ db, clock, keys }: Kit, of: { tenantId: string; surveyId: string }): Promise<void> {
  const scope = await systemScope(db, of.tenantId, clock.now())
  const sealId = await inTenant(db, scope, async (tx) => {
    const survey = await lockSurvey(tx, scope, of.surveyId)
    if (!survey.closedAt) return undefined
    if (!survey.foldedAt) await fold(tx, scope, keys, survey)
    return survey.sealId
  })
  if (sealId) await keys.destroy(sealId)
}

type Closed = { id: string; unitId: string; sealId: string; instrumentId: string }

async function fold(tx: Tx, scope: Scope, keys: Deps['keys'], survey: Closed): Promise<void> {
  const sealed = await listSealed(tx, scope, survey.id)
  const opened = sealed.length > 0 ? await openSeal(keys, survey.sealId, sealed) : []
  const answers = opened.map((text) => sealedAnswerSchema.parse(JSON.parse(text))).filter((answer) => answer.surveyId === survey.id)
  const mixed = shuffled(answers, (n) => randomInt(n))
  await keep(tx, scope, survey.id, foldSurvey(await findScales(tx, scope, survey.instrumentId), mixed, survey.unitId))
  await tx.deleteFrom('surveyAnswer').where('tenantId', '=', scope.tenantId).where('surveyId', '=', survey.id).execute()
  await tx.updateTable('seal').set({ openedAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', survey.sealId).execute()
  await tx.updateTable('survey').set({ foldedAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', survey.id).execute()
  await record(tx, scope, { verb: 'survey_counted', noun: 'survey', nounId: survey.id, unitId: survey.unitId })
}

async function keep(tx: Tx, scope: Scope, surveyId: string, folded: readonly Folded[]): Promise<void> {
  const rows = folded.map(({ counts, moments, whole, ...rest }) => ({
    ...rest,
    tenantId: scope.tenantId,
    id: newRandomId(),
    surveyId,
    counts: JSON.stringify(counts),
    moments: JSON.stringify(moments),
    whole: whole && Buffer.from(summaryToBytes(whole)),
  }))
  if (rows.length > 0) await tx.insertInto('surveySummary').values(rows).execute()
}
