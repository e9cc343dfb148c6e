import type { Hit } from './queries.ts'

export type HitGroup = { name: string | null; hits: Hit[] }

/** Hits under their schools, a school's nearest hit deciding its place; what belongs to no school comes under its own place. */
export function bySchool(hits: readonly Hit[]): HitGroup[] {
  const groups = Map.groupBy(hits, (hit) => hit.schoolId ?? hit.unitId)
  return [...groups.values()].map((group) => ({ name: group[0]?.schoolName ?? group[0]?.unitName ?? null, hits: group }))
}
