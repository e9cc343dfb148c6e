import { escape } from './escape.ts'
import type { ScaleReport } from './scale-report.ts'

const width = 720
const left = 170
const blue = '#2f6db5'

/** Shares of each answer, one bar an item, the scored direction from light to dark. */
export function distributionPicture({ items }: ScaleReport): string {
  const bars = items.map((item, row) => {
    let x = left
    const parts = item.counts.map(({ value, count }, place) => {
      const size = item.answered === 0 ? 0 : ((width - left) * count) / item.answered
      const part = `<rect x="${x.toFixed(1)}" y="${row * 26 + 4}" width="${size.toFixed(1)}" height="20" fill="${shade(place, item.counts.length)}"><title>${value}: ${count}</title></rect>`
      x += size
      return part
    })
    return label(item.item, row * 26 + 19) + parts.join('')
  })
  return svg(items.length * 26 + 8, bars.join(''))
}

/** The coefficients from 0 to 1, alpha with its interval. */
export function reliabilityPicture({ alpha, omega, ordinal, rasch }: ScaleReport): string {
  const rows = [
    { name: "Cronbach's alpha", value: alpha.alpha, ...alpha.feldt },
    { name: "McDonald's omega", value: omega?.omega ?? null, lower: null, upper: null },
    { name: 'Ordinal alpha', value: ordinal.ordinalAlpha, lower: null, upper: null },
    { name: 'Person separation', value: rasch?.separation.reliability ?? null, lower: null, upper: null },
  ]
  const least = Math.min(0, ...rows.flatMap((row) => [row.value ?? 0, row.lower ?? 0]))
  const place = (value: number) => left + ((width - left - 20) * (value - least)) / (1 - least)
  return svg(
    rows.length * 26 + 30,
    rows.map((row, i) => interval(row, i * 26 + 14, place)).join('') + axis(least, 1, rows.length * 26 + 6, place),
  )
}

/** People on the left of a line, the steps of the items on its right; the higher, the more of the trait. */
export function itemMap({ rasch }: ScaleReport): string {
  if (!rasch) return ''
  const steps = rasch.items.flatMap((item) =>
    item.thresholds.flatMap((value, step) => (value === null ? [] : [{ value, name: `${item.item} ${step + 1}` }])),
  )
  const all = [...rasch.people.map((one) => one.theta), ...steps.map((step) => step.value)]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const y = (value: number) => 12 + (376 * (high - value)) / (high - low || 1)
  const largest = Math.max(1, ...rasch.people.map((one) => one.n))
  const people = rasch.people.map(({ theta, n, score }) => {
    const size = (220 * n) / largest
    return `<rect x="${(300 - size).toFixed(1)}" y="${(y(theta) - 3).toFixed(1)}" width="${size.toFixed(1)}" height="6" fill="${blue}"><title>score ${score}: ${n} people</title></rect>`
  })
  const marks = steps
    .toSorted((a, b) => a.value - b.value)
    .map(
      ({ value, name }, place) =>
        `<circle cx="${310 + (place % 3) * 130}" cy="${y(value).toFixed(1)}" r="4" fill="#b5562f"/><text x="${318 + (place % 3) * 130}" y="${(y(value) + 4).toFixed(1)}">${escape(name)}</text>`,
    )
  return svg(400, `<line class="axis" x1="302" x2="302" y1="4" y2="396"/>${people.join('')}${marks.join('')}`)
}

/** Test information along the line. */
export function informationPicture({ rasch }: ScaleReport): string {
  const points = rasch?.information ?? []
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  const top = Math.max(...points.map((point) => point.information))
  const place = (theta: number) => 20 + ((width - 40) * (theta - first.theta)) / (last.theta - first.theta)
  const path = points
    .map(({ theta, information }) => `${place(theta).toFixed(1)},${(180 - (160 * information) / top).toFixed(1)}`)
    .join(' ')
  return svg(206, `<polyline points="${path}" fill="none" stroke="${blue}" stroke-width="2"/>${axis(first.theta, last.theta, 182, place)}`)
}

/** Likely means of the groups with the interval of each; groups of too few are named without a mark. */
export function groupPicture({ groups, least, most }: ScaleReport): string {
  const rows = (groups?.groups ?? []).map((group) => {
    if (group.tooFew) return { name: `${group.group}: too few`, value: null, lower: null, upper: null }
    const reach = 1.96 * group.conditionalStandardError
    return { name: group.group, value: group.shrunken, lower: group.shrunken - reach, upper: group.shrunken + reach }
  })
  const place = (value: number) => left + ((width - left - 20) * (value - least)) / (most - least)
  return svg(
    rows.length * 26 + 30,
    rows.map((row, i) => interval(row, i * 26 + 14, place)).join('') + axis(least, most, rows.length * 26 + 6, place),
  )
}

type Row = { name: string; value: number | null; lower: number | null; upper: number | null }

function interval({ name, value, lower, upper }: Row, y: number, place: (value: number) => number): string {
  const bar =
    lower === null || upper === null
      ? ''
      : `<line x1="${place(lower).toFixed(1)}" x2="${place(upper).toFixed(1)}" y1="${y}" y2="${y}" stroke="${blue}" stroke-width="3"/>`
  const dot = value === null ? '' : `<circle cx="${place(value).toFixed(1)}" cy="${y}" r="5" fill="${blue}"/>`
  return label(name, y + 5) + bar + dot
}

function axis(from: number, to: number, y: number, place: (value: number) => number): string {
  const marks = ticks(from, to).map((value) => `<text x="${place(value).toFixed(1)}" y="${y + 18}" text-anchor="middle">${value}</text>`)
  return `<line class="axis" x1="${place(from).toFixed(1)}" x2="${place(to).toFixed(1)}" y1="${y}" y2="${y}"/>${marks.join('')}`
}

/** Round numbers, some four to nine of them. */
function ticks(from: number, to: number): number[] {
  const rough = (to - from) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([5, 2, 1].find((factor) => factor * power <= rough) ?? 1) * power
  const first = Math.ceil(from / step - 1e-9)
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(6)))
}

function label(name: string, y: number): string {
  const short = name.length > 24 ? `${name.slice(0, 23)}…` : name
  return `<text x="${left - 10}" y="${y}" text-anchor="end">${escape(short)}</text>`
}

/** From pale to dark by the place of an answer among the others. */
function shade(place: number, of: number): string {
  const share = of < 2 ? 1 : place / (of - 1)
  return `hsl(212 58% ${Math.round(86 - 54 * share)}%)`
}

function svg(height: number, body: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${body}</svg>`
}
