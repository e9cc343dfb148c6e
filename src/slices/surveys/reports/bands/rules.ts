import type { Mean } from '../schema.ts'

/** Whole numbers from one to another, both included. */
export type Range = { least: number; most: number }

/** As many people as one step of a share must hold, so that nobody is counted out. */
const FEWEST_A_STEP = 4

/** Into how many steps a share is divided, finest first; three leave only "under half" and "half or more". */
const DIVISIONS = [10, 5, 4, 3] as const

export type Division = (typeof DIVISIONS)[number]

/** The divisions of so many people whose steps hold enough of them, finest first. */
export function divisionsOf(n: number): Division[] {
  return DIVISIONS.filter((parts) => n >= FEWEST_A_STEP * parts || (parts === 3 && n >= 2 * FEWEST_A_STEP))
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
 * How close to an end a mean may be said: three people must be able to stand at the other end of one question. Nearer, only
 * "so much or more" is said.
 */
export function isAtEnd({ answers, sum, categories }: Measured): boolean {
  return Math.min(sum, answers * (categories - 1) - sum) < 3 * (categories - 1)
}

/** A mean as it is; nothing where it lies at an end. */
export function exactMean(measured: Measured, value: number): Mean | null {
  return isAtEnd(measured) ? null : { value, least: value, most: value, exact: true }
}

/** A mean to the nearest step that keeps its sum unknown; near an end the range up to that end, and nothing where that is all. */
export function roundedMean(measured: Measured, finest = 0): Mean | null {
  const { answers, sum, categories } = measured
  const step = ROUNDINGS.find((one) => one >= finest && one * answers >= LEAST_UNKNOWN)
  if (!step) return null
  const steps = Math.max(1, Math.ceil((3 * (categories - 1)) / (answers * step) - 0.5))
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
