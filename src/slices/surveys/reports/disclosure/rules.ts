import { type Division, divisionsOf, exactMean, isAtEnd, type Measured, type Range, roundedMean, sumsOf } from '../bands/rules.ts'
import type { Mean, SaidItem, Spread } from '../schema.ts'
import { bandsOf, pooled, sharesOf } from '../shares/rules.ts'
import { closedIn, type Statement } from '../witnesses/rules.ts'

/** Under ten, a mean is rounded and nothing is said of single questions. */
export const FEWEST_EXACT = 10

/** Of fewer, the mean of a question beside how its answers lie would tell too often what single people answered. */
const FEWEST_WITH_MEAN = 40

/** And of a single question with so few answers to choose from, its mean would be nearly their counts. */
const FEWEST_ANSWERS = 4

/** Means of fewer than ten are rounded at least so far. */
const ROUNDED_FEW = 0.5

/** Counts of a scale at a place, as nobody may see them. */
export type Counted = {
  /** People with a score, and the mean of their scores. */
  n: number
  mean: number | null
  /** People by question and answer. */
  counts: readonly (readonly number[])[]
}

export type Said = { mean: Mean | null; items: Omit<SaidItem, 'key'>[]; distribution: Spread | null }

/** How much is said of a question: in how many steps its answers are shared out, if at all, and whether with their mean. */
type Detail = { parts: Division | null; withMean: boolean }

/**
 * What may be said of a scale at a place: its mean, and of each question how the answers lie and their mean. Starts with
 * everything and takes back, question by question, whatever would tell a count of people to within less than three.
 */
export function say(counted: Counted, fewest: number): Said {
  const mean = ownMean(counted, fewest)
  const details = detailsOf(counted, mean, fewest)
  const items = counted.counts.map((counts, i) => itemOf(counts, details[i], fewest))
  return { mean, items, distribution: pooled(items) }
}

/** The mean that a report says, beside the questions; of a single one it would stand beside how its answers lie, and only one is said of few. */
export function ownMean(counted: Counted, fewest: number): Mean | null {
  const [first = [], ...others] = counted.counts
  const isOfFew = counted.n < FEWEST_WITH_MEAN || first.length < FEWEST_ANSWERS
  const hidesBehindAnswers = others.length === 0 && isOfFew && divisionsOf(counted.n).length > 0
  return hidesBehindAnswers ? null : meanOf(counted, fewest)
}

/** What may be said of questions that only some were asked: of each in three steps how its answers lie, and nothing of how many they were. */
export function sayOfSome(counts: Counted['counts']): Omit<SaidItem, 'key' | 'n'>[] {
  return counts.map((own) => {
    const detail = { parts: divisionsOf(sumOf(own)).at(-1) ?? null, withMean: false }
    const isClosed = closedIn([statementOf(own, detail)], { least: 0, most: Number.POSITIVE_INFINITY }).length > 0
    return { mean: null, distribution: isClosed || !detail.parts ? null : sharesOf(own, detail.parts) }
  })
}

/** The mean of a place of which nothing else is said: exactly, rounded, or as a range up to an end. */
export function meanOf(counted: Counted, fewest: number, form: 'exact' | 'rounded' = 'exact'): Mean | null {
  const { n, mean, counts } = counted
  if (n < fewest || mean === null) return null
  const measured = measuredOf(counted)
  // The mean of a single question is as good as its sum, so it is rounded however many there are.
  const exact = n >= FEWEST_EXACT && form === 'exact' && counts.length > 1 ? exactMean(measured, mean) : null
  const unsaid = counts.filter((own) => sumOf(own) >= fewest).map((own) => statementOf(own, undefined))
  const candidates = [exact, roundedMean(measured, n < FEWEST_EXACT ? ROUNDED_FEW : 0)]
  return candidates.find((one) => one && closedIn(unsaid, totalOf(counted, one, unsaid)).length === 0) ?? null
}

/** Whether the exact mean of so many may be worked out: of places that remain when others are taken from the whole. */
export function maySayExactly(counted: Counted): boolean {
  return counted.n === 0 || meanOf(counted, FEWEST_EXACT)?.exact === true
}

/**
 * Whether every count stays open even to somebody who has found out what all answers of a place add up to: what is worked out
 * from all schools is exact, and whoever tries all possibilities may find the sums behind it.
 */
