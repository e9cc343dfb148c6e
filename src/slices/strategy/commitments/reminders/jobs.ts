import { defineJob, defineWorker, type Worker } from '../../../../platform/jobs.ts'
import type { Deps } from '../../../../web/deps.ts'
import { remindOwner } from './commands.ts'
import type { ReminderData } from '../schema.ts'

/** Reminds the owner of a commitment a few days before it is due, and on the day. */
export const commitmentReminder = defineJob<ReminderData>('strategy_commitment_reminder')

export function commitmentWorkers(deps: Deps): Worker[] {
  return [defineWorker(commitmentReminder, (data) => remindOwner(deps, data))]
}
