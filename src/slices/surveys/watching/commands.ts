import type { Db, Tx } from '../../../platform/database.ts'
import { found, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { newRow } from '../../../access/new-row.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { textIn } from '../../../messages/text.ts'
import { createFormats } from '../../../ui/format.ts'
import { addPoint, createMeasure } from '../../measures/commands.ts'
import { listPoints } from '../../measures/queries.ts'
import { findSurvey } from '../administrations/queries.ts'
import { inLanguage, optionCount, whyNotRun } from '../rules.ts'
import type { Scale } from '../schema.ts'
import { listWatched, listWatchingUnits, listWaves } from './queries.ts'
import { isSameScale, type Point, pointOf, whyNotWatch } from './rules.ts'
import type { WatchForm, Watched, Wave } from './schema.ts'

type At = { id: string; kind: string; path: readonly string[] }

/** Makes a scale a measure of the place, with a point for every survey that asked it so far. Returns the measure's id. */
export async function watchScale(db: Db, scope: Scope, place: At, surveyId: string, form: WatchForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotRun(scope, place))
    const survey = await findSurvey(tx, scope, place, surveyId)
    const scale = found(survey.scales.find((one) => one.key === form.scale))
    refuse(whyNotWatch(scale, await listWatched(tx, scope, place)))
    const measureId = await createMeasure(tx, scope, place, { ...measureOf(scope, scale), goalId: form.goalId, variable: form.variable })
    const row = { ...newRow(scope), unitId: place.id, measureId, instrumentId: survey.instrumentId, scaleKey: scale.key }
    await tx.insertInto('surveyWatching').values(row).execute()
    await record(tx, scope, { verb: 'survey_scale_watched', noun: 'survey_watching', nounId: row.id, unitId: place.id, content: form })
    await feed(tx, scope, place, { measureId, scale }, await listWaves(tx, scope, place))
    return measureId
  })
}

/** Adds what a close left to the measures of the places that watch one of its scales. */
export async function feedMeasures(tx: Tx, scope: Scope, surveyId: string): Promise<void> {
  const ids = await listWatchingUnits(tx, scope, surveyId)
  if (ids.length === 0) return
  const places = await tx
    .selectFrom('unit')
    .select(['id', 'kind', 'path'])
    .where('tenantId', '=', scope.tenantId)
    .where('id', 'in', ids)
    .execute()
  for (const place of places) {
    const waves = await listWaves(tx, scope, place, surveyId)
    for (const watched of await listWatched(tx, scope, place)) await feed(tx, scope, place, watched, waves)
  }
}

/** One point a day: of two surveys that end on one day, the first holds. */
async function feed(tx: Tx, scope: Scope, place: At, { measureId, scale }: Pick<Watched, 'measureId' | 'scale'>, waves: readonly Wave[]) {
  const known = new Set((await listPoints(tx, scope, [measureId])).map((point) => point.observedOn))
  for (const wave of waves.filter((one) => isSameScale(one.scale, scale))) {
    const point = pointOf(wave)
    if (!point || known.has(wave.endedOn)) continue
    known.add(wave.endedOn)
    const observation = { observedOn: wave.endedOn, value: point.value, events: null, total: null, note: noteOf(scope, point) }
    await addPoint(tx, scope, place, measureId, observation)
  }
}

function noteOf(scope: Scope, { n, interval }: Point): string {
  const { number } = createFormats({ language: scope.mainLanguage, timeZone: scope.timeZone, now: scope.now })
  if (!interval) return textIn(scope.mainLanguage, 'surveys.watch_note_people', { n })
  return textIn(scope.mainLanguage, 'surveys.watch_note', { n, lower: number(interval.lower, 2), upper: number(interval.upper, 2) })
}

function measureOf(scope: Scope, scale: Scale) {
  const values = { purpose: inLanguage(scale.purpose, scope.mainLanguage), items: scale.items.length, most: optionCount(scale) }
  return {
    name: inLanguage(scale.name, scope.mainLanguage).slice(0, 120),
    kind: 'value' as const,
    unitOfMeasure: textIn(scope.mainLanguage, 'surveys.watch_unit', values),
    better: 'up' as const,
    definition: textIn(scope.mainLanguage, 'surveys.watch_definition', values).slice(0, 2000),
    ownerId: null,
    circle: 'school' as const,
  }
}
