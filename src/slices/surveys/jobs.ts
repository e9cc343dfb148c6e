import { defineWorker, type Worker } from '../../platform/jobs.ts'
import type { Deps } from '../../web/deps.ts'
import { foldClosed } from './folding/commands.ts'
import { sendSurveyLetters, sendSurveyReminders } from './letters/commands.ts'
import { countWaiting } from './folding/counting/commands.ts'
import { surveyCounting, surveyFold, surveyLetters, surveyReminders, surveyRound } from './letters/jobs.ts'
import { goRound } from './participation/commands.ts'

export function surveyWorkers(deps: Deps): Worker[] {
  return [
    defineWorker(surveyLetters, (data) => sendSurveyLetters(deps, data)),
    defineWorker(surveyReminders, (data) => sendSurveyReminders(deps, data)),
    defineWorker(surveyFold, (data) => foldClosed(deps, data)),
    defineWorker(surveyCounting, () => countWaiting(deps)),
    defineWorker(surveyRound, () => goRound(deps)),
  ]
}
