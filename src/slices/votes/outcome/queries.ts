import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { type Consensus, type KeptArgument, type Outcome, type Scores, scoresSchema, type Vote } from '../schema.ts'
import { nameOf } from '../voters/queries.ts'

/** What is left of the votes after the reveal; nothing before it. */
export async function findOutcome(tx: Tx, scope: Scope, vote: Vote): Promise<Outcome | undefined> {
  if (!vote.revealedAt) return undefined
  const scores = await listScores(tx, scope, vote.id)
  const kept = await listKeptArguments(tx, scope, vote.id)
  return { scores, kept, consensus: await findConsensus(tx, scope, vote.id) }
}

/** The ids are random, so their order says nothing about who voted when. */
async function listScores(tx: Tx, scope: Scope, voteId: string): Promise<Scores[]> {
  const rows = await tx
    .selectFrom('voteResult')
    .select('scores')
    .where('tenantId', '=', scope.tenantId)
    .where('voteId', '=', voteId)
    .orderBy('id')
    .execute()
  return rows.map((row) => scoresSchema.parse(row.scores))
}

async function listKeptArguments(tx: Tx, scope: Scope, voteId: string): Promise<KeptArgument[]> {
  return await tx
    .selectFrom('voteArgument')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'voteArgument.tenantId').onRef('person.id', '=', 'voteArgument.personId'))
    .select(['voteArgument.id', 'voteArgument.argument', nameOf('person').$castTo<string | null>().as('name')])
    .where('voteArgument.tenantId', '=', scope.tenantId)
    .where('voteArgument.voteId', '=', voteId)
    .orderBy('voteArgument.id')
    .execute()
}

async function findConsensus(tx: Tx, scope: Scope, voteId: string): Promise<Consensus | undefined> {
  return await tx
    .selectFrom('voteConsensus')
    .innerJoin('person', (on) =>
      on.onRef('person.tenantId', '=', 'voteConsensus.tenantId').onRef('person.id', '=', 'voteConsensus.statedBy'),
    )
    .select(['voteConsensus.statement', 'voteConsensus.recordedAt', 'voteConsensus.version', nameOf('person').as('statedBy')])
    .where('voteConsensus.tenantId', '=', scope.tenantId)
    .where('voteConsensus.voteId', '=', voteId)
    .executeTakeFirst()
}
