import type { Mean } from '../schema.ts'

/** Whole numbers from one to another, both included. */
export type Range = { least: number; most: number }

/**
 * From how many people on a share is told in so many steps, so that each holds four people or more; three leave only "under
 * half" and "half or more".
 */
const DIVISIONS = [
  { parts: 10, from: 40 },
  { parts: 5, from: 21 },
  { parts: 3, from: 12 },
] as const

export type Division = (typeof DIVISIONS)[number]['parts']

/**
 * The finest division for so many people, and the widest in its place where that would tell too much: going there at once
 * mixes so many cases that having gone there tells nothing either.
 */
export function divisionsOf(n: number): Division[] {
  const [finest] = DIVISIONS.filter(({ from }) => n >= from)
  if (!finest) return []
  return finest.parts === 3 ? [3] : [finest.parts, 3]
}

/** In which step a part of all lies: never the first and never the last, so that none and all look like few and many. */
export function stepOf(count: number, n: number, parts: number): number {
  // In whole numbers: a quotient of halves would fall to either side.
  return Math.min(parts - 1, Math.max(1, Math.floor((2 * count * parts + n) / (2 * n))))
}

/** How many people a step can stand for. */
export function peopleAt(step: number, n: number, parts: number): Range {
  const first = (at: number) => Math.ceil(((2 * at - 1) * n) / (2 * parts))
  return { least: step === 1 ? 0 : first(step), most: step === parts - 1 ? n : first(step + 1) - 1 }
}

/** How far means are rounded, finest first. */
const ROUNDINGS = [0.05, 0.1, 0.2, 0.25, 0.5, 1] as const

/** The least that the sum behind a rounded mean must stay unknown by. */
const LEAST_UNKNOWN = 4

export type Measured = {
  /** How many answers stand behind the mean, and what they add up to, the lowest answer counting 0. */
  answers: number
  sum: number
  categories: number
}

/** Which sums a said mean leaves possible. */
export function sumsOf(mean: Mean, { answers, sum, categories }: Measured): Range {
  const most = answers * (categories - 1)
  if (mean.exact) return { least: sum, most: sum }
  // A cell of rounded means is open at its upper end; one sum more at an end is a wider range than is true, and none less.
  const least = Math.max(0, Math.ceil((mean.least - 1) * answers - 1e-9))
  const end = (mean.most - 1) * answers
  return { least, most: mean.most === categories ? most : Math.max(least, Math.ceil(end - 1e-9) - 1) }
}

/**
 * Whether answers add up to so little or so much that three people could not stand at the other end of one question: then who
 * knew the sum would know that they do not.
 */
export function isAtEnd({ answers, sum, categories }: Measured): boolean {
  return Math.min(sum, answers * (categories - 1) - sum) < 3 * (categories - 1)
}

/** A mean as it is; near an end nothing, and as near as that is said of rounded ones: else it would tell that it is not nearer. */
export function exactMean(measured: Measured, value: number): Mean | null {
  const rounded = roundedMean(measured)
  return rounded?.value == null ? null : { value, least: value, most: value, exact: true }
}

/**
 * A mean to the nearest step that keeps its sum unknown. Near an end only the range up to that end is said, so wide that three
 * people can stand at the other end of one question; nothing is said where that is all of the scale.
 */
export function roundedMean(measured: Measured, finest = 0): Mean | null {
  const { answers, sum, categories } = measured
  const step = ROUNDINGS.find((one) => one >= finest && one * answers >= LEAST_UNKNOWN)
  if (!step) return null
  const steps = Math.max(1, Math.floor((3 * (categories - 1)) / (answers * step) - 0.5 + 1e-9) + 1)
  const end = tidy((steps + 0.5) * step)
  if (2 * end >= categories - 1) return null
  const distance = sum / answers
  if (distance < end) return { value: null, least: 1, most: tidy(1 + end), exact: false }
  if (distance >= categories - 1 - end) return { value: null, least: tidy(categories - end), most: categories, exact: false }
  const value = Math.floor(tidy(distance / step) + 0.5) * step
  return { value: tidy(1 + value), least: tidy(1 + value - step / 2), most: tidy(1 + value + step / 2), exact: false }
}

/** Without what binary fractions add. */
function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
