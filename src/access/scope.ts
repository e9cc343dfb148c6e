import { sql } from 'kysely'
import { Database, type Db, type Tx } from '../platform/database.ts'
import { dayIn } from '../platform/clock.ts'
import { type Circle, READERS, type Role, SCHOOL_STAFF } from './roles.ts'

declare const proof: unique symbol

export type Membership = { unitId: string; unitPath: string[]; role: Role }

/** Who asks, in which tenant, and how far they reach; only this file makes one, so holding it is proof. */
export type Scope = {
  readonly [proof]: true
  readonly tenantId: string
  readonly tenantSlug: string
  readonly tenantName: string
  readonly personId: string
  readonly personName: string
  readonly memberships: readonly Membership[]
  /** Units whose rows of a circle may be read. */
  readonly reach: Readonly<Record<Circle, readonly string[]>>
  /** Units that may be entered as a place. */
  readonly places: readonly string[]
  readonly timeZone: string
  readonly language: string
  readonly mainLanguage: string
  readonly via: 'session' | 'token' | 'system'
  readonly now: Date
}

/** The system's own person: jobs and loading act as nobody. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Runs in a transaction that sees this tenant's rows and no others; inside a transaction it runs in that one. */
export async function inTenant<Result>(db: Db, scope: Scope, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (!(db instanceof Database)) return await run(db)
  return await db.transaction({ tenant: scope.tenantId, person: scope.personId }, run)
}

/** Runs on the sign-in tables, which belong to no tenant. */
export async function inIdentity<Result>(db: Db, identityPersonId: string | undefined, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (!(db instanceof Database)) return await run(db)
  return await db.transaction({ person: identityPersonId }, run)
}

type Asking = { tenantId: string; personId: string; language?: string | null; via: Scope['via']; now: Date }

/** The scope of a person in a tenant, or undefined where they have no current role there. */
export async function loadScope(db: Db, asking: Asking): Promise<Scope | undefined> {
  const read = async (tx: Tx) => {
    const known = await findTenantAndPerson(tx, asking)
    if (!known) return undefined
    const units = await reachableUnits(tx, asking, dayIn(known.timeZone, asking.now))
    const memberships = units.flatMap(({ id, path, roles }) => roles.map((role) => ({ unitId: id, unitPath: path, role })))
    if (memberships.length === 0) return undefined
    return scopeOf(known, known, memberships, units, asking)
  }
  return db instanceof Database ? await db.transaction({ tenant: asking.tenantId, person: asking.personId }, read) : await read(db)
}

/** The scope of the program itself in a tenant: for jobs, loading and seeding; it reads every place and is recorded as nobody. */
export async function systemScope(db: Db, tenantId: string, now: Date): Promise<Scope> {
  const read = async (tx: Tx) => {
    const tenant = await tx.selectFrom('tenant').selectAll().where('tenantId', '=', tenantId).executeTakeFirstOrThrow()
    const rows = await tx.selectFrom('unit').select(['id', 'path']).where('tenantId', '=', tenantId).execute()
    const units = rows.map((unit) => ({ ...unit, judged: false }))
    const root = units.find((unit) => unit.path.length === 1)
    const roles: Role[] = [...SCHOOL_STAFF, 'district_leader', 'administrator']
    const memberships = root ? roles.map((role) => ({ unitId: root.id, unitPath: root.path, role })) : []
    const asking: Asking = { tenantId, personId: NOBODY, via: 'system', now }
    return scopeOf(tenant, { givenName: '', familyName: '', language: null }, memberships, units, asking)
  }
  return db instanceof Database ? await db.transaction({ tenant: tenantId }, read) : await read(db)
}

type TenantRow = { id: string; slug: string; name: string; timeZone: string; mainLanguage: string }
type PersonRow = { givenName: string; familyName: string; language: string | null }
/** `judged` where the asking person evaluates whoever leads the unit or one above it. */
type UnitRow = { id: string; path: string[]; judged: boolean }

/** Both in one round trip: every request begins with it. */
async function findTenantAndPerson(tx: Tx, asking: Asking) {
  return await tx
    .selectFrom('tenant')
    .innerJoin('person', 'person.tenantId', 'tenant.tenantId')
    .select(['tenant.id', 'tenant.slug', 'tenant.name', 'tenant.timeZone', 'tenant.mainLanguage'])
    .select(['person.givenName', 'person.familyName', 'person.language'])
    .where('tenant.tenantId', '=', asking.tenantId)
    .where('person.id', '=', asking.personId)
    .where('person.endedOn', 'is', null)
    .executeTakeFirst()
}

/** One's own units, with the roles that one has in them today, and everything below them. */
async function reachableUnits(tx: Tx, { tenantId, personId }: Asking, today: string): Promise<(UnitRow & { roles: Role[] })[]> {
  const { rows } = await sql<UnitRow & { roles: Role[] }>`
    with own as not materialized (
      select m.unit_id, m.role from membership m join unit u on u.tenant_id = m.tenant_id and u.id = m.unit_id
      where m.tenant_id = ${tenantId} and m.person_id = ${personId} and m.begins_on <= ${today}
        and (m.ends_on is null or m.ends_on > ${today}) and u.ended_on is null)
    select unit.id, unit.path,
      array(select own.role from own where own.unit_id = unit.id) as roles,
      exists (select from evaluates e
        join membership m on m.tenant_id = e.tenant_id and m.person_id = e.evaluated_id and m.role = 'principal' and m.ends_on is null
        where e.tenant_id = unit.tenant_id and e.evaluator_id = ${personId} and e.ends_on is null and m.unit_id = any(unit.path)) as judged
    from unit where unit.tenant_id = ${tenantId} and unit.path && array(select unit_id from own)`.execute(tx)
  return rows
}

function scopeOf(tenant: TenantRow, person: PersonRow, memberships: Membership[], units: UnitRow[], asking: Asking): Scope {
  const covered = (roles: readonly Role[]) => {
    const own = new Set(memberships.filter((one) => roles.includes(one.role)).map((one) => one.unitId))
    return units.filter((unit) => unit.path.some((id) => own.has(id))).map((unit) => unit.id)
  }
  const judged = new Set(units.filter((unit) => unit.judged).map((unit) => unit.id))
  const scope = {
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    tenantName: tenant.name,
    personId: asking.personId,
    personName: `${person.givenName} ${person.familyName}`.trim(),
    memberships,
    // Whoever evaluates the principal is outside of the team's own space, even with a role in the team.
    reach: {
      team: covered(READERS.team).filter((id) => !judged.has(id)),
      school: covered(READERS.school),
      district: covered(READERS.district),
    },
    places: covered(READERS.district),
    timeZone: tenant.timeZone,
    language: asking.language ?? person.language ?? tenant.mainLanguage,
    mainLanguage: tenant.mainLanguage,
    via: asking.via,
    now: asking.now,
  }
  return scope as unknown as Scope // the one place where the proof is given
}

/** Whether the person is on the leadership team of the place, and so in its own space. */
export function isOnTeam(scope: Scope, path: readonly string[]): boolean {
  return scope.reach.team.includes(path.at(-1) ?? '')
}
