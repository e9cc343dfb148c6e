import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Kind } from '../kinds/schema.ts'

/** How many open commitments people of a place have; another slice keeps them, and the composition root hands this in. */
export type CountCommitments = (
  tx: Tx,
  scope: Scope,
  place: { id: string; path: readonly string[] },
) => Promise<{ personId: string; count: number }[]>

/** A goal with what serves it, by kind, and what came out of serving it. */
export type GoalCoverage = { goalId: string; serving: Record<Kind, number>; total: number; generated: number }

/** A structure with its minutes: what it has, and what its uses take. */
export type StructureLoad = { id: string; name: string; minutesPerWeek: number; takenMinutes: number; isOverused: boolean }

/** A person with what rests on them. */
export type PersonLoad = { personId: string; name: string; uses: string[]; commitments: number; isOverused: boolean }
