/** A school of ours with the numbers by which others may know it. */
export type KnownSchool = { id: string; name: string; identifiers: string[] }

export const MISMATCHES = ['unknown_school', 'zeros_lost', 'name_twice'] as const

/** Which of our schools a row is, or why none. */
export type Match = { unitId: string; by: 'identifier' | 'name' } | { unitId: null; why: (typeof MISMATCHES)[number]; expected: string }
