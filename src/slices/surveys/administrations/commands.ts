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
import { surveyFold, surveyLetters, surveyReminders } from '../letters/jobs.ts'
import type { Instrument } from '../instruments/schema.ts'
import { countFinally } from '../participation/counting/commands.ts'
import { sealedBytes } from '../responding/schema.ts'
import { whyNotRun } from '../rules.ts'
import type { Scale } from '../schema.ts'
import { findSurvey, listAsked, listSchools, lockSurvey, type Person } from './queries.ts'
import { countedWith, countsFor, groupOf, whyNotClose, whyNotMove, whyNotMoveTo, whyNotOpen } from './rules.ts'
import type { Opening } from './schema.ts'

type At = { id: string; path: readonly string[] }
type Kit = { keys: KeyStore; jobs: Jobs }

/** Puts a questionnaire to people under a new seal; the letters leave in the morning of its first day. Returns its id. */
export async function openSurvey(db: Db, scope: Scope, { keys, jobs }: Kit, place: At, opening: Opening): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotRun(scope, place))
    const instrument = await findInstrument(tx, scope, place, opening.instrumentId)
    const asked = await listAsked(tx, scope, place, opening)
    const schoolIds = new Set((await listSchools(tx, scope, place)).map(({ id }) => id))
    const known = { people: asked.length, today: dayIn(scope.timeZone, scope.now), units: [...schoolIds], languages: instrument.languages }
    refuse(whyNotOpen(opening, known)?.reason)
    const row = { ...newRow(scope), instrumentId: instrument.id, unitId: place.id, openedBy: actorOf(scope) }
    const sealId = opening.mode === 'anonymous' ? await newSeal(tx, scope, keys, instrument.scales) : null
    await tx
      .insertInto('survey')
      .values({ ...row, ...columnsOf(opening, instrument), sealId })
      .execute()
    await invite(tx, scope, { surveyId: row.id, place, asked, schoolIds, byRole: opening.byRole })
    await planLetters(tx, scope, jobs, { id: row.id, ...opening })
    await record(tx, scope, { verb: 'survey_opened', noun: 'survey', nounId: row.id, unitId: place.id, content: opening })
    return row.id
  })
}

type Planned = Pick<Opening, 'opensOn' | 'reminders'> & { id: string }

/** All letters leave at the same hour: one that came when somebody had answered would tell of it by its time. */
async function planLetters(tx: Tx, scope: Scope, jobs: Jobs, { id, opensOn, reminders }: Planned) {
  const data = { tenantId: scope.tenantId, surveyId: id }
  await jobs.enqueue(tx, surveyLetters, data, { startAfter: morningOf(scope, opensOn) })
  for (const day of reminders) await jobs.enqueue(tx, surveyReminders, data, { startAfter: morningOf(scope, day) })
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

/** Moves the last day of a survey that runs; only to a later one, so that nobody loses time that was promised. */
export async function extendSurvey(db: Db, scope: Scope, place: At, id: string, closesOn: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    await lockSurvey(tx, scope, id)
    const survey = await findSurvey(tx, scope, place, id)
    refuse(whyNotRun(scope, place) ?? whyNotMove(survey, place, dayIn(scope.timeZone, scope.now)) ?? whyNotMoveTo(survey, closesOn))
    await tx.updateTable('survey').set({ closesOn }).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
    const content = { from: survey.closesOn, to: closesOn }
    await record(tx, scope, { verb: 'survey_extended', noun: 'survey', nounId: id, unitId: place.id, content })
  })
}

/** Takes no answers any more and sees to the counting. */
export async function endSurvey(tx: Tx, scope: Scope, jobs: Jobs, survey: { id: string; unitId: string }): Promise<void> {
  await tx.updateTable('survey').set({ closedAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', survey.id).execute()
  await countFinally(tx, scope, survey.id, dayIn(scope.timeZone, scope.now))
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

type Invited = { surveyId: string; place: At; asked: readonly Person[]; schoolIds: ReadonlySet<string>; byRole: boolean }

/** One invitation each; whoever has no address is asked by a code on paper, which is then nobody's. */
async function invite(tx: Tx, scope: Scope, { surveyId, place, asked, schoolIds, byRole }: Invited): Promise<void> {
  const row = () => ({ tenantId: scope.tenantId, id: newRandomId(), surveyId })
  const invitedAt = new Map<string, number>([[place.id, 0]])
  const invitations = asked.map(({ id, email, role, path }) => {
    const unitId = countedWith(path, place, schoolIds)
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

/** Seven in the morning of a day, where the tenant is; the pages say so. */
function morningOf(scope: Scope, day: string): Date {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: scope.timeZone, plainTime: '07:00' })
  return new Date(Math.max(morning.epochMilliseconds, scope.now.getTime()))
}
