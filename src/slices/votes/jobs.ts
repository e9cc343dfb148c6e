import { defineJob, defineWorker, type Worker } from '../../platform/jobs.ts'
import type { KeyStore } from '../../platform/sealed.ts'

/** Enqueued with a reveal: a program that is killed between the commit and the end of the key catches up on its next start. */
export const destroyVoteKey = defineJob<{ sealId: string }>('votes_destroy_key', { retryLimit: 20 })

export function destroyVoteKeyWorker(keys: KeyStore): Worker {
  return defineWorker(destroyVoteKey, ({ sealId }) => keys.destroy(sealId))
}
