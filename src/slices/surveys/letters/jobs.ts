import { defineJob } from '../../../platform/jobs.ts'

/** Brings the links of a survey to its people. */
export const surveyLetters = defineJob<{ tenantId: string; surveyId: string }>('surveys_letters', { retryLimit: 10 })

/** Writes once more to those from whom no answer has come. */
export const surveyReminders = defineJob<{ tenantId: string; surveyId: string }>('surveys_reminders', { retryLimit: 10 })

/** Counts what was sealed, once a survey is closed. */
export const surveyFold = defineJob<{ tenantId: string; surveyId: string }>('surveys_fold', { retryLimit: 20 })

/** Every minute, and every few seconds while they come: counts confidential and named answers. */
export const surveyCounting = defineJob<object>('surveys_counting', { schedule: '* * * * *' })

/** Every hour: closes what is over and counts who has answered, once a day. */
export const surveyRound = defineJob<object>('surveys_round', { schedule: '15 * * * *' })
