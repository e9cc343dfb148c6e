import { axis, blue, label, left, shade, svg, width } from './drawing.ts'
import type { ScaleReport } from './scale-report.ts'

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
  return svg(
    items.length * 26 + 34,
    bars.join('') +
      legend(
        (items[0]?.counts ?? []).map(({ value }) => value),
        items.length * 26 + 12,
      ),
  )
}

/** Which shade is which answer. */
function legend(values: readonly number[], y: number): string {
  const step = Math.min(70, (width - left) / Math.max(1, values.length))
  return values
    .map((value, place) => {
      const x = left + place * step
      return `<rect x="${x.toFixed(1)}" y="${y}" width="14" height="14" fill="${shade(place, values.length)}"/><text x="${(x + 20).toFixed(1)}" y="${y + 12}">${value}</text>`
    })
    .join('')
}

/** People by score. */
export function scorePicture({ scoreBins, least, most }: ScaleReport): string {
  const largest = Math.max(1, ...scoreBins.map(({ n }) => n))
  const place = (value: number) => 20 + ((width - 40) * (value - least)) / (most - least)
  const bars = scoreBins.map(({ from, to, n }) => {
    const size = (150 * n) / largest
    return `<rect x="${(place(from) + 1).toFixed(1)}" y="${(160 - size).toFixed(1)}" width="${(place(to) - place(from) - 2).toFixed(1)}" height="${size.toFixed(1)}" fill="${blue}"/>`
  })
  return svg(188, bars.join('') + axis(least, most, 162, place))
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
