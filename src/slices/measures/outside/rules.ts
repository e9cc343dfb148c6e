import type { Distribution, Edition, OutsidePoint, OutsideSeries, OutsideSource, SchoolScores } from './schema.ts'

/** Editions in the order of time. */
export function byTime(a: Pick<Edition, 'year' | 'period'>, b: Pick<Edition, 'year' | 'period'>): number {
  return a.year - b.year || a.period.localeCompare(b.period)
}

/** What a year is called: 2019, or spring 2019. */
export function timeOf({ year, period }: Pick<Edition, 'year' | 'period'>): string {
  return period ? `${year} · ${period}` : String(year)
}

type Told = { sources: OutsideSource[]; editions: Edition[]; distributions: Distribution[]; rows: SchoolScores[] }

/** One school's scores over the years, by source and in the order in which the newest file has them. */
export function seriesOf({ sources, editions, distributions, rows }: Told): OutsideSeries[] {
  const ownEditions = editions.filter((edition) => rows.some((row) => row.editionId === edition.id)).toSorted(byTime)
  return sources.flatMap((source) => {
    const own = ownEditions.filter((edition) => edition.sourceId === source.id)
    const newestFirst = own.toReversed().flatMap((edition) => distributions.filter((one) => one.editionId === edition.id))
    const names = new Map(newestFirst.toReversed().map((one) => [one.measureId, one.name]))
    const ids = [...new Set(newestFirst.map((one) => one.measureId))]
    return ids.map((measureId) => ({ source, measureId, name: names.get(measureId) ?? '', points: pointsOf(measureId, own) }))
  })

  function pointsOf(measureId: string, own: Edition[]): OutsidePoint[] {
    return own.flatMap((edition) => {
      const among = distributions.find((one) => one.editionId === edition.id && one.measureId === measureId)
      const row = rows.find((one) => one.editionId === edition.id)
      if (!among || !row) return []
      return [{ edition, among, few: row.few, respondents: row.respondents, value: row.scores[among.position] ?? null }]
    })
  }
}

/** The points that one line may join: those on the scale of the newest. */
export function comparable(points: readonly OutsidePoint[]): OutsidePoint[] {
  const newest = points.at(-1)?.among
  return points.filter(({ among }) => among.low === newest?.low && among.high === newest?.high && among.better === newest?.better)
}

/** The points with the years between them for which nothing is here: a line must not hide that it jumps. */
export function withGaps(points: readonly OutsidePoint[]): (OutsidePoint | string)[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]?.edition.year ?? point.edition.year
    const between = Array.from({ length: Math.max(0, point.edition.year - before - 1) }, (_, step) => String(before + step + 1))
    return [...between, point]
  })
}

/** Schools in the order of one of their scores, or of their names; a school without a score comes last either way. */
export function inOrder(rows: readonly SchoolScores[], position: number | undefined, descending: boolean): SchoolScores[] {
  const sign = descending ? -1 : 1
  const byName = (a: SchoolScores, b: SchoolScores) => a.unitName.localeCompare(b.unitName)
  if (position === undefined) return rows.toSorted((a, b) => sign * byName(a, b))
  return rows.toSorted((a, b) => {
    const [left, right] = [a.scores[position] ?? null, b.scores[position] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b)
    return sign * (left - right) || byName(a, b)
  })
}
