import { escape } from './escape.ts'

export const width = 720
/** Where bars and axes begin, right of the names. */
export const left = 170
export const blue = '#2f6db5'

/** A line with round numbers under it. */
export function axis(from: number, to: number, y: number, place: (value: number) => number): string {
  const marks = ticks(from, to).map((value) => `<text x="${place(value).toFixed(1)}" y="${y + 18}" text-anchor="middle">${value}</text>`)
  return `<line class="axis" x1="${place(from).toFixed(1)}" x2="${place(to).toFixed(1)}" y1="${y}" y2="${y}"/>${marks.join('')}`
}

/** Round numbers, some four to nine of them. */
export function ticks(from: number, to: number): number[] {
  const rough = (to - from) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([5, 2, 1].find((factor) => factor * power <= rough) ?? 1) * power
  const first = Math.ceil(from / step - 1e-9)
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(6)))
}

/** A name left of the picture, shortened where it would not fit. */
export function label(name: string, y: number): string {
  const short = name.length > 24 ? `${name.slice(0, 23)}…` : name
  return `<text x="${left - 10}" y="${y}" text-anchor="end">${escape(short)}</text>`
}

/** From pale to dark by the place of an answer among the others. */
export function shade(place: number, of: number): string {
  const share = of < 2 ? 1 : place / (of - 1)
  return `hsl(212 58% ${Math.round(86 - 54 * share)}%)`
}

/** Hidden from readers by ear, for whom the table that follows says the same. */
export function svg(height: number, body: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${body}</svg>`
}
