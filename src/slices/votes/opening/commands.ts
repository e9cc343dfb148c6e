import type { Db, Tx } from '../../../platform/database.ts'
import { newId, newRandomId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { refuse } from '../../../platform/problem.ts'
import { createSeal, type KeyStore } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { whyNotMay } from '../../../access/policy.ts'
import type { Circle } from '../../../access/roles.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { findVote, lockVote } from '../queries.ts'
import { whyNotOpen, whyNotWithdraw } from '../rules.ts'
import { BALLOT_BYTES, type Questions, type Scale, type Texts } from '../schema.ts'
import { closeSeal } from '../seals/commands.ts'

type At = { id: string; path: readonly string[] }

export type Opening = {
  subject: { noun: string; id: string; text: Texts }
  circle: Circle
  questions: Questions
  scale: Scale
  voterIds: readonly string[]
}

/** Opens a vote under a new seal; whoever opens it facilitates it and does not vote. Returns its id. */
export async function openVote(db: Db, scope: Scope, keys: KeyStore, place: At, opening: Opening): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'vote.hold', place))
    const voterIds = [...new Set(opening.voterIds)]
    refuse(whyNotOpen({ voterIds, facilitatorId: scope.personId, openAlready: await isOpenOn(tx, scope, opening.subject) }))
    const sealId = newRandomId()
    const publicKey = Buffer.from(await createSeal(keys, sealId))
    await tx
      .insertInto('seal')
      .values({ tenantId: scope.tenantId, id: sealId, publicKey, sizeBytes: BALLOT_BYTES, recordedAt: scope.now })
      .execute()
    const voteId = newId(scope.now.getTime())
    await insertVote(tx, scope, { voteId, sealId, place, opening })
    const rows = voterIds.map((personId) => ({ tenantId: scope.tenantId, id: newRandomId(), voteId, personId }))
    await tx.insertInto('voteVoter').values(rows).execute()
    await record(tx, scope, { verb: 'vote_opened', noun: 'vote', nounId: voteId, unitId: place.id })
    return voteId
  })
}

/** Ends a vote unread: nobody learns what was in it. Returns the seal, whose key the caller destroys after the commit. */
export async function withdrawVote(db: Db, scope: Scope, jobs: Jobs, place: At, voteId: string): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    await lockVote(tx, scope, voteId, 'update')
    const vote = await findVote(tx, scope, place, voteId)
    refuse(whyNotMay(scope, 'vote.hold', place) ?? whyNotWithdraw(vote))
    await tx.updateTable('vote').set({ withdrawnAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', voteId).execute()
    await closeSeal(tx, scope, jobs, vote)
    await record(tx, scope, { verb: 'vote_withdrawn', noun: 'vote', nounId: voteId, unitId: place.id })
    return vote.sealId
  })
}

async function isOpenOn(tx: Tx, scope: Scope, subject: Opening['subject']): Promise<boolean> {
  const row = await tx
    .selectFrom('vote')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('subjectNoun', '=', subject.noun)
    .where('subjectId', '=', subject.id)
    .where('revealedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

async function insertVote(tx: Tx, scope: Scope, one: { voteId: string; sealId: string; place: At; opening: Opening }): Promise<void> {
  const { subject, circle, questions, scale } = one.opening
  await tx
    .insertInto('vote')
    .values({
      tenantId: scope.tenantId,
      id: one.voteId,
      subjectNoun: subject.noun,
      subjectId: subject.id,
      subject: JSON.stringify(subject.text),
      unitId: one.place.id,
      circle,
      questions: JSON.stringify(questions),
      scale: JSON.stringify(scale),
      facilitatorId: scope.personId,
      sealId: one.sealId,
      openedAt: scope.now,
    })
    .execute()
}
