import { sql } from 'kysely'
import { dayIn } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { found } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import { endOf } from '../administrations/rules.ts'
import type { Survey } from '../administrations/schema.ts'
import { sealedAnswerSchema } from '../responding/schema.ts'
import { placesOf } from '../rules.ts'
import { type Scale, scalesSchema } from '../schema.ts'
import { listLinked } from './change/queries.ts'
import { linkedPlaces, type Pair, type Wave } from './change/rules.ts'
import { type Earlier, readBelow, readScales, readWave, readWords } from './rules.ts'
import type { PlaceBelow, Report, Summary } from './schema.ts'
import { listTogether } from './together/queries.ts'
import { readTogether } from './together/rules.ts'

type At = { id: string; slug: string; name: string }

/** What can be said of a survey at a place; nothing of it before the answers are counted. */
export async function findReport(tx: Tx, scope: Scope, place: At, survey: Survey): Promise<Report> {
  const { id: surveyId, mode, fewest, scales, closedAt, foldedAt, closesOn } = survey
  const over = closedAt !== null || dayIn(scope.timeZone, scope.now) > closesOn
  const about = { surveyId, place: { slug: place.slug, name: place.name }, mode, fewest }
  if (!foldedAt) return { ...about, stage: over ? 'counting' : 'open', scales: [], together: [], words: [] }
  const summaries = await listSummaries(tx, scope, surveyId, place)
  const keys = scales.map(({ key }) => key)
  const below = readBelow(keys, await listBelow(tx, scope, surveyId, place))
  const left = { fewest, summaries, below, waves: await listWaves(tx, scope, place, survey) }
  const said = readScales(scales, left)
  const words = readWords(await listWords(tx, scope, surveyId, place), { fewest, scales, said })
  const together = readTogether(await listTogether(tx, scope, surveyId, place), said)
  return { ...about, stage: 'counted', scales: said, together, words }
}

/** The place of a report: that of a short name, or else the one that asks. */
export async function findReportPlace(tx: Tx, scope: Scope, surveyId: string, slug: string | undefined) {
  const row = tx
    .selectFrom('surveyUnit as part')
    .innerJoin('survey', (on) => on.onRef('survey.tenantId', '=', 'part.tenantId').onRef('survey.id', '=', 'part.surveyId'))
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'part.tenantId').onRef('unit.id', '=', 'part.unitId'))
    .select(['unit.id', 'unit.slug', 'unit.name'])
    .where('part.tenantId', '=', scope.tenantId)
    .where('part.surveyId', '=', surveyId)
  const one = slug === undefined ? row.whereRef('part.unitId', '=', 'survey.unitId') : row.where('unit.slug', '=', slug)
  return found(await one.executeTakeFirst())
}

/** What a close left at one place; secret as the answers were, so it goes to reports/rules.ts and nowhere else. */
export async function listSummaries(tx: Tx, scope: Scope, surveyId: string, place: { id: string }): Promise<Summary[]> {
  return await tx
    .selectFrom('surveySummary')
    .select(['scaleKey', 'n', 'counts', 'moments', 'whole', 'schools'])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .where('unitId', '=', place.id)
    .$castTo<Summary>() // folding/commands.ts writes these columns
    .execute()
}

/** The counted places directly below a place, by name, with what was left of each. */
export async function listBelow(tx: Tx, scope: Scope, surveyId: string, place: { id: string }): Promise<PlaceBelow[]> {
  const places = await tx
    .selectFrom('surveyUnit as part')
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'part.tenantId').onRef('unit.id', '=', 'part.unitId'))
    .select(['unit.id', 'unit.slug', 'unit.name', sql<boolean>`unit.kind = 'school'`.as('isSchool')])
    .where('part.tenantId', '=', scope.tenantId)
    .where('part.surveyId', '=', surveyId)
    .where('part.parentId', '=', place.id)
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute()
  const parts = await listParts(tx, scope, surveyId, place)
  return places.flatMap(({ id, ...named }): PlaceBelow[] => {
    const left = parts.flatMap((part) => part.get(id) ?? [])
    return left.length > 0 ? left.map((one) => ({ ...named, ...one })) : [{ ...named, scaleKey: null, counts: null, moments: null }]
  })
}

type Part = Pick<Summary, 'scaleKey' | 'counts' | 'moments'>

/** What was left of each part at the places below, by place. A part comes as columns: of a state's districts, rows would be thousands. */
async function listParts(tx: Tx, scope: Scope, surveyId: string, place: { id: string }): Promise<Map<string, Part>[]> {
  const rows = await tx
    .selectFrom('surveySummary')
    // All as text that is taken apart here: made into JSON or arrays by the database, it would cost twice the time.
    .select(['scaleKey', sql<string>`string_agg(unit_id::text, ',')`.as('unitIds')])
    .select([sql<string>`string_agg(counts::text, ',')`.as('counts'), sql<string>`string_agg(moments::text, ',')`.as('moments')])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .where('parentId', '=', place.id)
    .groupBy('scaleKey')
    .execute()
  return rows.map(({ scaleKey, unitIds, ...texts }) => {
    const counts: Summary['counts'][] = JSON.parse(`[${texts.counts}]`)
    const moments: Summary['moments'][] = JSON.parse(`[${texts.moments}]`)
    const parts = unitIds.split(',').flatMap((id, at): [string, Part][] => {
      const [own, score] = [counts[at], moments[at]]
      return own && score ? [[id, { scaleKey, counts: own, moments: score }]] : []
    })
    return new Map(parts)
  })
}

