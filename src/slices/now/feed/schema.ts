/** The happenings that a colleague wants to hear of; all others are for the record alone. */
export const TOLD = [
  'resource_added',
  'resource_recognized',
  'resource_put_to_use',
  'resource_repurposed',
  'resource_generated',
  'resource_retired',
  'evidence_added',
  'outcome_recorded',
  'finding_accepted',
  'goal_drafted',
  'goal_agreed',
  'goal_closed',
  'strategy_drawn',
  'theory_changed',
  'strategy_reviewed',
  'commitment_kept',
  'measure_created',
  'cycle_planned',
  'cycle_started',
  'cycle_studied',
  'cycle_decided',
] as const

export type Told = (typeof TOLD)[number]

/** One happening, as it is told: who did what to which noun, which the reader may see. */
export type News = { id: string; verb: Told; who: string; what: string; href: string; placeName: string; at: Date }
