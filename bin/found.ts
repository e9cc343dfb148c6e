// found --slug SLUG --name NAME --administrator "GIVEN FAMILY" --email ADDRESS --zone ZONE [--kind KIND] [--language LANGUAGE]
// Founds a tenant with its first administrator, and prints the invitation by which that person begins.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { LANGUAGES } from '../src/messages/text.ts'
import { dayIn, systemClock } from '../src/platform/clock.ts'
import type { Database, Tx } from '../src/platform/database.ts'
import { addPerson, foundTenant, grantRole } from '../src/slices/organizations/commands.ts'
import { TENANT_KINDS } from '../src/slices/organizations/schema.ts'
import { invitePerson } from '../src/slices/people/invitations/commands.ts'
import { sendInvitationLetter } from '../src/slices/people/letters/commands.ts'
import { reachDatabase } from './reach-database.ts'

const USAGE = 'found --slug SLUG --name NAME --administrator "GIVEN FAMILY" --email ADDRESS --zone ZONE [--kind KIND] [--language LANGUAGE]'

const terms = z.object({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'small letters, digits and hyphens'),
  name: z.string().trim().min(1).max(120),
  administrator: z.string().trim().min(1).max(160),
  email: z.email('an e-mail address'),
  kind: z.enum(TENANT_KINDS).default('district'),
  zone: z.enum(Intl.supportedValuesOf('timeZone') as [string, ...string[]], 'a time zone like America/Chicago'), // the list is never empty
  language: z.enum(LANGUAGES).default('en'),
})

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  const asked = terms.safeParse(readArguments(args))
  if (!asked.success) {
    const faults = asked.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`)
    process.stderr.write(`${USAGE}\n${faults.join('\n')}\n`)
    return 2
  }
  process.chdir(join(import.meta.dirname, '..')) // the folder of the embedded database is named from here
  const { db, close } = await reachDatabase()
  try {
    return await found(db, asked.data)
  } finally {
    await close()
  }
}

function readArguments(args: string[]): object {
  const option = { type: 'string' } as const
  const options = { slug: option, name: option, administrator: option, email: option, kind: option, zone: option, language: option }
  try {
    return parseArgs({ args, options }).values
  } catch {
    return {}
  }
}

type Terms = z.output<typeof terms>

/** All of it or nothing, the printing as well: a command that was killed can be run again. */
async function found(db: Database, asked: Terms): Promise<number> {
  return await db.transaction({}, async (tx) => {
    const there = await tx.selectFrom('identity.tenant').select('slug').where('slug', '=', asked.slug).executeTakeFirst()
    if (there) process.stderr.write(`There is a tenant ${asked.slug} already.\n`)
    if (there) return 1
    const invitationId = await foundWithAdministrator(tx, asked)
    // Printed instead of mailed: whoever can run this stands for the installation, and its mail may not work yet.
    const mail = { send: async (letter: { text: string }) => void process.stdout.write(`${letter.text}\n`) }
    await sendInvitationLetter({ db: tx, clock: systemClock, mail, origin: origin() }, invitationId)
    return 0
  })
}

async function foundWithAdministrator(tx: Tx, { slug, name, kind, zone, language, administrator, email }: Terms): Promise<string> {
  const now = systemClock.now()
  const { scope, rootId } = await foundTenant(tx, { slug, name, kind, timeZone: zone, mainLanguage: language, now })
  const [givenName = '', ...familyNames] = administrator.split(/\s+/)
  const personId = await addPerson(tx, scope, { givenName, familyName: familyNames.join(' '), email })
  await grantRole(tx, scope, personId, { unitId: rootId, role: 'administrator', beginsOn: dayIn(zone, now), endsOn: null })
  return await invitePerson(tx, scope, { jobs: { enqueue: async () => {} }, personId, email })
}

function origin(): string {
  return process.env['ORIGIN'] || `http://localhost:${process.env['PORT'] || '4000'}`
}
