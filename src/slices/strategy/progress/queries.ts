import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { listSeries } from '../../measures/queries.ts'
import { readSeries } from '../../measures/signals/rules.ts'
import type { Verdict } from '../../measures/signals/schema.ts'
import type { Driver } from '../diagram/schema.ts'

/** What the measures of drivers say, by the measure's id; one that the reader may not see is left out. */
export async function readMeasures(
  tx: Tx,
  scope: Scope,
  drivers: readonly Driver[],
): Promise<Map<string, { name: string; verdict: Verdict }>> {
  const ids = drivers.flatMap((driver) => driver.measureId ?? [])
  const series = await listSeries(tx, scope, ids)
  return new Map(series.map((one) => [one.measure.id, { name: one.measure.name, verdict: readSeries(one.series).verdict }]))
}
