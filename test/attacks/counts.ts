/** An equation or inequality, as a linear program writes it. */
export type Row = string

/** What the report's API says of a part of a questionnaire at a place, as far as it bears on counts. */
export type ScaleView = {
  key: string
  kind: string
  suppressed: boolean
  n: number | null
  mean: number | null
  mean_least: number | null
  mean_most: number | null
  lower: number | null
  upper: number | null
  distribution?: { low: number; low_least: number; low_most: number } | null
  alpha: number | null
  alpha_lower?: number | null
  alpha_upper?: number | null
  items: ItemView[]
  places: PlaceView[]
  schools: { icc1: number | null; tau2?: number | null; sigma2?: number | null; grand_mean?: number | null } | null
  omega?: number | null
  groups?: GroupsView | null
  change?: ChangeView | null
}

export const GROUPS = ['leading', 'teaching', 'other'] as const
export type Group = (typeof GROUPS)[number]

type GroupsView = {
  groups: { group: Group; n: number; mean: number }[]
  gaps: { reference: Group; focal: Group; items: { ets: string | null }[] }[]
}

type ChangeView = { mean_before: number | null; difference: number | null; direction: string | null }

type Shares = { low: number; middle: number | null; high: number; step: number }
export type MeanView = { mean: number | null; mean_least: number | null; mean_most: number | null }
export type ItemView = MeanView & {
  key: string
  n: number | null
  distribution: Shares | null
  choices?: { shares: number[]; step: number } | null
}
type PlaceView =
  | { place: string; suppressed: true }
  | ({ place: string; suppressed: false; n: number; reliability?: number | null; eb_mean?: number | null } & MeanView)

/** What somebody holds: a part at a place, and what is known of it from outside, as counts or as rows of a linear program. */
export type Held = { place: string; view: ScaleView; exactCounts?: { item: number; answer: number; people: number }[]; rows?: Row[] }

/** The answers of the people of each school, to each question from 1. */
export type Answers = Readonly<Record<string, readonly (readonly number[])[]>>

/**
 * A district as everybody knows it: its schools, with how many work there, and how many answers a question has. What is true
 * is not known to the attacker: it is one of the possibilities, and a check on how the figures are read.
 */
export type Known = {
  district: string
  staff: Readonly<Record<string, number>>
  items: number
  categories: number
  truth: Answers
  /** In which group the people of a school are, one after the other, where groups were counted apart. */
  groupOf?: (at: number) => Group
}

/** A school's number of people and sum of answers, where an attacker is given them. */
export type Given = { school: string; n: number; sum: number }

export function membersOf({ district, staff }: Known, place: string): string[] {
  return place === district ? Object.keys(staff) : [place]
}

export function indexOf({ staff }: Known, school: string): number {
  return Object.keys(staff).indexOf(school) + 1
}

export function cell(known: Known, school: string, item: number, answer: number): string {
  return `x${indexOf(known, school)}_${item}_${answer}`
}

type GroupCell = { school: string; group: Group; item: number; answer: number }

export function groupCell(known: Known, { school, group, item, answer }: GroupCell): string {
  return `g${indexOf(known, school)}_${GROUPS.indexOf(group)}_${item}_${answer}`
}

export function cellsOf(known: Known, schools: readonly string[], item: number): string[] {
  return schools.flatMap((school) => answersOf(known).map((answer) => cell(known, school, item, answer)))
}

export function weighted(known: Known, schools: readonly string[], items: readonly number[]): string {
  const cells = schools.flatMap((school) =>
    items.flatMap((item) =>
      answersOf(known)
        .filter(Boolean)
        .map((answer) => `${answer} ${cell(known, school, item, answer)}`),
    ),
  )
  return cells.join(' + ')
}

export function allItems({ items }: Known): number[] {
  return Array.from({ length: items }, (_, item) => item)
}

export function answersOf({ categories }: Known): number[] {
  return Array.from({ length: categories }, (_, answer) => answer)
}

export function plus(names: readonly string[]): string {
  return names.join(' + ')
}
