import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Database, Db } from '../../../platform/database.ts'
import { notHere, refuse } from '../../../platform/problem.ts'
import type { KeyStore } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { findSurvey, lockSurvey } from '../administrations/queries.ts'
import { findMarks, findResearchSurvey, findUnitNames, listAnswers, listNamed } from './queries.ts'
import { type Line, linesOf, orderOf, piecesOf, whyNotDownload, whyNotReadNames } from './rules.ts'
import type { Download } from './schema.ts'

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

/**
 * Hands the answers of a confidential survey to research, under pseudonyms; every time is recorded. What is handed out stays
 * in the database until `readDownload` fetches it, which must not begin before this is committed.
 */
export async function downloadAnswers(db: Db, scope: Scope, keys: KeyStore, surveyId: string): Promise<Download> {
  return await inTenant(db, scope, async (tx) => {
    const survey = await findResearchSurvey(tx, scope, surveyId)
    refuse(whyNotDownload(survey))
    // Held, so that two first downloads do not make two keys.
    await lockSurvey(tx, scope, survey.id)
    const key = await keyOf(keys, survey.id)
    await record(tx, scope, { verb: 'survey_answers_downloaded', noun: 'survey', nounId: survey.id, unitId: survey.unitId })
    const unitNames = await findUnitNames(tx, scope, survey.id)
    return { survey, unitNames, marks: await findMarks(tx, scope, survey.id), key }
  })
}

/**
 * The lines of a download, piece by piece as they are taken; each is read in a transaction of its own, so that whoever takes
 * long keeps no connection. They are one file all the same: after the close no answer is added or changed, and what an
 * operator deletes meanwhile is left out. The right to them was asked when the download was recorded and is not asked again:
 * whoever had it then could have taken all at that moment.
 */
export async function* readDownload(db: Database, scope: Scope, download: Download): AsyncGenerator<Line[]> {
  const read = async (piece: ReadonlyMap<string, string>) => {
    const answers = await inTenant(db, scope, (tx) => listAnswers(tx, scope, download.survey.id, [...piece.keys()]))
    return linesOf(download, piece, answers)
  }
  yield* oneAhead(piecesOf(orderOf(download)), read)
}

/** While one is taken the next is fetched, so that database and program work side by side; nothing is fetched further ahead. */
async function* oneAhead<Item, Result>(items: Iterable<Item>, fetch: (item: Item) => Promise<Result>): AsyncGenerator<Result> {
  let next: Promise<Result> | undefined
  for (const item of items) {
    const fetched = await next
    next = fetch(item)
    next.catch(() => {}) // told where it is awaited; whoever has gone away is told nothing, and that must not end the program
    if (fetched) yield fetched
  }
  if (next) yield await next
}

/** The key of the pseudonyms of a survey; it lies where seals have theirs, outside the database and its backups. */
async function keyOf(keys: KeyStore, surveyId: string): Promise<KeyObject> {
  const kept = await keys.get(surveyId)
  if (kept) return createSecretKey(kept)
  const key = randomBytes(32)
  await keys.put(surveyId, key)
  return createSecretKey(key)
}
