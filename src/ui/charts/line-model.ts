import { scaleLinear } from 'd3-scale'
import { curveStep, line } from 'd3-shape'

export type LinePoint = {
  label: string
  value: number | undefined
  /** The centre line and limits at this point; they step where a phase begins. */
  centre?: number
  low?: number
  high?: number
  /** How far the value itself may be off. */
  interval?: [number, number]
  /** Why this point stands out, in words that are drawn beside it. */
  signal?: string
  /** What happened then. */
  note?: string
}

export type Phase = { at: number; label: string }
export type Reference = { value: number; label: string }

export type LineParts = {
  points: LinePoint[]
  phases: Phase[]
  target: Reference | undefined
  /** Whether the axis begins at nought. */
  fromZero: boolean
  width: number
  height: number
  margin: { top: number; right: number; bottom: number; left: number }
}

export type LineModel = ReturnType<typeof lineModel>

/** What a line chart draws, before it is known how wide. */
export type PlotProps = Pick<LineParts, 'points' | 'phases' | 'target' | 'fromZero'> & {
  names: { centre: string; low: string; high: string }
  write: (value: number) => string
  writeTick: (value: number) => string
  labelledBy: string
}

export type Drawing = PlotProps & { model: LineModel; nameLength: number }

/** Where everything of a line chart lies, in pixels. */
export function lineModel({ points, phases, target, fromZero, width, height, margin }: LineParts) {
  const step = (width - margin.left - margin.right) / Math.max(1, points.length)
  const x = (index: number) => margin.left + step * (index + 0.5)
  const y = valueScale(points, target, fromZero).range([height - margin.bottom, margin.top])
  const drawn = points.flatMap(({ value }, index) => (value === undefined ? [] : [{ index, x: x(index), y: y(value), value }]))
  const stepped = (key: 'centre' | 'low' | 'high') => steppedPaths(points, phases, key, x, y, step / 2)
  return {
    width,
    height,
    margin,
    step,
    x,
    y,
    drawn,
    ticks: y.ticks(5),
    path: seriesPath(points, x, y),
    centre: stepped('centre'),
    low: stepped('low'),
    high: stepped('high'),
  }
}

function valueScale(points: LinePoint[], target: Reference | undefined, fromZero: boolean) {
  return scaleLinear()
    .domain(extent(points, target, fromZero))
    .nice(5)
}

/** The values written at the axis. */
export function valueTicks(points: LinePoint[], target: Reference | undefined, fromZero: boolean): number[] {
  return valueScale(points, target, fromZero).ticks(5)
}

function extent(points: LinePoint[], target: Reference | undefined, fromZero: boolean): [number, number] {
  const all = points.flatMap(({ value, centre, low, high, interval = [] }) => [value, centre, low, high, ...interval])
  const known = [...all, target?.value, fromZero ? 0 : undefined].filter(
    (value): value is number => value !== undefined && Number.isFinite(value),
  )
  const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1]
  const room = spanOf(least, most) * 0.06
  return [fromZero && least >= 0 ? 0 : least - room, most + room]
}

/** A span too small for the scale to divide is none: the value itself then gives the measure. */
function spanOf(least: number, most: number) {
  const size = Math.max(Math.abs(least), Math.abs(most), 1e-6)
  return most - least > size * 1e-9 ? most - least : size
}

/** Broken where a value is missing: a line over a gap would claim what nobody saw. */
function seriesPath(points: LinePoint[], x: (index: number) => number, y: (value: number) => number) {
  const write = line<LinePoint>()
    .defined(({ value }) => value !== undefined)
    .x((_, index) => x(index))
    .y(({ value }) => y(value ?? 0))
  return write(points) ?? ''
}

function steppedPaths(
  points: LinePoint[],
  phases: Phase[],
  key: 'centre' | 'low' | 'high',
  x: (index: number) => number,
  y: (value: number) => number,
  half: number,
) {
  return phaseSpans(points.length, phases).flatMap(([from, to]) => {
    const known = points
      .slice(from, to)
      .flatMap((point, offset) => (point[key] === undefined ? [] : [[x(from + offset), y(point[key])] as [number, number]])) // d3 asks for pairs
    const [first, last] = [known[0], known.at(-1)]
    if (!first || !last) return []
    return [line().curve(curveStep)([[first[0] - half, first[1]], ...known, [last[0] + half, last[1]]]) ?? '']
  })
}

/** The stretches between phase beginnings, as half-open spans of indexes. */
export function phaseSpans(length: number, phases: Phase[]): [number, number][] {
  const starts = [...new Set([0, ...phases.map(({ at }) => at)])].filter((at) => at < length).toSorted((a, b) => a - b)
  return starts.map((from, index) => [from, starts[index + 1] ?? length])
}

/** Labels moved apart downwards from their wished places until none touches another, and up again from the floor. */
export function spread<Label extends { y: number; height: number }>(labels: Label[], top: number, bottom: number): Label[] {
  const placed = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label, y: Math.max(label.y, top) }))
  for (let at = 1; at < placed.length; at += 1) pushDown(placed[at - 1], placed[at])
  for (let at = placed.length - 1; at >= 0; at -= 1) pushUp(placed[at], placed[at + 1]?.y ?? bottom)
  return placed
}

type Placed = { y: number; height: number } | undefined

function pushDown(above: Placed, below: Placed) {
  if (above && below) below.y = Math.max(below.y, above.y + above.height)
}

function pushUp(label: Placed, floor: number) {
  if (label) label.y = Math.min(label.y, floor - label.height)
}

/** Which points get their label under the axis: evenly, the last one always. */
export function labelled(points: LinePoint[], step: number): Set<number> {
  const widest = Math.max(...points.map(({ label }) => label.length)) * 7 + 14
  const every = Math.max(1, Math.ceil(widest / step))
  return new Set(points.map((_, index) => index).filter((index) => (points.length - 1 - index) % every === 0))
}

/** Whether anything is named at the right of the drawing. */
export function hasReferences(points: LinePoint[], target: Reference | undefined) {
  return target !== undefined || points.some(({ centre, low, high }) => [centre, low, high].some((value) => value !== undefined))
}

/** A label in rows of at most so many letters, broken between words. */
export function wrap(label: string, longest: number): string[] {
  return label.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    return last !== undefined && `${last} ${word}`.length <= longest ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word]
  }, [])
}
