import { defineJob, defineWorker, type Worker } from '../../../platform/jobs.ts'
import type { Deps } from '../../../web/deps.ts'
import { sweepSignIn } from './commands.ts'

/** Every night, what has run out goes. */
export const signInSweep = defineJob<Record<never, never>>('people_sign_in_sweep', { schedule: '17 3 * * *' })

export function sessionWorkers(deps: Pick<Deps, 'db' | 'clock'>): Worker[] {
  return [defineWorker(signInSweep, () => sweepSignIn(deps))]
}
