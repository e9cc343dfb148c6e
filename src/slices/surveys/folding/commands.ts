import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { summaryToBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import type { Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { openSeal } from '../../../platform/sealed.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope, systemScope } from '../../../access/scope.ts'
import type { Deps } from '../../../web/deps.ts'
import { shuffled } from '../../votes/rules.ts'
import { lockSurvey } from '../administrations/queries.ts'
import { feedMeasures } from '../watching/commands.ts'
import { sealedAnswerSchema } from '../responding/schema.ts'
import type { Scale } from '../schema.ts'
import { countSome } from './counting/commands.ts'
import { findScales, findTallies, listResponses, listSealed, listUnits } from './queries.ts'
import { countedScales, publish, tallyOf } from './rules.ts'
import type { Counted, Published, Tallies, Together, Unit } from './schema.ts'
import { wordsOf } from './texts/rules.ts'
import { pairsOf, publishTogether } from './together/rules.ts'

type Kit = Pick<Deps, 'db' | 'clock' | 'keys'>

/**
 * Counts what was answered and keeps what may be told, in one transaction; of an anonymous survey all answers are destroyed
 * in it, and their key after the commit. Killed before the commit nothing has happened; killed after it, the next run
 * destroys the key.
 */
export async function foldClosed({ db, clock, keys }: Kit, of: { tenantId: string; surveyId: string }): Promise<void> {
  const scope = await systemScope(db, of.tenantId, clock.now())
  const sealId = await inTenant(db, scope, (tx) => foldIn(tx, scope, keys, of.surveyId))
  if (sealId) await keys.destroy(sealId)
}

/** Returns the seal whose key is to be destroyed after the commit. */
async function foldIn(tx: Tx, scope: Scope, keys: Deps['keys'], surveyId: string): Promise<string | null> {
  const survey = await lockSurvey(tx, scope, surveyId)
  if (!survey.closedAt) return null
  if (!survey.foldedAt) await fold(tx, scope, keys, survey)
  return survey.sealId
}

type Closed = { id: string; unitId: string; sealId: string | null; instrumentId: string; byRole: boolean; fewest: number }

async function fold(tx: Tx, scope: Scope, keys: Deps['keys'], survey: Closed): Promise<void> {
  const scales = await findScales(tx, scope, survey.instrumentId)
  const units = await listUnits(tx, scope, survey.id)
  const { tallies, answers } = survey.sealId
    ? await openSealed(tx, scope, keys, { ...survey, sealId: survey.sealId, scales })
    : await countRest(tx, scope, survey.id)
  const promised = { fewest: survey.fewest, isSealed: survey.sealId !== null }
  const published = countedScales(scales).flatMap((scale) =>
    publish(scale, { tallies: tallies.get(scale.key) ?? new Map(), units }, promised),
  )
  await keep(tx, scope, survey.id, published)
  const known = { pairs: pairsOf(scales, answers), tallies, units, published, isSealed: promised.isSealed }
  await keepTogether(tx, scope, survey.id, publishTogether(scales, known))
  await keepParents(tx, scope, survey.id, units)
  await feedMeasures(tx, scope, survey.id)
  await keepWords(tx, scope, survey, { scales, answers, units })
  await tx.deleteFrom('surveyTally').where('tenantId', '=', scope.tenantId).where('surveyId', '=', survey.id).execute()
  await tx.updateTable('survey').set({ foldedAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', survey.id).execute()
  await record(tx, scope, { verb: 'survey_counted', noun: 'survey', nounId: survey.id, unitId: survey.unitId })
}

type Opened = { tallies: Tallies; answers: Counted[] }

/** Opens the sealed answers in memory, in an order of chance, and destroys them. */
async function openSealed(tx: Tx, scope: Scope, keys: Deps['keys'], survey: Closed & { sealId: string; scales: Scale[] }): Promise<Opened> {
  const sealed = await listSealed(tx, scope, survey.id)
  const opened = sealed.length > 0 ? await openSeal(keys, survey.sealId, sealed) : []
  const own = opened.map((text) => sealedAnswerSchema.parse(JSON.parse(text))).filter((answer) => answer.surveyId === survey.id)
  const answers = shuffled(own, (n) => randomInt(n))
  await tx.deleteFrom('surveyAnswer').where('tenantId', '=', scope.tenantId).where('surveyId', '=', survey.id).execute()
  await tx.updateTable('seal').set({ openedAt: scope.now }).where('tenantId', '=', scope.tenantId).where('id', '=', survey.sealId).execute()
  return { tallies: tallyOf(survey.scales, answers, survey.byRole), answers }
}

/** What is left to count of confidential and named answers; nothing is destroyed, as was said before the first question. */
async function countRest(tx: Tx, scope: Scope, surveyId: string): Promise<Opened> {
  while ((await countSome(tx, scope, surveyId)) > 0);
  const answers = await listResponses(tx, scope, surveyId)
  return { tallies: await findTallies(tx, scope, surveyId), answers: shuffled(answers, (n) => randomInt(n)) }
}

async function keep(tx: Tx, scope: Scope, surveyId: string, published: readonly Published[]): Promise<void> {
  const rows = published.map(({ counts, moments, whole, schools, ...rest }) => ({
    ...rest,
    tenantId: scope.tenantId,
    id: newRandomId(),
    surveyId,
    counts: JSON.stringify(counts),
    moments: JSON.stringify(moments),
    schools: schools && JSON.stringify(schools),
    whole: whole && Buffer.from(summaryToBytes(whole)),
  }))
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx
      .insertInto('surveySummary')
      .values(rows.slice(at, at + BATCH))
      .execute()
  }
}

async function keepTogether(tx: Tx, scope: Scope, surveyId: string, together: readonly Together[]): Promise<void> {
  const rows = together.map(({ people, schools, ...rest }) => ({
    ...rest,
    tenantId: scope.tenantId,
    id: newRandomId(),
    surveyId,
    people: people && JSON.stringify(people),
    schools: schools && JSON.stringify(schools),
  }))
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx
      .insertInto('surveyCorrelation')
      .values(rows.slice(at, at + BATCH))
      .execute()
  }
}

/** A statement has room for 65,535 values. */
const BATCH = 2000

/** Which counted place stands above each. */
async function keepParents(tx: Tx, scope: Scope, surveyId: string, units: readonly Unit[]): Promise<void> {
  const declared = new Set(units.map(({ unitId }) => unitId))
  const parents = units.map(({ path }) => path.slice(0, -1).findLast((above) => declared.has(above)) ?? null)
  await sql`
    update survey_unit set parent_id = above.parent_id
    from unnest(${units.map(({ unitId }) => unitId)}::uuid[], ${parents}::uuid[]) as above (unit_id, parent_id)
    where survey_unit.tenant_id = ${scope.tenantId} and survey_unit.survey_id = ${surveyId} and survey_unit.unit_id = above.unit_id`.execute(
    tx,
  )
}

type Written = { scales: readonly Scale[]; answers: readonly Counted[]; units: readonly Unit[] }

async function keepWords(tx: Tx, scope: Scope, survey: Closed, { scales, answers, units }: Written): Promise<void> {
  // Each on its own: two questions in the same order would tell which of their texts one person wrote.
  const words = shuffled(wordsOf(scales, answers, units, survey.fewest), (n) => randomInt(n))
  for (let at = 0; at < words.length; at += BATCH) {
    const some = words.slice(at, at + BATCH)
    const rows = some.map((one) => ({ tenantId: scope.tenantId, id: newRandomId(), surveyId: survey.id, ...one }))
    await tx.insertInto('surveyText').values(rows).execute()
  }
}
