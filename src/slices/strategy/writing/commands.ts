import type { Db, Tx } from '../../../platform/database.ts'
import { refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { whyNotMay } from '../../../access/policy.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { lockStrategy } from '../queries.ts'
import { whyNotWriteInto } from '../rules.ts'
import type { Strategy } from '../schema.ts'

/** The place at which a command acts. */
export type At = { id: string; path: readonly string[] }

/** The event of a write: what happened to which noun. */
export type Happening = { verb: string; noun: string; nounId: string; content: object }

/** What all writes into a strategy share: the lock, the right to it, that it is current, and the event. */
export async function writingInto(
  db: Db,
  scope: Scope,
  place: At,
  id: string,
  happening: Happening,
  write: (tx: Tx, strategy: Strategy) => Promise<void>,
): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const strategy = await lockStrategy(tx, scope, place, id)
    refuse(whyNotMay(scope, 'strategy.write', place) ?? whyNotWriteInto(strategy))
    await write(tx, strategy)
    await record(tx, scope, { ...happening, unitId: place.id })
  })
}