export function isOpen(counted: Counted): boolean {
  return counted.mean !== null && !isAtEnd(measuredOf(counted))
}

/**
 * Whether answers lie so far apart that what depends on their spread tells of nobody: at every question three answers, where
 * there are as many, have three people or more. Where all agree, their spread would say what each of them answered.
 */
export function isSpread(counts: readonly (readonly number[])[]): boolean {
  return counts.every((own) => own.filter((people) => people >= 3).length >= Math.min(3, own.length))
}

function detailsOf(counted: Counted, mean: Mean | null, fewest: number): (Detail | undefined)[] {
  const { counts } = counted
  const details = counts.map((own): Detail | undefined => {
    const n = sumOf(own)
    if (n < Math.max(FEWEST_EXACT, fewest) || counted.n < FEWEST_EXACT) return undefined
    return { parts: divisionsFor(own)[0] ?? null, withMean: n >= FEWEST_WITH_MEAN && counts.length > 1 }
  })
  for (;;) {
    const statements = counts.map((own, i) => statementOf(own, details[i]))
    const closed = closedIn(statements, totalOf(counted, mean, statements)).filter((i) => isSomething(details[i]))
    if (closed.length === 0) return details
    for (const i of closed) details[i] = less(details[i], counts[i] ?? [])
  }
}

function isSomething(detail: Detail | undefined): boolean {
  return detail !== undefined && (detail.parts !== null || detail.withMean)
}

/** A step less: first without the mean, then in wider steps, then nothing. */
function less(detail: Detail | undefined, counts: readonly number[]): Detail {
  if (!detail || detail.withMean) return { parts: detail?.parts ?? null, withMean: false }
  const divisions = divisionsFor(counts)
  return { parts: detail.parts && (divisions[divisions.indexOf(detail.parts) + 1] ?? null), withMean: false }
}

/** Of three answers each is a band of its own: where fifths would tell too much, so would having left them for thirds. */
function divisionsFor(counts: readonly number[]): Division[] {
  return divisionsOf(sumOf(counts)).filter((parts) => parts !== 5 || counts.length >= FEWEST_ANSWERS)
}

function statementOf(counts: readonly number[], detail: Detail | undefined): Statement {
  const n = sumOf(counts)
  const most = n * (counts.length - 1)
  const measured = itemMeasured(counts)
  const mean = detail?.withMean ? roundedMean(measured) : null
  const parts = detail?.parts
  const groups = parts ? bandsOf(counts, parts) : [{ first: 0, last: counts.length - 1, people: { least: n, most: n } }]
  return { counts, groups, sums: mean ? sumsOf(mean, measured) : { least: 0, most } }
}

/** Which sums of all questions the mean of the scale leaves possible. */
function totalOf({ mean: truth, counts }: Counted, mean: Mean | null, statements: readonly Statement[]): Range {
  const measured = statements.map(({ counts }) => itemMeasured(counts))
  const answers = measured.reduce((sum, one) => sum + one.answers, 0)
  const sum = measured.reduce((all, one) => all + one.sum, 0)
  if (!mean || truth === null) return { least: 0, most: Number.POSITIVE_INFINITY }
  // Whoever left out questions makes the mean of scores differ from that of answers: the range is laid around the true sum.
  const most = sum + (mean.most - truth) * answers
  const isOpen = !mean.exact && mean.most < (counts[0]?.length ?? 0)
  return {
    least: Math.ceil(sum - (truth - mean.least) * answers - 1e-6),
    most: isOpen ? Math.ceil(most - 1e-6) - 1 : Math.floor(most + 1e-6),
  }
}

function measuredOf({ n, mean, counts }: Counted): Measured {
  return { answers: n * counts.length, sum: ((mean ?? 1) - 1) * n * counts.length, categories: counts[0]?.length ?? 0 }
}

function itemMeasured(counts: readonly number[]): Measured {
  const sum = counts.reduce((all, people, answer) => all + people * answer, 0)
  return { answers: sumOf(counts), sum, categories: counts.length }
}

function itemOf(counts: readonly number[], detail: Detail | undefined, fewest: number): Omit<SaidItem, 'key'> {
  const n = sumOf(counts)
  return {
    n: n < fewest ? null : n,
    mean: detail?.withMean ? roundedMean(itemMeasured(counts)) : null,
    distribution: detail?.parts ? sharesOf(counts, detail.parts) : null,
  }
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
