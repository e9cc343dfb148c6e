import type { Tx } from '../../../platform/database.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { Scope } from '../../../access/scope.ts'
import { destroyVoteKey } from '../jobs.ts'
import type { Vote } from '../schema.ts'

/** Blanks what was sealed, marks the seal and sees to the end of its key; participation stays. */
export async function closeSeal(tx: Tx, scope: Scope, jobs: Jobs, vote: Vote): Promise<void> {
  await tx.updateTable('ballot').set({ sealed: null }).where('tenantId', '=', scope.tenantId).where('voteId', '=', vote.id).execute()
  await tx.updateTable('seal').set({ openedAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', vote.sealId).execute()
  await jobs.enqueue(tx, destroyVoteKey, { sealId: vote.sealId })
}
