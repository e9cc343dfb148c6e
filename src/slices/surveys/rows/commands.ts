import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Db } from '../../../platform/database.ts'
import { notHere, refuse } from '../../../platform/problem.ts'
import type { KeyStore } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { findSurvey, lockSurvey } from '../administrations/queries.ts'
import { findResearchSurvey, listAnswers, listNamed } from './queries.ts'
import { pseudonymOf, sheetOf, whyNotDownload, whyNotReadNames } from './rules.ts'

type At = { id: string; path: readonly string[] }

/** Reads the named answers of a place; that they were read is recorded in the same transaction, for those who gave them. */
export async function readNamedAnswers(db: Db, scope: Scope, place: At, surveyId: string) {
  return await inTenant(db, scope, async (tx) => {
    const survey = await findSurvey(tx, scope, place, surveyId)
    if (survey.mode === 'anonymous') notHere()
    refuse(whyNotReadNames(scope, survey, place))
    const answers = await listNamed(tx, scope, survey.id, place)
    await record(tx, scope, { verb: 'survey_answers_read', noun: 'survey', nounId: survey.id, unitId: place.id })
    return { survey, answers }
  })
}

/** Hands the answers of a confidential survey to research, under pseudonyms; every time is recorded. */
export async function downloadAnswers(db: Db, scope: Scope, keys: KeyStore, surveyId: string) {
  return await inTenant(db, scope, async (tx) => {
    const survey = await findResearchSurvey(tx, scope, surveyId)
    refuse(whyNotDownload(survey))
    // Held, so that two first downloads do not make two keys.
    await lockSurvey(tx, scope, survey.id)
    const key = await keyOf(keys, survey.id)
    const answers = await listAnswers(tx, scope, survey.id)
    await record(tx, scope, { verb: 'survey_answers_downloaded', noun: 'survey', nounId: survey.id, unitId: survey.unitId })
    const rows = answers.map(({ id, personId, ...answer }) => ({ ...answer, pseudonym: pseudonymOf(key, personId ?? id) }))
    return sheetOf(survey.scales, rows)
  })
}

/** The key of the pseudonyms of a survey; it lies where seals have theirs, outside the database and its backups. */
async function keyOf(keys: KeyStore, surveyId: string): Promise<KeyObject> {
  const kept = await keys.get(surveyId)
  if (kept) return createSecretKey(kept)
  const key = randomBytes(32)
  await keys.put(surveyId, key)
  return createSecretKey(key)
}
