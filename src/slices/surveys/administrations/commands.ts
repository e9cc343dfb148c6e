import { dayIn } from '../../../platform/clock.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { refuse } from '../../../platform/problem.ts'
import { createSeal, type KeyStore } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { actorOf, newRow } from '../../../access/new-row.ts'
import type { Role } from '../../../access/roles.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { findInstrument } from '../instruments/queries.ts'
import { surveyFold, surveyLetters } from '../letters/jobs.ts'
import type { Instrument } from '../instruments/schema.ts'
import { sealedBytes } from '../responding/schema.ts'
import { whyNotRun } from '../rules.ts'
import type { Scale } from '../schema.ts'
import { findSurvey, listAsked, listSchoolIds, lockSurvey } from './queries.ts'
import { countedWith, countsFor, groupOf, whyNotClose, whyNotOpen } from './rules.ts'
import type { Opening } from './schema.ts'

type At = { id: string; path: readonly string[] }
type Kit = { keys: KeyStore; jobs: Jobs }

/** Puts a questionnaire to people under a new seal; the letters leave in the morning of its first day. Returns its id. */
export async function openSurvey(db: Db, scope: Scope, { keys, jobs }: Kit, place: At, opening: Opening): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotRun(scope, place))
    const instrument = await findInstrument(tx, scope, place, opening.instrumentId)
    const asked = await listAsked(tx, scope, place, opening.roles)
    refuse(whyNotOpen(opening, asked.length, dayIn(scope.timeZone, scope.now))?.reason)
    const row = { ...newRow(scope), instrumentId: instrument.id, unitId: place.id, openedBy: actorOf(scope) }
    const sealId = opening.mode === 'anonymous' ? await newSeal(tx, scope, keys, instrument.scales) : null
    await tx
      .insertInto('survey')
      .values({ ...row, ...columnsOf(opening, instrument), sealId })
      .execute()
    await invite(tx, scope, { surveyId: row.id, place, asked, byRole: opening.byRole })
    const { opensOn } = opening
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

async function newSeal(tx: Tx, scope: Scope, keys: KeyStore, scales: readonly Scale[]): Promise<string> {
  const sealId = newRandomId()
  const publicKey = Buffer.from(await createSeal(keys, sealId))
  const seal = { tenantId: scope.tenantId, id: sealId, publicKey, sizeBytes: sealedBytes(scales) }
  await tx
    .insertInto('seal')
    .values({ ...seal, recordedAt: scope.now })
    .execute()
  return sealId
}

function columnsOf({ mode, opensOn, closesOn, fewest, inParts, byRole, roles, reminders, languages }: Opening, instrument: Instrument) {
  const chosen = languages.length > 0 ? languages : instrument.languages
  const lists = { roles: JSON.stringify(roles), reminders: JSON.stringify(reminders), languages: JSON.stringify(chosen) }
  return { mode, opensOn, closesOn, fewest, inParts, byRole, ...lists }
}

type Person = { id: string; email: string | null; role: Role; path: string[] }
type Invited = { surveyId: string; place: At; asked: readonly Person[]; byRole: boolean }

/** One invitation each; whoever has no address is asked by a code on paper, which is then nobody's. */
async function invite(tx: Tx, scope: Scope, { surveyId, place, asked, byRole }: Invited): Promise<void> {
  const schools = await listSchoolIds(tx, scope, place)
  const row = () => ({ tenantId: scope.tenantId, id: newRandomId(), surveyId })
  const invitedAt = new Map<string, number>([[place.id, 0]])
  const invitations = asked.map(({ id, email, role, path }) => {
    const unitId = countedWith(path, place, schools)
    for (const counted of countsFor(path, place, unitId)) invitedAt.set(counted, (invitedAt.get(counted) ?? 0) + 1)
    return { ...row(), unitId, personId: email ? id : null, role: byRole ? groupOf(role) : null }
  })
  const units = [...invitedAt].map(([unitId, invited]) => ({ ...row(), unitId, invited }))
  for (const some of inBatches(units)) await tx.insertInto('surveyUnit').values(some).execute()
  for (const some of inBatches(invitations)) await tx.insertInto('surveyInvitation').values(some).execute()
}

/** A statement has room for 65,535 values. */
function inBatches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 5000) }, (_, at) => rows.slice(5000 * at, 5000 * (at + 1)))
}

/** Seven in the morning of a day, where the tenant is. */
function morningOf(scope: Scope, day: string): Date {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: scope.timeZone, plainTime: '07:00' })
  return new Date(Math.max(morning.epochMilliseconds, scope.now.getTime()))
}
