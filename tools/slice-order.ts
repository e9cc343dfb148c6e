/** Slices stand in this order: one may import schema, rules, queries and parts of an earlier one, nothing of a later one. */
export const sliceOrder = [
  'people',
  'organizations',
  'roster',
  'frameworks',
  'votes',
  'goals',
  'resources',
  'measures',
  'strategy',
  'cycles',
  'surveys',
  'operations',
  'now',
] as const
