import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import { endOf } from '../administrations/rules.ts'
import { type Scale, scalesSchema } from '../schema.ts'
import type { Watched, Wave } from './schema.ts'

type At = { id: string }

/** The scales that a place watches, those too whose measure the reader may not see: none is watched twice. */
export async function listWatched(tx: Tx, scope: Scope, place: At): Promise<Watched[]> {
  const rows = await tx
    .selectFrom('surveyWatching as watching')
    .innerJoin('measure', (on) => on.onRef('measure.tenantId', '=', 'watching.tenantId').onRef('measure.id', '=', 'watching.measureId'))
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'watching.tenantId').onRef('instrument.id', '=', 'watching.instrumentId'),
    )
    .select(['measure.id as measureId', 'measure.name as measureName', 'watching.scaleKey', 'instrument.scales'])
    .select(visibleTo(scope, 'measure').as('isSeen'))
    .where('watching.tenantId', '=', scope.tenantId)
    .where('watching.unitId', '=', place.id)
    .orderBy('measure.name')
    .execute()
  return rows.flatMap(({ scaleKey, scales, ...row }) => {
    const scale = scaleNamed(scales, scaleKey)
    return scale ? [{ ...row, scale }] : []
  })
}

/** What the closes of all surveys left at a place, the oldest first; of one survey alone where it is named. */
export async function listWaves(tx: Tx, scope: Scope, place: At, surveyId?: string): Promise<Wave[]> {
  const all = tx
    .selectFrom('surveySummary as summary')
    .innerJoin('survey', (on) => on.onRef('survey.tenantId', '=', 'summary.tenantId').onRef('survey.id', '=', 'summary.surveyId'))
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .select(['survey.id as surveyId', 'survey.closesOn', 'survey.closedAt', 'summary.scaleKey', 'summary.n', 'summary.moments'])
    .select('summary.counts')
    .select('instrument.scales')
    .where('summary.tenantId', '=', scope.tenantId)
    .where('summary.unitId', '=', place.id)
    .orderBy('survey.id')
    .$narrowType<Pick<Wave, 'moments' | 'counts'>>() // folding/commands.ts writes them
  const rows = await (surveyId ? all.where('survey.id', '=', surveyId) : all).execute()
  return rows.flatMap(({ scaleKey, scales, closesOn, closedAt, ...row }) => {
    const scale = scaleNamed(scales, scaleKey)
    return scale ? [{ ...row, scale, endedOn: endOf({ closesOn, closedAt }, scope.timeZone) }] : []
  })
}

/** The places that watch a scale of their own, which a close may feed. */
export async function listWatchingUnits(tx: Tx, scope: Scope, surveyId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('surveyWatching as watching')
    .innerJoin('surveySummary as summary', (on) =>
      on.onRef('summary.tenantId', '=', 'watching.tenantId').onRef('summary.unitId', '=', 'watching.unitId'),
    )
    .select('watching.unitId')
    .distinct()
    .where('watching.tenantId', '=', scope.tenantId)
    .where('summary.surveyId', '=', surveyId)
    .execute()
  return rows.map((row) => row.unitId)
}

function scaleNamed(scales: unknown, key: string): Scale | undefined {
  return scalesSchema.parse(scales).find((scale) => scale.key === key)
}
