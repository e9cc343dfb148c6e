import { createHash } from 'node:crypto'
import { dayIn } from '../../../platform/clock.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { actorOf, newRow } from '../../../access/new-row.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { countsFor } from '../administrations/rules.ts'
import type { Group } from '../administrations/schema.ts'
import { findInstrument } from '../instruments/queries.ts'
import { surveyFold } from '../letters/jobs.ts'
import { placesOf } from '../rules.ts'
import { type AnswersFile, listPaths, readAnswers } from './queries.ts'
import { whyNotAccept, whyNotBring } from './rules.ts'
import type { Acceptance, ReadRow } from './schema.ts'

type At = { id: string; name: string; path: readonly string[] }
type Brought = Pick<AnswersFile, 'bytes' | 'columns'> & { fileName: string; acceptance: Acceptance }

/**
 * Makes a survey that is over of answers that were given elsewhere, and sees to the counting. Confidential, and nobody's:
 * whose a row is, the file may say and nothing here keeps. Returns its id.
 */
export async function bringAnswers(db: Db, scope: Scope, jobs: Jobs, place: At, instrumentId: string, brought: Brought): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotBring(scope, place))
    const instrument = await findInstrument(tx, scope, place, instrumentId)
    const { acceptance, fileName } = brought
    const row = { ...newRow(scope), instrumentId, unitId: place.id, openedBy: actorOf(scope) }
    const { gatheredOn, fewest, byRole } = acceptance
    const languages = JSON.stringify(instrument.languages)
    await tx
      .insertInto('survey')
      .values({
        ...row,
        mode: 'confidential',
        roles: '[]',
        languages,
        opensOn: gatheredOn,
        closesOn: gatheredOn,
        fewest,
        byRole,
        closedAt: scope.now,
      })
      .execute()
    const kept = await keepAnswers(tx, scope, place, row.id, { ...brought, places: placesOf(instrument.scales) })
    refuse(whyNotAccept(acceptance, kept.n, dayIn(scope.timeZone, scope.now))?.reason)
    await keepUnits(tx, scope, place, row.id, kept.unitIds)
    await keepSource(tx, scope, { surveyId: row.id, unitId: place.id, instrumentId, fileName, respondents: kept.n, bytes: brought.bytes })
    await jobs.enqueue(tx, surveyFold, { tenantId: scope.tenantId, surveyId: row.id })
    await record(tx, scope, { verb: 'survey_answers_brought', noun: 'survey', nounId: row.id, unitId: place.id, content: acceptance })
    return row.id
  })
}

/** A statement has room for 65,535 values. */
const BATCH = 5000

const OF_NO_GROUP: Group = 'other'

type Kept = { n: number; unitIds: Set<string> }

/** Row by row, so that a large file never lies in memory as rows. */
async function keepAnswers(
  tx: Tx,
  scope: Scope,
  place: At,
  surveyId: string,
  file: AnswersFile & Pick<Brought, 'acceptance'>,
): Promise<Kept> {
  const kept: Kept = { n: 0, unitIds: new Set() }
  let batch: ReadRow[] = []
  const flush = async () => {
    if (batch.length > 0) await insertAnswers(tx, scope, surveyId, batch)
    batch = []
  }
  for await (const read of readAnswers(tx, scope, place, file)) {
    if (read.is !== 'answers') continue
    kept.n += 1
    kept.unitIds.add(read.answers.unitId)
    batch.push({ ...read.answers, role: file.acceptance.byRole ? (read.answers.role ?? OF_NO_GROUP) : null })
    if (batch.length === BATCH) await flush()
  }
  await flush()
  return kept
}

async function insertAnswers(tx: Tx, scope: Scope, surveyId: string, rows: readonly ReadRow[]): Promise<void> {
  const row = () => ({ tenantId: scope.tenantId, id: newRandomId(), surveyId })
  const values = rows.map(({ unitId, role, values: answers }) => ({ ...row(), unitId, role, answers: JSON.stringify(answers) }))
  await tx.insertInto('surveyResponse').values(values).execute()
}

/** The places that are counted. How many were asked is not known here, and how many answered at a small school must not be told. */
async function keepUnits(tx: Tx, scope: Scope, place: At, surveyId: string, unitIds: ReadonlySet<string>): Promise<void> {
  const paths = await listPaths(tx, scope, [...unitIds])
  const counted = new Set([place.id, ...paths.flatMap(({ id, path }) => countsFor(path, place, id))])
  const rows = [...counted].map((unitId) => ({ tenantId: scope.tenantId, id: newRandomId(), surveyId, unitId, invited: 0 }))
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx
      .insertInto('surveyUnit')
      .values(rows.slice(at, at + BATCH))
      .execute()
  }
}

type NewSource = { surveyId: string; unitId: string; instrumentId: string; fileName: string; respondents: number; bytes: Uint8Array }

/** The same file counts once: a second time would count everybody twice. */
async function keepSource(tx: Tx, scope: Scope, { bytes, ...source }: NewSource): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest()
  const done = await tx
    .insertInto('surveySource')
    .values({ ...newRow(scope), ...source, sha256, broughtBy: actorOf(scope) })
    .onConflict((conflict) => conflict.columns(['tenantId', 'unitId', 'instrumentId', 'sha256']).doNothing())
    .executeTakeFirst()
  refuse(done.numInsertedOrUpdatedRows === 0n ? 'surveys.answers_known' : undefined)
}
