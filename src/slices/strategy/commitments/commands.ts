import { dayIn } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { found, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { actorOf, newRow } from '../../../access/new-row.ts'
import { whyNotMay } from '../../../access/policy.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { listPossibleVoters } from '../../votes/voters/queries.ts'
import { ideaIn, listDrivers } from '../diagram/queries.ts'
import { type At, writingInto } from '../writing/commands.ts'
import { lockCommitment } from './queries.ts'
import { commitmentReminder } from './reminders/jobs.ts'
import { readerAt, reminderDays, whyNotCommit, whyNotKeep, whyNotSettle, whyNotTheirs } from './rules.ts'
import type { CommitmentForm, KeepingForm } from './schema.ts'

/** Early enough to be read before the first lesson. */
const REMINDER_TIME = '07:00'

type Committing = { jobs: Jobs; strategyId: string; ideaId: string }

/** Somebody promises to do something by a day; they are the first to be reminded of it. */
export async function makeCommitment(
  db: Db,
  scope: Scope,
  place: At,
  { jobs, strategyId, ideaId }: Committing,
  form: CommitmentForm,
): Promise<string> {
  const row = newRow(scope)
  const today = dayIn(scope.timeZone, scope.now)
  await writingInto(
    db,
    scope,
    place,
    strategyId,
    { verb: 'commitment_made', noun: 'commitment', nounId: row.id, content: form },
    async (tx, strategy) => {
      ideaIn(await listDrivers(tx, scope, strategyId), ideaId)
      refuse(whyNotCommit(form.dueOn, today))
      const people = await listPossibleVoters(tx, scope, place, strategy.circle)
      found(people.find((person) => person.id === form.personId))
      await tx
        .insertInto('commitment')
        .values({ ...form, ...row, ideaId, madeBy: actorOf(scope) })
        .execute()
      for (const { stage, on } of reminderDays(form.dueOn, today)) {
        const startAfter = new Date(Temporal.ZonedDateTime.from(`${on}T${REMINDER_TIME}[${scope.timeZone}]`).epochMilliseconds)
        await jobs.enqueue(tx, commitmentReminder, { tenantId: scope.tenantId, commitmentId: row.id, stage }, { startAfter })
      }
    },
  )
  return row.id
}

/** Tells that a commitment was kept, and what came of it. */
export async function keepCommitment(db: Db, scope: Scope, place: At, id: string, form: KeepingForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const commitment = await lockCommitment(tx, scope, place, id)
    refuse(whyNotMay(scope, 'commitment.keep', place) ?? whyNotTheirs(commitment, readerAt(scope, place)))
    refuse(whyNotKeep(commitment, form.keptOn, dayIn(scope.timeZone, scope.now)))
    await tx
      .insertInto('commitmentKeeping')
      .values({ ...form, ...newRow(scope), commitmentId: id, recordedBy: actorOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'commitment_kept', noun: 'commitment', nounId: id, unitId: place.id, content: form })
  })
}

/** Frees somebody from a commitment, with the reason. */
export async function releaseCommitment(db: Db, scope: Scope, place: At, id: string, reason: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const commitment = await lockCommitment(tx, scope, place, id)
    refuse(whyNotMay(scope, 'commitment.keep', place) ?? whyNotTheirs(commitment, readerAt(scope, place)) ?? whyNotSettle(commitment))
    await tx
      .insertInto('commitmentRelease')
      .values({ ...newRow(scope), commitmentId: id, releasedOn: dayIn(scope.timeZone, scope.now), reason, recordedBy: actorOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'commitment_released', noun: 'commitment', nounId: id, unitId: place.id, content: { reason } })
  })
}
