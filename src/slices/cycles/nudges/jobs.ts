import { defineJob, defineWorker, type Worker } from '../../../platform/jobs.ts'
import type { Deps } from '../../../web/deps.ts'
import { nudgeLeaders } from './commands.ts'

/** Every hour, so that each time zone has its own morning. */
export const studyNudge = defineJob<object>('cycles_study_nudge', { schedule: '0 * * * *' })

export function nudgeWorkers(deps: Deps): Worker[] {
  return [defineWorker(studyNudge, () => nudgeLeaders(deps))]
}
