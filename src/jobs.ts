import type { Job, Worker } from './platform/jobs.ts'
import { nudgeWorkers, studyNudge } from './slices/cycles/nudges/jobs.ts'
import { operationWorkers, receiptSweep, sealing } from './slices/operations/jobs.ts'
import { invitationLetter, letterWorkers, passwordChangedLetter, resetLetter } from './slices/people/letters/jobs.ts'
import { sessionWorkers, signInSweep } from './slices/people/sessions/jobs.ts'
import { commitmentReminder, commitmentWorkers } from './slices/strategy/commitments/reminders/jobs.ts'
import { surveyWorkers } from './slices/surveys/jobs.ts'
import { surveyCounting, surveyFold, surveyLetters, surveyReminders, surveyRound } from './slices/surveys/letters/jobs.ts'
import { destroyVoteKey, destroyVoteKeyWorker } from './slices/votes/jobs.ts'
import type { Deps } from './web/deps.ts'

/** Every kind of background work; the queues are made from this list. */
export const JOBS: readonly Job<never>[] = [
  sealing,
  receiptSweep,
  resetLetter,
  passwordChangedLetter,
  invitationLetter,
  signInSweep,
  destroyVoteKey,
  commitmentReminder,
  studyNudge,
  surveyLetters,
  surveyReminders,
  surveyFold,
  surveyCounting,
  surveyRound,
]

/** Who does it. */
export function workersOf(deps: Deps): Worker[] {
  return [
    ...operationWorkers(deps),
    ...letterWorkers(deps),
    ...sessionWorkers(deps),
    destroyVoteKeyWorker(deps.keys),
    ...commitmentWorkers(deps),
    ...nudgeWorkers(deps),
    ...surveyWorkers(deps),
  ]
}
