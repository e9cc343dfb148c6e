import { Database, type Db, enter, type Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { found, refuse, stale } from '../../platform/problem.ts'
import { dayIn } from '../../platform/clock.ts'
import { record } from '../../access/events.ts'
import type { Role } from '../../access/roles.ts'
import { inTenant, type Scope, systemScope } from '../../access/scope.ts'
import { slugFor, whyNotManage, whyNotUnder } from './rules.ts'
import type { MembershipForm, PersonForm, TenantKind, UnitForm, UnitKind } from './schema.ts'

export type TenantFacts = {
  slug: string
  name: string
  kind: TenantKind
  timeZone: string
  mainLanguage?: string
  ncesId?: string
  stateCode?: string
  now: Date
}

/** Founds a tenant with the unit at its root; returns the system's scope in it. */
export async function foundTenant(db: Db, facts: TenantFacts): Promise<{ scope: Scope; rootId: string }> {
  const tenantId = newId(facts.now.getTime())
  const rootId = newId(facts.now.getTime())
  const { now, mainLanguage = 'en', ...columns } = facts
  await inNewTenant(db, tenantId, async (tx) => {
    await tx
      .insertInto('tenant')
      .values({ ...columns, mainLanguage, tenantId, id: tenantId, recordedAt: now })
      .execute()
    await tx.insertInto('identity.tenant').values({ tenantId, slug: facts.slug, recordedAt: now }).execute()
    const kind: UnitKind =
      facts.kind === 'state_agency' || facts.kind === 'partner' ? 'agency' : facts.kind === 'district' ? 'district' : 'school'
    const root = {
      tenantId,
      id: rootId,
      parentId: null,
      path: [rootId],
      kind,
      slug: slugFor(facts.name, new Set()),
      name: facts.name,
      recordedAt: now,
    }
    await tx.insertInto('unit').values(root).execute()
    const scope = await systemScope(tx, tenantId, now)
    await record(tx, scope, { verb: 'tenant_founded', noun: 'tenant', nounId: tenantId, unitId: rootId, content: columns })
  })
  return { scope: await systemScope(db, tenantId, now), rootId }
}

async function inNewTenant(db: Db, tenantId: string, run: (tx: Tx) => Promise<void>): Promise<void> {
  if (db instanceof Database) return await db.transaction({ tenant: tenantId }, run)
  await enter(db, { tenant: tenantId })
  await run(db)
}

/** Adds a place under another. */
export async function addUnit(db: Db, scope: Scope, unit: UnitForm): Promise<{ id: string; slug: string; path: string[] }> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope))
    const parent = found(await lockUnit(tx, scope, unit.parentId))
    refuse(whyNotUnder(unit.kind, parent.kind))
    const id = newId(scope.now.getTime())
    const added = { id, slug: slugFor(unit.name, await slugs(tx, scope)), path: [...parent.path, id] }
    const { grade, subject, ...columns } = unit
    await tx
      .insertInto('unit')
      .values({ ...columns, ...added, grade: grade || null, subject: subject || null, tenantId: scope.tenantId, recordedAt: scope.now })
      .execute()
    await record(tx, scope, { verb: 'unit_added', noun: 'unit', nounId: id, unitId: id, content: unit })
    return added
  })
}

/** Adds a person to the tenant; signing in comes by an invitation. */
export async function addPerson(db: Db, scope: Scope, person: PersonForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope))
    const id = newId(scope.now.getTime())
    await refuseTakenEmail(tx, scope, person.email)
    await tx
      .insertInto('person')
      .values({ ...person, email: person.email || null, tenantId: scope.tenantId, id, recordedAt: scope.now })
      .execute()
    await record(tx, scope, { verb: 'person_added', noun: 'person', nounId: id, content: person })
    return id
  })
}

/** Gives a person a role in a unit from a day on. */
export async function grantRole(
  db: Db,
  scope: Scope,
  personId: string,
  membership: MembershipForm,
  source: 'hand' | 'roster' = 'hand',
): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope))
    found(await lockUnit(tx, scope, membership.unitId))
    refuse((await holdsRole(tx, scope, personId, membership)) ? 'organizations.role_held_already' : undefined)
    const id = newId(scope.now.getTime())
    await tx
      .insertInto('membership')
      .values({ ...membership, tenantId: scope.tenantId, id, personId, source, recordedAt: scope.now })
      .execute()
    await record(tx, scope, { verb: 'role_granted', noun: 'membership', nounId: id, unitId: membership.unitId, content: membership })
    return id
  })
}

/** Ends a role today; what the person did in it stays. */
export async function endRole(db: Db, scope: Scope, membershipId: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope))
    const today = dayIn(scope.timeZone, scope.now)
    const ended = await tx
      .updateTable('membership')
      .set((column) => ({ endsOn: column.fn('greatest', [column.ref('beginsOn'), column.val(today)]) }))
      .where('tenantId', '=', scope.tenantId)
      .where('id', '=', membershipId)
      .where('endsOn', 'is', null)
      .returning(['id', 'unitId'])
      .executeTakeFirst()
    const { unitId } = found(ended)
    await record(tx, scope, { verb: 'role_ended', noun: 'membership', nounId: membershipId, unitId })
  })
}

/** Renames a unit. */
export async function changeUnit(
  db: Db,
  scope: Scope,
  unitId: string,
  change: { name: string; grade: string; subject: string; version: number },
): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope))
    const unit = found(await lockUnit(tx, scope, unitId))
    if (unit.version !== change.version) stale()
    const columns = { name: change.name, grade: change.grade || null, subject: change.subject || null, version: change.version + 1 }
    await tx.updateTable('unit').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', unitId).execute()
    await record(tx, scope, { verb: 'unit_changed', noun: 'unit', nounId: unitId, unitId, content: change })
  })
}

async function lockUnit(tx: Tx, scope: Scope, unitId: string) {
  return await tx
    .selectFrom('unit')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', unitId)
    .where('endedOn', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

async function slugs(tx: Tx, scope: Scope): Promise<Set<string>> {
  const rows = await tx.selectFrom('unit').select('slug').where('tenantId', '=', scope.tenantId).execute()
  return new Set(rows.map((row) => row.slug))
}

async function refuseTakenEmail(tx: Tx, scope: Scope, email: string): Promise<void> {
  if (!email) return
  const taken = await tx
    .selectFrom('person')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  refuse(taken && 'organizations.email_taken')
}

async function holdsRole(tx: Tx, scope: Scope, personId: string, membership: { unitId: string; role: Role }): Promise<boolean> {
  const row = await tx
    .selectFrom('membership')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('personId', '=', personId)
    .where('unitId', '=', membership.unitId)
    .where('role', '=', membership.role)
    .where('endsOn', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
