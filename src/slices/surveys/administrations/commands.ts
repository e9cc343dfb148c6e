import { dayIn } from '../../../platform/clock.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { refuse } from '../../../platform/problem.ts'
import { createSeal, type KeyStore } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { actorOf, newRow } from '../../../access/new-row.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { findInstrument } from '../instruments/queries.ts'
import { surveyFold, surveyLetters } from '../letters/jobs.ts'
import { ANSWER_BYTES } from '../responding/schema.ts'
import { whyNotRun } from '../rules.ts'
import { findSurvey, listAsked, listSchoolIds, lockSurvey } from './queries.ts'
import { countedWith, whyNotClose, whyNotOpen } from './rules.ts'
import type { Opening } from './schema.ts'

type At = { id: string; path: readonly string[] }
type Kit = { keys: KeyStore; jobs: Jobs }

/** Puts a questionnaire to people under a new seal; the letters leave in the morning of its first day. Returns its id. */
export async function openSurvey(db: Db, scope: Scope, { keys, jobs }: Kit, place: At, opening: Opening): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotRun(scope, place))
    const { id: instrumentId } = await findInstrument(tx, scope, place, opening.instrumentId)
    const asked = await listAsked(tx, scope, place, opening.roles)
    refuse(whyNotOpen(opening, asked.length, dayIn(scope.timeZone, scope.now))?.reason)
    const sealId = newRandomId()
    const seal = { tenantId: scope.tenantId, id: sealId, publicKey: Buffer.from(await createSeal(keys, sealId)) }
    await tx
      .insertInto('seal')
      .values({ ...seal, sizeBytes: ANSWER_BYTES, recordedAt: scope.now })
      .execute()
    const row = { ...newRow(scope), instrumentId, unitId: place.id, sealId, openedBy: actorOf(scope), mode: 'anonymous' }
    const { opensOn, closesOn } = opening
    await tx
      .insertInto('survey')
      .values({ ...row, opensOn, closesOn, roles: JSON.stringify(opening.roles) })
      .execute()
    await invite(tx, scope, { surveyId: row.id, place, asked })
    await jobs.enqueue(tx, surveyLetters, { tenantId: scope.tenantId, surveyId: row.id }, { startAfter: morningOf(scope, opensOn) })
    await record(tx, scope, { verb: 'survey_opened', noun: 'survey', nounId: row.id, unitId: place.id, content: opening })
    return row.id
  })
}

/** Ends a survey before its last day, or after it. What was sealed is counted by a job. */
export async function closeSurvey(db: Db, scope: Scope, jobs: Jobs, place: At, id: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    await lockSurvey(tx, scope, id)
    const survey = await findSurvey(tx, scope, place, id)
    refuse(whyNotRun(scope, place) ?? whyNotClose(survey, place))
    await endSurvey(tx, scope, jobs, survey)
  })
}

/** Takes no answers any more and sees to the counting. */
export async function endSurvey(tx: Tx, scope: Scope, jobs: Jobs, survey: { id: string; unitId: string }): Promise<void> {
  await tx.updateTable('survey').set({ closedAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', survey.id).execute()
  await jobs.enqueue(tx, surveyFold, { tenantId: scope.tenantId, surveyId: survey.id })
  await record(tx, scope, { verb: 'survey_closed', noun: 'survey', nounId: survey.id, unitId: survey.unitId })
}

type Invited = { surveyId: string; place: At; asked: { id: string; email: string | null; path: string[] }[] }

/** One invitation each; whoever has no address is asked by a code on paper, which is then nobody's. */
async function invite(tx: Tx, scope: Scope, { surveyId, place, asked }: Invited): Promise<void> {
  const schools = await listSchoolIds(tx, scope, place)
  const row = () => ({ tenantId: scope.tenantId, id: newRandomId(), surveyId })
  const invitations = asked.map(({ id, email, path }) => ({
    ...row(),
    unitId: countedWith(path, place, schools),
    personId: email ? id : null,
  }))
  const units = [...new Set([place.id, ...invitations.map((one) => one.unitId)])]
  const invitedAt = (unitId: string) => invitations.filter((one) => unitId === place.id || one.unitId === unitId).length
  await tx
    .insertInto('surveyUnit')
    .values(units.map((unitId) => ({ ...row(), unitId, invited: invitedAt(unitId) })))
    .execute()
  await tx.insertInto('surveyInvitation').values(invitations).execute()
}

/** Seven in the morning of a day, where the tenant is. */
function morningOf(scope: Scope, day: string): Date {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: scope.timeZone, plainTime: '07:00' })
  return new Date(Math.max(morning.epochMilliseconds, scope.now.getTime()))
}
