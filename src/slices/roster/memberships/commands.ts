import { dayIn } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { record } from '../../../access/events.ts'
import type { Role } from '../../../access/roles.ts'
import { inTenant } from '../../../access/scope.ts'
import type { Scope } from '../../../access/scope.ts'
import { inBatches } from '../links/commands.ts'
import type { Writing } from '../links/commands.ts'
import type { PersonTold } from '../nouns/schema.ts'
import { placesOf } from '../staff/rules.ts'

type Open = { id: string; personId: string; unitId: string; role: string; source: string }

/** Gives a person a role by hand, from today on; no roster ends it while the person stays. */
export async function joinUnit(db: Db, scope: Scope, membership: { personId: string; unitId: string; role: Role }) {
  await inTenant(db, scope, async (tx) => {
    const id = newId(scope.now.getTime())
    const beginsOn = dayIn(scope.timeZone, scope.now)
    await tx
      .insertInto('membership')
      .values({ tenantId: scope.tenantId, id, ...membership, beginsOn, recordedAt: scope.now })
      .execute()
    await record(tx, scope, { verb: 'role_granted', noun: 'membership', nounId: id, unitId: membership.unitId, content: membership })
  })
}

/** Makes the open memberships of these people what the roster says; what was given by hand stays. */
export async function writeMemberships(writing: Writing, members: readonly { personId: string; told: PersonTold }[]) {
  if (members.length === 0) return
  const unitOf = await unitFinder(writing)
  const open = Map.groupBy(await listOpen(writing, new Set(members.map((member) => member.personId))), (one) => one.personId)
  const missing: { personId: string; unitId: string; role: string }[] = []
  const over: string[] = []
  for (const { personId, told } of members) {
    const places = placesOf(told, unitOf)
    const own = open.get(personId) ?? []
    for (const place of places) {
      if (!own.some((one) => one.unitId === place.unitId && one.role === place.role)) missing.push({ personId, ...place })
    }
    for (const one of own) {
      if (one.source === 'roster' && !places.some((place) => place.unitId === one.unitId && place.role === one.role)) over.push(one.id)
    }
  }
  await begin(writing, missing)
  await end(writing, over)
}

async function unitFinder({ tx, scope, known }: Writing) {
  const rows = await tx.selectFrom('unit').select(['id', 'kind']).where('tenantId', '=', scope.tenantId).execute()
  const units = new Map(rows.map((row) => [row.id, row]))
  return (sourceId: string) => units.get(known.unit.get(sourceId) ?? '')
}

async function listOpen({ tx, scope }: Writing, people: ReadonlySet<string>): Promise<Open[]> {
  const rows = await tx
    .selectFrom('membership')
    .select(['id', 'personId', 'unitId', 'role', 'source'])
    .where('tenantId', '=', scope.tenantId)
    .where('endsOn', 'is', null)
    .execute()
  return rows.filter((row) => people.has(row.personId))
}

async function begin({ tx, scope, today }: Writing, missing: readonly { personId: string; unitId: string; role: string }[]) {
  await inBatches(missing, async (batch) => {
    const rows = batch.map((one) => ({
      tenantId: scope.tenantId,
      id: newId(),
      ...one,
      beginsOn: today,
      source: 'roster',
      recordedAt: scope.now,
    }))
    await tx.insertInto('membership').values(rows).execute()
  })
}

async function end({ tx, scope, today }: Writing, ids: readonly string[]) {
  await inBatches(ids, async (batch) => {
    await tx.updateTable('membership').set({ endsOn: today }).where('tenantId', '=', scope.tenantId).where('id', 'in', batch).execute()
  })
}
