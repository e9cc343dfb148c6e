import { sealEvents } from '../../access/event-chain.ts'
import { inTenant, type Scope, systemScope } from '../../access/scope.ts'
import type { Tx } from '../../platform/database.ts'
import { defineJob, defineWorker, type Worker } from '../../platform/jobs.ts'
import type { Deps } from '../../web/deps.ts'
import { forgetReceipts } from '../../web/receipts.ts'
import { listTenantIds } from './queries.ts'

/** Chains the events of every tenant, some minutes after they happened: a lock in each command would serialize the tenant. */
export const sealing = defineJob<object>('seal_events', { schedule: '*/5 * * * *' })

/** Every night, the answers of requests that nobody will send again go. */
export const receiptSweep = defineJob<object>('forget_receipts', { schedule: '41 3 * * *' })

export function operationWorkers(deps: Pick<Deps, 'db' | 'clock'>): Worker[] {
  return [defineWorker(sealing, () => inEachTenant(deps, sealEvents)), defineWorker(receiptSweep, () => inEachTenant(deps, forgetReceipts))]
}

async function inEachTenant(deps: Pick<Deps, 'db' | 'clock'>, act: (tx: Tx, scope: Scope) => Promise<unknown>): Promise<void> {
  for (const tenantId of await listTenantIds(deps.db)) {
    const scope = await systemScope(deps.db, tenantId, deps.clock.now())
    await inTenant(deps.db, scope, (tx) => act(tx, scope))
  }
}
