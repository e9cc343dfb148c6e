import { schoolsPerDot, stretchOf } from '../spread/rules.ts'
import type { Distribution } from '../schema.ts'

const BASE = 22

/** Where a value stands on the width of a strip; a little room is left at both ends. */
export function placeOn({ low, high }: Pick<Distribution, 'low' | 'high'>, value: number): string {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return `${(2 + 96 * share).toFixed(2)}%`
}

/** A distribution the size of a few words: the heaps, the middle half, the median, and one school; `label` says it in a sentence. */
export function MiniStrip({ among, value, label }: { among: Distribution; value: number | null; label: string }) {
  const { lowerQuartile, median, upperQuartile, bins } = among
  const most = Math.max(1, ...bins)
  const step = schoolsPerDot(bins)
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (16 * Math.ceil(count / step)) / Math.ceil(most / step)))
  return (
    <svg class="outside-mini" width="160" height="32" role="img" aria-label={label}>
      {bins.map((count, bin) => {
        const [from, to] = stretchOf(bin, among, bins.length)
        const x = placeOn(among, (from + to) / 2)
        return count > 0 && <line class="outside-heap" x1={x} x2={x} y1={BASE} y2={BASE - tall(count)} key={bin} />
      })}
      <line class="axis" x1="1%" x2="99%" y1={BASE} y2={BASE} />
      {lowerQuartile !== null && upperQuartile !== null && (
        <line class="outside-half" x1={placeOn(among, lowerQuartile)} x2={placeOn(among, upperQuartile)} y1={BASE + 3} y2={BASE + 3} />
      )}
      {median !== null && <line class="centre" x1={placeOn(among, median)} x2={placeOn(among, median)} y1={2} y2={BASE + 5} />}
      {value !== null && <circle class="outside-mark" cx={placeOn(among, value)} cy={BASE} r="5" />}
    </svg>
  )
}
