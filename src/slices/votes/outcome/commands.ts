import { randomInt } from 'node:crypto'
import type { Db, Tx } from '../../../platform/database.ts'
import { newId, newRandomId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { Problem, refuse, stale } from '../../../platform/problem.ts'
import { type KeyStore, openSeal } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { findVote, lockVote } from '../queries.ts'
import { keptArguments, shuffled, whyNotReveal, whyNotStateConsensus } from '../rules.ts'
import { type SealedBallot, sealedBallotSchema, type Vote } from '../schema.ts'
import { closeSeal } from '../seals/commands.ts'

type At = { id: string }

/**
 * Opens the seals in memory and keeps scores and arguments apart, shuffled, without a way back to their rows. Returns the
 * seal, whose key the caller destroys once the transaction has been committed; a job does it where the program was killed.
 */
export async function revealVote(db: Db, scope: Scope, deps: { keys: KeyStore; jobs: Jobs }, place: At, voteId: string): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    await lockVote(tx, scope, voteId, 'update')
    const vote = await findVote(tx, scope, place, voteId)
    refuse(whyNotReveal(vote, scope.personId))
    const ballots = await openBallots(tx, scope, deps.keys, vote)
    await keepResults(tx, scope, voteId, ballots)
    await tx.updateTable('vote').set({ revealedAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', voteId).execute()
    await closeSeal(tx, scope, deps.jobs, vote)
    await record(tx, scope, { verb: 'vote_revealed', noun: 'vote', nounId: voteId, unitId: place.id })
    return vote.sealId
  })
}

/** Writes down what the group agreed after it saw the spread; `version` is 0 for the first time. */
export async function stateConsensus(
  db: Db,
  scope: Scope,
  place: At,
  voteId: string,
  consensus: { statement: string; version: number },
): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    await lockVote(tx, scope, voteId, 'update')
    refuse(whyNotStateConsensus(await findVote(tx, scope, place, voteId), scope.personId))
    await writeConsensus(tx, scope, voteId, consensus)
    await record(tx, scope, { verb: 'consensus_stated', noun: 'vote', nounId: voteId, unitId: place.id, content: consensus })
  })
}

async function openBallots(tx: Tx, scope: Scope, keys: KeyStore, vote: Vote): Promise<SealedBallot[]> {
  const rows = await tx
    .selectFrom('ballot')
    .select(['personId', 'sealed'])
    .where('tenantId', '=', scope.tenantId)
    .where('voteId', '=', vote.id)
    .execute()
  if (!(await keys.get(vote.sealId))) throw new Problem(409, 'votes.key_gone')
  const opened = await openSeal(
    keys,
    vote.sealId,
    rows.flatMap((row) => row.sealed ?? []),
  ).catch(() => [])
  const ballots = opened.map((text) => sealedBallotSchema.parse(JSON.parse(text)))
  const inPlace = rows.every((row, at) => ballots[at]?.voteId === vote.id && ballots[at].personId === row.personId)
  if (!inPlace) throw new Problem(409, 'votes.seals_broken')
  return ballots
}

async function keepResults(tx: Tx, scope: Scope, voteId: string, ballots: SealedBallot[]): Promise<void> {
  const row = () => ({ tenantId: scope.tenantId, id: newRandomId(), voteId })
  const results = shuffled(ballots, (n) => randomInt(n)).map((ballot) => ({ ...row(), scores: JSON.stringify(ballot.scores) }))
  await tx.insertInto('voteResult').values(results).execute()
  const kept = shuffled(keptArguments(ballots), (n) => randomInt(n)).map((one) => ({ ...row(), ...one }))
  if (kept.length > 0) await tx.insertInto('voteArgument').values(kept).execute()
}

async function writeConsensus(
  tx: Tx,
  scope: Scope,
  voteId: string,
  { statement, version }: { statement: string; version: number },
): Promise<void> {
  const row = { statement, statedBy: scope.personId, recordedAt: scope.now }
  const first = { tenantId: scope.tenantId, id: newId(scope.now.getTime()), voteId, ...row }
  const written = await tx
    .insertInto('voteConsensus')
    .values(first)
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'voteId'])
        .doUpdateSet({ ...row, version: version + 1 })
        .where('voteConsensus.version', '=', version),
    )
    .returning('id')
    .executeTakeFirst()
  if (!written) stale()
}
