import { sealEvents } from '../../access/event-chain.ts'
import { inTenant, systemScope } from '../../access/scope.ts'
import { defineJob, defineWorker, type Worker } from '../../platform/jobs.ts'
import type { Deps } from '../../web/deps.ts'
import { listTenantIds } from './queries.ts'

/** Chains the events of every tenant, some minutes after they happened: a lock in each command would serialize the tenant. */
export const sealing = defineJob<object>('seal_events', { schedule: '*/5 * * * *' })

export function operationWorkers(deps: Deps): Worker[] {
  return [defineWorker(sealing, () => sealAllTenants(deps))]
}

async function sealAllTenants(deps: Deps): Promise<void> {
  for (const tenantId of await listTenantIds(deps.db)) {
    const scope = await systemScope(deps.db, tenantId, deps.clock.now())
    await inTenant(deps.db, scope, (tx) => sealEvents(tx, scope))
  }
}
