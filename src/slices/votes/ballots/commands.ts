import type { Db, Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { refuse } from '../../../platform/problem.ts'
import { seal } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { findVote, lockVote } from '../queries.ts'
import { whyNotCast } from '../rules.ts'
import { type Ballot, BALLOT_BYTES, type SealedBallot, type Vote } from '../schema.ts'

type At = { id: string }

/**
 * Seals a ballot; before the reveal a new one takes the place of the last. The event names nobody and carries nothing:
 * its salt is kept beside its digest, and five to the power of a few questions is soon tried out.
 */
export async function castBallot(db: Db, scope: Scope, place: At, voteId: string, ballot: Ballot): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    await lockVote(tx, scope, voteId, 'share')
    const vote = await findVote(tx, scope, place, voteId)
    refuse(whyNotCast(vote, scope.personId))
    const content: SealedBallot = { voteId, personId: scope.personId, ...ballot }
    const sealed = Buffer.from(await seal(await publicKeyOf(tx, scope, vote), BALLOT_BYTES, JSON.stringify(content)))
    await tx
      .insertInto('ballot')
      .values({ tenantId: scope.tenantId, id: newRandomId(), voteId, personId: scope.personId, sealed })
      .onConflict((conflict) => conflict.columns(['tenantId', 'voteId', 'personId']).doUpdateSet({ sealed }))
      .execute()
    await record(tx, scope, { verb: 'ballot_cast', noun: 'vote', nounId: voteId, unitId: place.id, anonymous: true })
  })
}

async function publicKeyOf(tx: Tx, scope: Scope, vote: Vote): Promise<Uint8Array> {
  const row = await tx
    .selectFrom('seal')
    .select('publicKey')
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', vote.sealId)
    .executeTakeFirstOrThrow()
  return row.publicKey
}
