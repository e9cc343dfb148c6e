import { h, type ComponentChild } from 'preact'
import type { PlaceCtx } from '../../../web/context.ts'
import { Watched } from '../parts/watched.tsx'
import { listMeasures, listReadings } from '../queries.ts'
import { whyNotWatch } from '../rules.ts'

/** What a place watches for a goal, for the page of the goal: its slice stands earlier and knows of no measures. */
export async function glanceAtMeasures(ctx: PlaceCtx, goal: { id: string; isClosed: boolean }): Promise<ComponentChild> {
  const { db, scope, place } = ctx
  const own = (await listMeasures(db, scope, place)).filter((measure) => measure.goalId === goal.id)
  const measures = await listReadings(db, scope, own)
  return h(Watched, { goal, measures, whyNotWatch: whyNotWatch(scope, place) })
}
