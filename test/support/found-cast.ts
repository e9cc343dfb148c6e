import pg from 'pg'
import { openDatabase } from '../../src/platform/database.ts'
import { loadScope, type Scope, systemScope } from '../../src/access/scope.ts'
import { addPerson, addUnit, foundTenant, grantRole } from '../../src/slices/organizations/commands.ts'
import { createIdentity, linkIdentity } from '../../src/slices/people/identities/commands.ts'
import { CAST, emailOf, type Persona, PERSONAS, SCHOOLS, TENANTS } from './cast.ts'

type TenantSlug = (typeof TENANTS)[number]['slug']
type PlaceKey = (typeof SCHOOLS)[number]['key']

export type CastIds = {
  tenants: Record<TenantSlug, string>
  /** Root units by tenant. */
  roots: Record<TenantSlug, string>
  schools: Record<PlaceKey, string>
  people: Record<Persona, string>
  identities: Record<Persona, string>
}

/** Founds the tenants, their schools and the cast, by the commands of the slices. */
export async function foundCast(appUrl: string, now: Date): Promise<void> {
  const db = openDatabase({ url: appUrl, connections: 2 })
  for (const facts of TENANTS) {
    const { scope, rootId } = await foundTenant(db, { ...facts, now: new Date(now.getTime() - 90 * 24 * 3600 * 1000) })
    const units = new Map([['district', rootId]])
    for (const school of SCHOOLS.filter((one) => one.tenant === facts.slug)) {
      const unit = await addUnit(db, scope, { parentId: rootId, kind: 'school', name: school.name, grade: '', subject: '' })
      units.set(school.key, unit.id)
    }
    for (const persona of PERSONAS.filter((one) => CAST[one].tenant === facts.slug)) await foundPerson({ db, scope, units, persona, now })
  }
  await db.close()
}

type Founding = { db: ReturnType<typeof openDatabase>; scope: Scope; units: Map<string, string>; persona: Persona; now: Date }

async function foundPerson({ db, scope, units, persona, now }: Founding): Promise<void> {
  const { name, roles } = CAST[persona]
  const email = emailOf(persona)
  const tenantPersonId = await addPerson(db, scope, { givenName: name[0], familyName: name[1], email })
  for (const [place, role] of roles) {
    await grantRole(db, scope, tenantPersonId, { unitId: units.get(place) ?? '', role, beginsOn: '2026-07-01', endsOn: null })
  }
  const identityPersonId = await createIdentity(db, { name: name.join(' '), email, emailVerified: true, now })
  const { tenantId, tenantSlug, tenantName } = scope
  await linkIdentity(db, { identityPersonId, tenantId, tenantSlug, tenantName, tenantPersonId, now })
}

type Hiring = { db: ReturnType<typeof openDatabase>; ids: CastIds; now: Date }

/** People of Willow, in the other district, who can vote there. */
export async function hireNeighbours({ db, ids, now }: Hiring, count: number): Promise<Scope[]> {
  const system = await systemScope(db, ids.tenants['oak-hollow'], now)
  const scopes: Scope[] = []
  for (let number = 1; number <= count; number++) {
    const personId = await addPerson(db, system, { givenName: 'Neighbour', familyName: String(number), email: '' })
    await grantRole(db, system, personId, { unitId: ids.schools.willow, role: 'teacher_leader', beginsOn: '2026-07-01', endsOn: null })
    const scope = await loadScope(db, { tenantId: system.tenantId, personId, via: 'session', now })
    if (scope) scopes.push(scope)
  }
  return scopes
}

/** The identifiers of the cast in a database made from the template; the owner may look across tenants. */
export async function castIds(ownerUrl: string): Promise<CastIds> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const map = async (text: string) => new Map((await client.query<{ key: string; id: string }>(text)).rows.map((row) => [row.key, row.id]))
  const tenants = await map('select slug as key, id from tenant')
  const roots = await map('select t.slug as key, u.id from unit u join tenant t using (tenant_id) where u.parent_id is null')
  const units = await map('select slug as key, id from unit')
  const people = await map('select lower(email) as key, id from person')
  const identities = await map('select lower(email) as key, id from identity.person')
  await client.end()
  const all = <Key extends string>(keys: readonly Key[], find: (key: Key) => string | undefined) =>
    Object.fromEntries(keys.map((key) => [key, find(key) ?? ''])) as Record<Key, string> // one entry per key
  const slugs = TENANTS.map((one) => one.slug)
  return {
    tenants: all(slugs, (slug) => tenants.get(slug)),
    roots: all(slugs, (slug) => roots.get(slug)),
    schools: all(
      SCHOOLS.map((one) => one.key),
      (key) => units.get(key),
    ),
    people: all(PERSONAS, (persona) => people.get(emailOf(persona))),
    identities: all(PERSONAS, (persona) => identities.get(emailOf(persona))),
  }
}
