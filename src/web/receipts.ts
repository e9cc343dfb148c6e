import { timingSafeEqual } from 'node:crypto'
import { Problem } from '../platform/problem.ts'
import { newId } from '../platform/ids.ts'
import type { Tx } from '../platform/database.ts'
import type { Scope } from '../access/scope.ts'

export type Receipt = { status: number; headers: Record<string, string>; body: string }

/** The status of a receipt whose request has no answer that could be given again. */
export const UNANSWERED = 0

/**
 * Claims a key for this request, in its transaction. A second request with the key waits for the first to end:
 * it then gets the stored answer, or goes on itself where the first was undone.
 */
export async function claimKey(tx: Tx, scope: Scope, key: string, fingerprint: Buffer): Promise<Receipt | undefined> {
  const claimed = await tx
    .insertInto('requestReceipt')
    .values({
      tenantId: scope.tenantId,
      id: newId(scope.now.getTime()),
      personId: scope.personId,
      key,
      fingerprint,
      status: UNANSWERED,
      headers: JSON.stringify({}),
      body: '',
      recordedAt: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['tenantId', 'personId', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return claimed ? undefined : await storedReceipt(tx, scope, key, fingerprint)
}

/** Keeps the answer with its key, in the transaction of the write itself. */
export async function keepReceipt(tx: Tx, scope: Scope, key: string, receipt: Receipt): Promise<void> {
  await tx
    .updateTable('requestReceipt')
    .set({ status: receipt.status, headers: JSON.stringify(receipt.headers), body: receipt.body })
    .where('tenantId', '=', scope.tenantId)
    .where('personId', '=', scope.personId)
    .where('key', '=', key)
    .execute()
}

/** Longer than a tablet stays offline. */
const DAYS_KEPT = 30

/** Forgets requests that nobody will send again. */
export async function forgetReceipts(tx: Tx, scope: Scope): Promise<void> {
  // Ids begin with their time and lead the table's key, so that this reads nothing that stays.
  const oldestKept = newId(scope.now.getTime() - DAYS_KEPT * 24 * 60 * 60_000)
  await tx.deleteFrom('requestReceipt').where('tenantId', '=', scope.tenantId).where('id', '<', oldestKept).execute()
}

async function storedReceipt(tx: Tx, scope: Scope, key: string, fingerprint: Buffer): Promise<Receipt> {
  const row = await tx
    .selectFrom('requestReceipt')
    .select(['fingerprint', 'status', 'headers', 'body'])
    .where('tenantId', '=', scope.tenantId)
    .where('personId', '=', scope.personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  const same = row.fingerprint.length === fingerprint.length && timingSafeEqual(row.fingerprint, fingerprint)
  if (!same) throw new Problem(422, 'web.key_used_for_another')
  return { status: row.status, headers: row.headers as Record<string, string>, body: row.body } // written by keepReceipt
}
