// tenant found NAME --slug SLUG --zone ZONE --admin EMAIL --given NAME [--family NAME] [--kind district]: founds a district
// and invites its first administrator; a running program sends the letter.
import { parseArgs } from 'node:util'
import { inTenant } from '../src/access/scope.ts'
import { dayIn } from '../src/platform/clock.ts'
import { openJobs } from '../src/platform/jobs.ts'
import { addPerson, foundTenant, grantRole } from '../src/slices/organizations/commands.ts'
import { type TenantKind, TENANT_KINDS } from '../src/slices/organizations/schema.ts'
import { findTenantBySlug } from '../src/slices/operations/queries.ts'
import { invitePerson } from '../src/slices/people/invitations/commands.ts'
import { reachDatabase, type Reached } from './reach-database.ts'

const USAGE = 'tenant found NAME --slug SLUG --zone America/Chicago --admin EMAIL --given NAME [--family NAME] [--kind district]\n'

type Wanted = { name: string; slug: string; zone: string; admin: string; given: string; family: string; kind: TenantKind }

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted) {
    process.stderr.write(USAGE)
    return 2
  }
  const reached = await reachDatabase()
  try {
    if (await findTenantBySlug(reached.db, wanted.slug)) {
      process.stderr.write(`There is a tenant ${wanted.slug} already.\n`)
      return 1
    }
    await found(reached, wanted)
    process.stdout.write(`${wanted.name} is founded. ${wanted.admin} is invited; the letter goes out as soon as the program runs.\n`)
    return 0
  } finally {
    await reached.close()
  }
}

function readArguments(args: string[]): Wanted | undefined {
  const text = { type: 'string' } as const
  const options = { slug: text, zone: text, admin: text, given: text, family: text, kind: text }
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
  const [verb, name] = positionals
  const { slug, zone, admin, given, family = '' } = values
  const kind = TENANT_KINDS.find((one) => one === (values.kind ?? 'district'))
  if (verb !== 'found' || !name || !slug || !zone || !admin || !given || !kind) return undefined
  return { name, slug, zone, admin, given, family, kind }
}

async function found({ db, url }: Reached, wanted: Wanted): Promise<void> {
  const jobs = openJobs({ url, onError: (error) => process.stderr.write(`${error.message}\n`) })
  await jobs.open()
  const now = new Date()
  const { name, slug, kind, zone: timeZone } = wanted
  await db.transaction({}, async (tx) => {
    const { scope, rootId } = await foundTenant(tx, { name, slug, kind, timeZone, now })
    const person = await addPerson(tx, scope, { givenName: wanted.given, familyName: wanted.family, email: wanted.admin })
    await grantRole(tx, scope, person, { unitId: rootId, role: 'administrator', beginsOn: dayIn(timeZone, now), endsOn: null })
    await inTenant(tx, scope, (inner) => invitePerson(inner, scope, { jobs, personId: person, email: wanted.admin }))
  })
  await jobs.stop()
}
