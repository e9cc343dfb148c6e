import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import type { Scope } from '../../access/scope.ts'
import { visibleTo } from '../../access/visible.ts'
import { questionsSchema, scaleSchema, textsSchema, type Vote } from './schema.ts'
import { nameOf } from './voters/queries.ts'

/** A vote of a place, as the reader may know it. */
export async function findVote(tx: Tx, scope: Scope, place: { id: string }, voteId: string): Promise<Vote> {
  const row = await votes(tx, scope).where('vote.id', '=', voteId).where('vote.unitId', '=', place.id).executeTakeFirst()
  return voteOf(found(row))
}

/** All votes on one subject, the newest first. */
export async function listVotesOn(tx: Tx, scope: Scope, noun: string, subjectId: string): Promise<Vote[]> {
  const rows = await votes(tx, scope)
    .where('vote.subjectNoun', '=', noun)
    .where('vote.subjectId', '=', subjectId)
    .orderBy('vote.id', 'desc')
    .execute()
  return rows.map(voteOf)
}

/** The newest vote on each of several subjects that has not been withdrawn, by the subject's id. */
export async function latestVotesOn(tx: Tx, scope: Scope, noun: string, subjectIds: readonly string[]): Promise<Map<string, Vote>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await votes(tx, scope)
    .where('vote.subjectNoun', '=', noun)
    .where('vote.subjectId', 'in', subjectIds)
    .where('vote.withdrawnAt', 'is', null)
    .orderBy('vote.id')
    .execute()
  return new Map(rows.map((row) => [row.subjectId, voteOf(row)]))
}

/** Open votes in which the reader is asked and has not voted yet. */
export async function listVotesAwaitingMe(tx: Tx, scope: Scope): Promise<Vote[]> {
  const rows = await openVotes(tx, scope).orderBy('vote.id').execute()
  return rows.map(voteOf).filter((vote) => vote.iAmVoter && !vote.iHaveVoted)
}

/** Open votes of the reader in which everybody has voted, so that only the reveal is missing. */
export async function listVotesToReveal(tx: Tx, scope: Scope): Promise<Vote[]> {
  const rows = await openVotes(tx, scope).where('vote.facilitatorId', '=', scope.personId).orderBy('vote.id').execute()
  return rows.map(voteOf).filter((vote) => vote.ballotCount === vote.voterCount)
}

/** Voters share the vote, so that none waits for another; a reveal has it alone, so that no ballot slips in behind it. */
export async function lockVote(tx: Tx, scope: Scope, voteId: string, strength: 'share' | 'update'): Promise<void> {
  const query = tx.selectFrom('vote').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', voteId)
  found(await (strength === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst())
}

function openVotes(tx: Tx, scope: Scope) {
  return votes(tx, scope).where('vote.revealedAt', 'is', null).where('vote.withdrawnAt', 'is', null)
}

function votes(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('vote')
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'vote.tenantId').onRef('person.id', '=', 'vote.facilitatorId'))
    .selectAll('vote')
    .select(nameOf('person').as('facilitatorName'))
    .select(participation(scope.personId))
    .where('vote.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'vote'))
}

/** Counts, and the reader's own part; whether another person has voted is asked nowhere. */
function participation(me: string) {
  return [
    sql<number>`(select count(*) from vote_voter v where v.tenant_id = vote.tenant_id and v.vote_id = vote.id)`.as('voterCount'),
    sql<number>`(select count(*) from ballot b where b.tenant_id = vote.tenant_id and b.vote_id = vote.id)`.as('ballotCount'),
    sql<boolean>`exists (select from vote_voter v where v.tenant_id = vote.tenant_id and v.vote_id = vote.id and v.person_id = ${me})`.as(
      'iAmVoter',
    ),
    sql<boolean>`exists (select from ballot b where b.tenant_id = vote.tenant_id and b.vote_id = vote.id and b.person_id = ${me})`.as(
      'iHaveVoted',
    ),
  ]
}

type VoteRow = Awaited<ReturnType<ReturnType<typeof votes>['executeTakeFirstOrThrow']>>

function voteOf(row: VoteRow): Vote {
  const { id, subjectNoun, subjectId, unitId, sealId, openedAt, revealedAt, withdrawnAt, voterCount, ballotCount, iAmVoter, iHaveVoted } =
    row
  return {
    id,
    subjectNoun,
    subjectId,
    unitId,
    sealId,
    openedAt,
    revealedAt,
    withdrawnAt,
    voterCount,
    ballotCount,
    iAmVoter,
    iHaveVoted,
    subject: textsSchema.parse(row.subject),
    questions: questionsSchema.parse(row.questions),
    scale: scaleSchema.parse(row.scale),
    facilitator: { id: row.facilitatorId, name: row.facilitatorName },
  }
}
