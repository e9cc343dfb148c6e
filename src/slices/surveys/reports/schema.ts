import type { SchoolModel, Together, TogetherOfPeople, TogetherOfSchools } from '../folding/schema.ts'
import type { Group } from '../administrations/schema.ts'
import type { Mode, Scale } from '../schema.ts'

/** What the close left of a part at a place; secret, as answers are. */
export type Summary = {
  scaleKey: string
  n: number
  counts: number[][]
  moments: { n: number; mean: number | null; sumOfSquares: number | null }
  whole: Buffer | null
  schools: SchoolModel | null
}

/** What the close left of a part at a place below; of one that is too small only its name. */
export type PlaceBelow = { slug: string; name: string; isSchool: boolean } & (
  | Pick<Summary, 'scaleKey' | 'counts' | 'moments'>
  | { scaleKey: null; counts: null; moments: null }
)

/** Shares of answers under the middle of a scale, on it where it has one, and over it, each to the nearest step. */
export type Shares = { low: number; middle: number | null; high: number; step: number }

/** A share that is known to lie in a range; `value` is in the middle of it. */
export type ShareRange = { value: number; least: number; most: number }

/** How the answers to several questions lie, each question counting the same, as far as follows from what is said of each. */
export type Spread = { low: ShareRange; middle: ShareRange | null; high: ShareRange }

/** The range in which a mean is said to lie; `value` is what is said of it, exactly or rounded, and null where only the range is. */
export type Mean = { value: number | null; least: number; most: number; exact: boolean }

export type Interval = { lower: number; upper: number }

/** What is said of a question; `choices` where its answers have no order. */
export type SaidItem = {
  key: string
  n: number | null
  mean: Mean | null
  distribution: Shares | null
  choices?: { shares: number[]; step: number } | null
}

/** What the schools below a place have in common. */
export type SaidSchools = {
  count: number
  icc1: number | null
  icc2: number | null
  agreement: number | null
  between: number | null
  within: number | null
  grandMean: number | null
}

export type SaidPlace =
  | { slug: string; name: string; suppressed: true }
  | { slug: string; name: string; suppressed: false; n: number; mean: Mean; reliability: number | null; shrunken: number | null }

/** Which way a figure went between two surveys: only further than chance would take it. */
export type Direction = 'more' | 'less' | 'unclear'

/** How the same people changed, where answers are linked: shares in bands, never none and never all. */
export type LinkedChange = { n: number; leastChange: number; shares: { less: number; same: number; more: number; step: number } | null }

export type Change = { since: string; before: Mean; difference: number | null; direction: Direction | null; linked: LinkedChange | null }

/** The size of a difference between two groups at one question, as ETS sorts them; null where it cannot be told. */
export type ItemGap = { key: string; size: 'A' | 'B' | 'C' | null; easierFor: Group | null }

export type SaidGroups = {
  groups: { group: Group; n: number; mean: number }[]
  gaps: { reference: Group; focal: Group; items: ItemGap[] }[]
}

/** What can be said of a part, everywhere: on the page, in print, in files and through the API. */
export type SaidScale = {
  scale: Scale
  suppressed: boolean
  n: number | null
  nComplete: number | null
  mean: Mean | null
  interval: Interval | null
  distribution: Spread | null
  alpha: ({ value: number } & Interval) | null
  omega: number | null
  items: SaidItem[]
  schools: SaidSchools | null
  places: SaidPlace[]
  change: Change | null
  groups: SaidGroups | null
}

/** What the close left of how two parts go together at a place. */
export type LeftTogether = Omit<Together, 'unitId'>

/** How two parts go together: over people, and over the means of schools. */
export type SaidTogether = { one: Scale; other: Scale; people: TogetherOfPeople | null; schools: TogetherOfSchools | null }

/** What people wrote to one question, in an order of chance. */
export type Words = { itemKey: string; bodies: string[] }

export const REPORT_STAGES = ['open', 'counting', 'counted'] as const

/** A report is empty until the answers have been counted. */
export type Report = {
  surveyId: string
  place: { slug: string; name: string }
  mode: Mode
  fewest: number
  stage: (typeof REPORT_STAGES)[number]
  scales: SaidScale[]
  together: SaidTogether[]
  words: Words[]
}