/**
 * The words of a place and of all that lay below it at the close, mixed: from which of them each comes is not said. The close
 * kept them at the lowest places that may be told apart.
 */
async function listWords(tx: Tx, scope: Scope, surveyId: string, place: At) {
  return await tx
    .withRecursive('within', (within) =>
      within
        .selectFrom('surveyUnit')
        .select('unitId')
        .where('tenantId', '=', scope.tenantId)
        .where('surveyId', '=', surveyId)
        .where('unitId', '=', place.id)
        .union(
          within
            .selectFrom('surveyUnit as part')
            .innerJoin('within', 'within.unitId', 'part.parentId')
            .select('part.unitId')
            .where('part.tenantId', '=', scope.tenantId)
            .where('part.surveyId', '=', surveyId),
        ),
    )
    .selectFrom('surveyText as words')
    .innerJoin('within', 'within.unitId', 'words.unitId')
    .select(['words.itemKey', 'words.body'])
    .where('words.tenantId', '=', scope.tenantId)
    .where('words.surveyId', '=', surveyId)
    .orderBy('words.id') // of chance, so the order says nothing
    .execute()
}

/** The surveys of the place that ended before, the oldest first, each read as it was read then. */
async function listWaves(tx: Tx, scope: Scope, place: At, survey: Survey): Promise<Wave[]> {
  const rows = (await listCounted(tx, scope, place, survey.id))
    .map((row) => ({ ...row, endedOn: endOf(row, scope.timeZone) }))
    .filter(({ endedOn }) => endedOn < endOf(survey, scope.timeZone))
    .toSorted((a, b) => (a.endedOn < b.endedOn ? -1 : 1))
  const waves: Wave[] = []
  for (const row of rows) {
    const areLinked = row.mode !== 'anonymous' && survey.mode !== 'anonymous'
    const both = [row.surveyId, survey.id] as const
    const within = areLinked ? linkedPlaces(await listLinked(tx, scope, both), place.id) : []
    const linked = within.length > 0 ? await listPairs(tx, scope, within, both) : []
    const own = await listSummaries(tx, scope, row.surveyId, place)
    waves.push(...readWave(row, own, (scale) => pairsOf(linked, scale, row.scales, survey.scales)))
  }
  return waves
}

async function listCounted(
  tx: Tx,
  scope: Scope,
  place: At,
  but: string,
): Promise<(Earlier & Pick<Survey, 'mode' | 'closesOn' | 'closedAt'>)[]> {
  const rows = await tx
    .selectFrom('survey')
    .innerJoin('surveyUnit as part', (on) => on.onRef('part.tenantId', '=', 'survey.tenantId').onRef('part.surveyId', '=', 'survey.id'))
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .select(['survey.id as surveyId', 'survey.closesOn', 'survey.closedAt', 'survey.fewest', 'survey.mode', 'instrument.scales'])
    .where('survey.tenantId', '=', scope.tenantId)
    .where('part.unitId', '=', place.id)
    .where('survey.foldedAt', 'is not', null)
    .where('survey.id', '!=', but)
    .$narrowType<{ fewest: number; mode: Survey['mode'] }>() // columns that are never null, written from that type
    .execute()
  return rows.map((row) => ({ ...row, endedOn: row.closesOn, scales: scalesSchema.parse(row.scales) }))
}

type Linked = { before: Answers; after: Answers }
type Answers = (number | string | null)[]

/** What the same people answered in two surveys, at some places; a place that moved since is not looked for. */
async function listPairs(tx: Tx, scope: Scope, units: readonly string[], [before, after]: readonly [string, string]): Promise<Linked[]> {
  const rows = await tx
    .selectFrom('surveyResponse as one')
    .innerJoin('surveyResponse as other', (on) =>
      on.onRef('other.tenantId', '=', 'one.tenantId').onRef('other.personId', '=', 'one.personId'),
    )
    .select(['one.answers as before', 'other.answers as after'])
    .where('one.tenantId', '=', scope.tenantId)
    .where('one.surveyId', '=', before)
    .where('other.surveyId', '=', after)
    .where(sql<boolean>`other.unit_id = any(${[...units]}::uuid[])`)
    .execute()
  const parsed = (answers: unknown) => sealedAnswerSchema.shape.values.parse(answers)
  return rows.map((row) => ({ before: parsed(row.before), after: parsed(row.after) }))
}

function pairsOf(linked: readonly Linked[], scale: Scale, before: readonly Scale[], after: readonly Scale[]): Pair[] {
  const read = (scales: readonly Scale[]) => {
    const at = placesOf(scales).filter((one) => one.scale.key === scale.key)
    return (answers: Answers) =>
      at.map((one) => {
        const value = answers[one.at]
        return typeof value === 'number' ? value : null
      })
  }
  const [then, now] = [read(before), read(after)]
  return linked.map((one) => ({ before: then(one.before), after: now(one.after) }))
}
