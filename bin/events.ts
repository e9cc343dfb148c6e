// events verify --tenant SLUG: recomputes the chain of a tenant's events, and says where it no longer fits.
import { parseArgs } from 'node:util'
import { verifyEvents } from '../src/access/event-chain.ts'
import { inTenant, systemScope } from '../src/access/scope.ts'
import { findTenantBySlug } from '../src/slices/operations/queries.ts'
import { reachDatabase } from './reach-database.ts'

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { tenant: { type: 'string' } } })
  if (positionals[0] !== 'verify' || !values.tenant) {
    process.stderr.write('events verify --tenant SLUG\n')
    return 2
  }
  const { db, close } = await reachDatabase()
  try {
    const tenantId = await findTenantBySlug(db, values.tenant)
    if (!tenantId) {
      process.stderr.write(`There is no tenant ${values.tenant}.\n`)
      return 2
    }
    const scope = await systemScope(db, tenantId, new Date())
    const chain = await inTenant(db, scope, (tx) => verifyEvents(tx, scope))
    if (chain.brokenAt !== undefined)
      process.stdout.write(`Seal ${chain.brokenAt} of ${chain.seals} does not fit: events were changed or taken out.\n`)
    else process.stdout.write(`${chain.events} events in ${chain.seals} seals fit; ${chain.unsealed} wait for the next seal.\n`)
    return chain.brokenAt === undefined ? 0 : 1
  } finally {
    await close()
  }
}
