import { wrap } from './line-model.ts'
import type { LineModel, LinePoint } from './line-model.ts'

type Box = { left: number; right: number; top: number; bottom: number }
type Spot = { index: number; lines: string[]; x: number; y: number }

/** Where the words of each signal stand, and those for which the drawing has no room: they go below it. */
export function placeSignals(model: LineModel, points: LinePoint[]) {
  const taken = model.drawn.map(({ index, x, y }) => around(x, y, points[index]?.signal ? 10 : 4))
  const placed: Spot[] = []
  const left: { signal: string; labels: string[] }[] = []
  for (const { signal, point, label } of saidOnce(model, points).reverse()) {
    const spot = candidates(model, point, signal).find((each) => fits(model, boxOf(each)) && !taken.some((box) => touch(box, boxOf(each))))
    if (spot) taken.push(boxOf(spot))
    if (spot) placed.push(spot)
    else addTo(left, signal, label)
  }
  return { placed, left }
}

/** Of a run of one signal only the last point is named. */
function saidOnce({ drawn }: LineModel, points: LinePoint[]) {
  return drawn.flatMap((point) => {
    const { signal, label = '' } = points[point.index] ?? {}
    return signal && points[point.index + 1]?.signal !== signal ? [{ signal, point, label }] : []
  })
}

const lineHeight = 15

/** On the side that the line leaves free, or else on the other; never out of the drawing. */
function candidates(model: LineModel, point: LineModel['drawn'][number], signal: string): Spot[] {
  const { margin, width, drawn } = model
  const lines = wrap(signal, Math.min(28, (width - margin.left - margin.right) / 7))
  const half = halfWidth(lines)
  const near = Math.min(Math.max(point.x, margin.left + half), width - margin.right - half)
  const above = point.y - 15 - lineHeight * (lines.length - 1)
  const below = point.y + 25
  const neighbours = drawn.filter((other) => Math.abs(other.index - point.index) <= 3)
  const isValley = neighbours.reduce((sum, other) => sum + other.y - point.y, 0) < 0
  const heights = isValley ? [below, above] : [above, below]
  const shifts = [near, point.x - half - 14, point.x + half + 14]
  return heights.flatMap((y) => shifts.map((x) => ({ index: point.index, lines, x, y })))
}

function halfWidth(lines: string[]) {
  return Math.max(...lines.map(({ length }) => length)) * 3.3
}

function boxOf({ lines, x, y }: Spot): Box {
  const half = halfWidth(lines)
  return { left: x - half, right: x + half, top: y - 11, bottom: y + 4 + lineHeight * (lines.length - 1) }
}

function around(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

function touch(a: Box, b: Box) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function fits({ margin, width, height }: LineModel, { left, right, top, bottom }: Box) {
  return left >= margin.left - 1 && right <= width - margin.right + 1 && top >= margin.top - 14 && bottom <= height - margin.bottom - 2
}

function addTo(left: { signal: string; labels: string[] }[], signal: string, label: string) {
  const same = left.find((each) => each.signal === signal)
  if (same) same.labels.unshift(label)
  else left.unshift({ signal, labels: [label] })
}
