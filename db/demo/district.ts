import { inTenant, type Scope } from '../../src/access/scope.ts'
import type { Db } from '../../src/platform/database.ts'
import { closeDay } from '../../src/slices/organizations/calendar/commands.ts'
import { foundTenant, grantRole } from '../../src/slices/organizations/commands.ts'
import { replaceBellSchedule } from '../../src/slices/organizations/schedule/commands.ts'
import { createIdentity, linkIdentity } from '../../src/slices/people/identities/commands.ts'
import { loadRoster } from '../../src/slices/roster/loads/commands.ts'
import { rosterBundle } from './bundle.ts'
import { CAST, type CastMember, SCHOOLS, type SchoolKey } from './cast.ts'
import { addressOf } from './names.ts'
import type { Places, Telling } from './teller.ts'
import { bellsOf } from './timetable.ts'

/** The district as its roster and its bells make it, and the people whom everybody knows, able to sign in. */
export async function foundDistrict(deps: Telling, slug: string): Promise<{ scope: Scope; places: Places; people: Map<string, string> }> {
  const begins = schoolYearBegin(deps.clock.now())
  const now = new Date(`${begins}T16:00:00Z`)
  const { scope } = await foundTenant(deps.db, {
    slug,
    name: 'Cedar Valley Unified',
    kind: 'district',
    timeZone: 'America/Los_Angeles',
    now,
  })
  const schoolYear = { begins, ends: `${Number(begins.slice(0, 4)) + 2}-06-12` }
  await loadRoster(deps.db, scope, {
    fileName: 'cedar-valley-roster.zip',
    bundle: rosterBundle(schoolYear),
    withStudents: false,
    confirmedEnds: null,
  })
  const places = await findPlaces(deps.db, scope)
  for (const { key, level } of SCHOOLS) await replaceBellSchedule(deps.db, scope, places[key], bellsOf(level))
  for (const closedOn of holidaysOf(begins)) await closeDay(deps.db, scope, places.district, { closedOn, reason: 'Thanksgiving' })
  const people = await findPeople(deps.db, scope)
  for (const member of CAST)
    await nameMember(deps, scope, { member, begins, unitId: places[member.place].id, personId: people.get(member.key) ?? '' })
  return { scope, places, people }
}

type Naming = { member: CastMember; begins: string; unitId: string; personId: string }

/** The roster knows administrators and teachers; who leads, the district says. */
async function nameMember(deps: Telling, scope: Scope, { member, begins, unitId, personId }: Naming): Promise<void> {
  const { givenName, familyName, role } = member
  if (role !== 'teacher') await grantRole(deps.db, scope, personId, { unitId, role, beginsOn: begins, endsOn: null })
  const identityPersonId = await createIdentity(deps.db, {
    name: `${givenName} ${familyName}`,
    email: addressOf(member),
    emailVerified: true,
    now: scope.now,
  })
  const { tenantId, tenantSlug, tenantName } = scope
  await linkIdentity(deps.db, { identityPersonId, tenantId, tenantSlug, tenantName, tenantPersonId: personId, now: scope.now })
}

async function findPlaces(db: Db, scope: Scope): Promise<Places> {
  const units = await inTenant(db, scope, (tx) =>
    tx.selectFrom('unit').select(['id', 'name', 'kind', 'path']).where('tenantId', '=', scope.tenantId).execute(),
  )
  const named = (name: string) => units.find((unit) => unit.name === name) ?? { id: '', kind: '', path: new Array<string>() }
  const schools = Object.fromEntries(SCHOOLS.map(({ key, name }) => [key, named(name)])) as Record<SchoolKey, Places[SchoolKey]> // one entry per school
  return { ...schools, district: named('Cedar Valley Unified') }
}

async function findPeople(db: Db, scope: Scope): Promise<Map<string, string>> {
  const rows = await inTenant(db, scope, (tx) =>
    tx.selectFrom('person').select(['id', 'email']).where('tenantId', '=', scope.tenantId).execute(),
  )
  const byEmail = new Map(rows.map((row) => [row.email, row.id]))
  return new Map(CAST.flatMap((member) => [[member.key, byEmail.get(addressOf(member)) ?? '']]))
}

/** The first of August of the last school year: the story has a year behind it. */
/** The fourth Thursday of November and the day after, in both school years. */
function holidaysOf(begins: string): string[] {
  return [0, 1].flatMap((years) => {
    const november = Temporal.PlainDate.from({ year: Number(begins.slice(0, 4)) + years, month: 11, day: 1 })
    const thursday = november.add({ days: ((THURSDAY - november.dayOfWeek + 7) % 7) + 21 })
    return [thursday, thursday.add({ days: 1 })].map(String)
  })
}

const THURSDAY = 4

function schoolYearBegin(now: Date): string {
  const year = now.getUTCMonth() >= 7 ? now.getUTCFullYear() - 1 : now.getUTCFullYear() - 2
  return `${year}-08-01`
}
