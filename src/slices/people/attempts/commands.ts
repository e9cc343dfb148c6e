import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { inIdentity } from '../../../access/scope.ts'
import type { Database } from '../../../platform/database.ts'
import type { Limit } from './schema.ts'

/** What is being tried, on what; `now` is the program's time. */
export type Attempt = { limit: Limit; subject: string; now: Date }

/**
 * Counts a try before it is made, so that a hundred at once cannot all pass, and answers how many minutes to wait,
 * or undefined where it may go on. It commits by itself: a refused request must not undo its own count.
 */
export async function takeAttempt(db: Database, attempt: Attempt): Promise<number | undefined> {
  const { limit, now } = attempt
  const windowMs = limit.minutes * 60_000
  const row = await inIdentity(db, undefined, (tx) =>
    tx
      .insertInto('identity.attempt')
      .values({ key: keyOf(attempt), count: 1, windowBeganAt: now })
      .onConflict((conflict) => {
        const over = sql<boolean>`identity.attempt.window_began_at <= ${new Date(now.getTime() - windowMs)}`
        return conflict.column('key').doUpdateSet({
          count: sql<number>`case when ${over} then 1 else identity.attempt.count + 1 end`,
          windowBeganAt: sql<Date>`case when ${over} then ${now} else identity.attempt.window_began_at end`,
        })
      })
      .returning(['count', 'windowBeganAt'])
      .executeTakeFirstOrThrow(),
  )
  if (row.count <= limit.max) return undefined
  return Math.max(1, Math.ceil((row.windowBeganAt.getTime() + windowMs - now.getTime()) / 60_000))
}

/** Takes a try back that turned out right, so that only failures count. */
export async function giveBackAttempt(db: Database, attempt: Attempt): Promise<void> {
  await inIdentity(db, undefined, (tx) =>
    tx
      .updateTable('identity.attempt')
      .set({ count: sql<number>`greatest(count - 1, 0)` })
      .where('key', '=', keyOf(attempt))
      .execute(),
  )
}

/** Forgets the tries on something, once its owner has shown themselves. */
export async function forgetAttempts(db: Database, attempt: Attempt): Promise<void> {
  await inIdentity(db, undefined, (tx) => tx.deleteFrom('identity.attempt').where('key', '=', keyOf(attempt)).execute())
}

/** A digest: addresses that strangers type are not ours to keep. */
function keyOf({ limit, subject }: Attempt): string {
  return `${limit.name}:${createHash('sha256').update(subject.trim().toLowerCase()).digest('base64url')}`
}
