import { sealEvents } from '../../access/event-chain.ts'
import { inIdentity, inTenant, systemScope } from '../../access/scope.ts'
import { defineJob, defineWorker, type Worker } from '../../platform/jobs.ts'
import type { Deps } from '../../web/deps.ts'

/** Chains the events of every tenant, some minutes after they happened: a lock in each command would serialize the tenant. */
export const sealing = defineJob<object>('seal_events', { schedule: '*/5 * * * *' })

export function operationWorkers(deps: Deps): Worker[] {
  return [defineWorker(sealing, () => sealAllTenants(deps))]
}

async function sealAllTenants(deps: Deps): Promise<void> {
  const tenants = await inIdentity(deps.db, undefined, (tx) => tx.selectFrom('identity.tenant').select('tenantId').execute())
  for (const { tenantId } of tenants) {
    const scope = await systemScope(deps.db, tenantId, deps.clock.now())
    await inTenant(deps.db, scope, (tx) => sealEvents(tx, scope))
  }
}
