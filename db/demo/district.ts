import { addPerson, addUnit, foundTenant, grantRole } from '../../src/slices/organizations/commands.ts'
import { createIdentity, linkIdentity } from '../../src/slices/people/identities/commands.ts'
import type { Deps } from '../../src/web/deps.ts'
import { CAST, SCHOOLS } from './cast.ts'

/** The district, its schools, and the people whom everybody knows. */
export async function foundDistrict(deps: Deps, slug: string): Promise<void> {
  const now = deps.clock.now()
  const aYearAgo = new Date(now.getTime() - 400 * 24 * 3600 * 1000)
  const facts = { slug, name: 'Cedar Valley Unified', kind: 'district', timeZone: 'America/Los_Angeles', now: aYearAgo } as const
  const { scope, rootId } = await foundTenant(deps.db, facts)
  const units = new Map([['district', rootId]])
  for (const { key, name } of SCHOOLS) {
    const unit = await addUnit(deps.db, scope, { parentId: rootId, kind: 'school', name, grade: '', subject: '' })
    units.set(key, unit.id)
  }
  for (const person of CAST) {
    const email = `${person.givenName}.${person.familyName}@cedarvalley.example`.toLowerCase()
    const { givenName, familyName } = person
    const tenantPersonId = await addPerson(deps.db, scope, { givenName, familyName, email })
    const beginsOn = aYearAgo.toISOString().slice(0, 10)
    await grantRole(deps.db, scope, tenantPersonId, { unitId: units.get(person.place) ?? rootId, role: person.role, beginsOn, endsOn: null })
    const identityPersonId = await createIdentity(deps.db, { name: `${givenName} ${familyName}`, email, emailVerified: true, now })
    const { tenantId, tenantSlug, tenantName } = scope
    await linkIdentity(deps.db, { identityPersonId, tenantId, tenantSlug, tenantName, tenantPersonId, now })
  }
}
