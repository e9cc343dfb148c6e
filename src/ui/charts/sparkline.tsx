import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

/** A line the size of a word; `label` says what it shows, since nobody can read it by numbers. */
export function Sparkline({ values, label }: { values: number[]; label: string }) {
  const x = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([3, 93])
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .range([20, 4])
  const last = values.at(-1)
  if (last === undefined) return null
  return (
    <svg class="sparkline" width="96" height="24" viewBox="0 0 96 24" role="img" aria-label={label}>
      <path
        d={
          line<number>()
            .x((_, index) => x(index))
            .y((value) => y(value))(values) ?? ''
        }
      />
      <circle cx={x(values.length - 1)} cy={y(last)} r="3" />
    </svg>
  )
}
