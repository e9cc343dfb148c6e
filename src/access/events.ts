import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../platform/ids.ts'
import type { Tx } from '../platform/database.ts'
import { NOBODY, type Scope } from './scope.ts'

/** What happened; `content` is only digested with a salt and never stored, so that erasing the salt forgets it. */
export type Happening = { verb: string; noun: string; nounId: string; unitId?: string | null; content?: object; anonymous?: boolean }

/** Writes the one event of a command, in the command's transaction. */
export async function record(tx: Tx, scope: Scope, happening: Happening): Promise<void> {
  const id = newId(scope.now.getTime())
  const salt = randomBytes(16)
  const digest = createHash('sha256')
    .update(salt)
    .update(JSON.stringify(happening.content ?? {}))
    .digest()
  await tx
    .insertInto('event')
    .values({
      tenantId: scope.tenantId,
      id,
      personId: happening.anonymous || scope.personId === NOBODY ? null : scope.personId,
      verb: happening.verb,
      noun: happening.noun,
      nounId: happening.nounId,
      unitId: happening.unitId ?? null,
      digest,
      via: scope.via,
      recordedAt: scope.now,
    })
    .execute()
  await tx.insertInto('eventSalt').values({ tenantId: scope.tenantId, id, salt }).execute()
}
