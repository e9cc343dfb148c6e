import type { Kind, Noun, ToldOf } from '../nouns/schema.ts'

/** Which of our rows a row of the roster is, and what the roster last said of it. */
export type Link<K extends Kind = Kind> = { id: string; sourceId: string; nounId: string; told: ToldOf[K]; endedOn: string | null }

/** What a load would do with one kind; an added noun with a link comes back after it had ended. */
export type Steps<K extends Kind = Kind> = {
  added: { noun: Noun<K>; link?: Link<K> }[]
  changed: { noun: Noun<K>; link: Link<K> }[]
  ended: Link<K>[]
  /** Would end by the roster, but must not: those who run the program here. */
  spared: Link<K>[]
  unchanged: number
  /** How many the roster had told us of before. */
  current: number
}
export type Plan = { [K in Kind]: Steps<K> }

/** A plan as it is kept and shown: numbers, and the first names of each. */
export type StepSummary = {
  added: number
  changed: number
  ended: number
  unchanged: number
  current: number
  names: { added: string[]; changed: string[]; ended: string[]; spared: string[] }
}
export type PlanSummary = Record<Kind, StepSummary>

/** Above this share of the staff a load is more likely a broken export than a real departure. */
export const MOST_ENDS = 0.2

/** What an application did: the plan as it was carried out, and how many rows had nothing to stand on. */
export type Report = { plan: PlanSummary; left: number }
