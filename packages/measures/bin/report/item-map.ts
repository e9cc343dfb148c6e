import { blue, svg, ticks, width } from './drawing.ts'
import { escape } from './escape.ts'
import type { ScaleReport } from './scale-report.ts'

type Place = (value: number) => number
type Step = { value: number; name: string }

const columns = 3
const middle = 290
const top = 30
const pixelsOfName = 14

/** People left of a line, the steps of the items right of it; the higher, the more of the trait. */
export function itemMap({ rasch }: ScaleReport): string {
  if (!rasch) return ''
  const steps = rasch.items.flatMap((item) =>
    item.thresholds.flatMap((value, step) => (value === null ? [] : [{ value, name: `${item.item}: ${step + 1}` }])),
  )
  const all = [...rasch.people.map((one) => one.theta), ...steps.map((step) => step.value)]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  // Most steps crowd in the middle third, so the more there are, the higher the picture.
  const height = Math.max(360, ((steps.length * pixelsOfName) / columns) * 2)
  const place = (value: number) => top + (height * (high - value)) / (high - low || 1)
  const heads = `<text x="${middle - 50}" y="14" text-anchor="end">people</text><text x="${middle + 10}" y="14">steps of the items</text>`
  return svg(height + 2 * top, heads + axis(low, high, place) + peopleBars(rasch.people, place) + stepMarks(steps, place))
}

function axis(low: number, high: number, place: Place): string {
  const marks = ticks(low, high).map(
    (value) => `<text x="${middle - 8}" y="${(place(value) + 4).toFixed(1)}" text-anchor="end">${value}</text>`,
  )
  return `<line class="axis" x1="${middle}" x2="${middle}" y1="${place(high).toFixed(1)}" y2="${place(low).toFixed(1)}"/>${marks.join('')}`
}

function peopleBars(people: readonly { theta: number; n: number; score: number }[], place: Place): string {
  const largest = Math.max(1, ...people.map((one) => one.n))
  const bars = people.map(({ theta, n, score }) => {
    const size = ((middle - 50) * n) / largest
    return `<rect x="${(middle - 40 - size).toFixed(1)}" y="${(place(theta) - 2.5).toFixed(1)}" width="${size.toFixed(1)}" height="5" fill="${blue}"><title>sum ${score}: ${n} people</title></rect>`
  })
  return bars.join('')
}

/** Names stand in columns by turns, so that neighbours of one column are some steps apart. */
function stepMarks(steps: readonly Step[], place: Place): string {
  const columnWidth = (width - middle - 10) / columns
  const marks = steps
    .toSorted((a, b) => a.value - b.value)
    .map(({ value, name }, turn) => {
      const x = middle + 10 + (turn % columns) * columnWidth
      const y = place(value)
      const short = name.length > 20 ? `${name.slice(0, 12)}…${name.slice(-4)}` : name
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.5" fill="#b5562f"/><text x="${(x + 8).toFixed(1)}" y="${(y + 4).toFixed(1)}">${escape(short)}</text>`
    })
  return marks.join('')
}
