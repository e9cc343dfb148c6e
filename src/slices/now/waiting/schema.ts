export const WAITING_KINDS = [
  'vote',
  'reveal',
  'late',
  'commitment',
  'study',
  'decision',
  'late_of_others',
  'findings',
  'no_goal',
  'no_resources',
] as const

export type WaitingKind = (typeof WAITING_KINDS)[number]

/** One thing that waits for the reader, with where to go; `dueOn` and `who` where it has them. */
export type Waiting = { kind: WaitingKind; key: string; what: string; href: string; dueOn?: string; who?: string; count?: number }
