import { createHash } from 'node:crypto'
import { newId } from '../platform/ids.ts'
import type { Tx } from '../platform/database.ts'
import type { Scope } from './scope.ts'

const BATCH_SIZE = 5000
const BEGINNING = Buffer.alloc(32)

type EventRow = Awaited<ReturnType<typeof unsealedEvents>>[number]

/** Chains the events that are not yet sealed to the last seal; returns how many. Two sealers at once: the unique number lets one win. */
export async function sealEvents(tx: Tx, scope: Scope): Promise<number> {
  const events = await unsealedEvents(tx, scope)
  if (events.length === 0) return 0
  const last = await lastSeal(tx, scope)
  const previous = last?.hash ?? BEGINNING
  const sealId = newId(scope.now.getTime())
  const seal = { tenantId: scope.tenantId, id: sealId, number: (last?.number ?? 0) + 1, previous, hash: chained(previous, events) }
  await tx
    .insertInto('eventSeal')
    .values({ ...seal, eventCount: events.length, sealedAt: scope.now })
    .execute()
  const rows = events.map((event, position) => ({ tenantId: scope.tenantId, id: event.id, sealId, position }))
  await tx.insertInto('eventSealed').values(rows).execute()
  return events.length
}

export type Verification = { seals: number; events: number; unsealed: number; brokenAt: number | undefined }

/** Recomputes every link of the chain; `brokenAt` is the number of the first seal that no longer fits. */
export async function verifyEvents(tx: Tx, scope: Scope): Promise<Verification> {
  const seals = await tx.selectFrom('eventSeal').selectAll().where('tenantId', '=', scope.tenantId).orderBy('number').execute()
  let previous: Buffer = BEGINNING
  let events = 0
  let expected = 1
  for (const seal of seals) {
    const rows = await eventsOf(tx, scope, seal.id)
    const fits = seal.number === expected && seal.eventCount === rows.length && seal.previous.equals(previous)
    if (!fits || !seal.hash.equals(chained(previous, rows))) return { seals: seals.length, events, unsealed: 0, brokenAt: seal.number }
    previous = seal.hash
    events += rows.length
    expected++
  }
  return { seals: seals.length, events, unsealed: (await unsealedEvents(tx, scope)).length, brokenAt: undefined }
}

async function unsealedEvents(tx: Tx, scope: Scope) {
  return await tx
    .selectFrom('event')
    .leftJoin('eventSealed', (on) => on.onRef('eventSealed.tenantId', '=', 'event.tenantId').onRef('eventSealed.id', '=', 'event.id'))
    .selectAll('event')
    .where('event.tenantId', '=', scope.tenantId)
    .where('eventSealed.id', 'is', null)
    .orderBy('event.id')
    .limit(BATCH_SIZE)
    .execute()
}

async function lastSeal(tx: Tx, scope: Scope) {
  return await tx
    .selectFrom('eventSeal')
    .select(['number', 'hash'])
    .where('tenantId', '=', scope.tenantId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
}

/** From the members' side, so that a deleted event is missed and not only a changed one. */
async function eventsOf(tx: Tx, scope: Scope, sealId: string) {
  return await tx
    .selectFrom('eventSealed')
    .innerJoin('event', (on) => on.onRef('event.tenantId', '=', 'eventSealed.tenantId').onRef('event.id', '=', 'eventSealed.id'))
    .selectAll('event')
    .where('eventSealed.tenantId', '=', scope.tenantId)
    .where('eventSealed.sealId', '=', sealId)
    .orderBy('eventSealed.position')
    .execute()
}

function chained(previous: Buffer, events: EventRow[]): Buffer {
  const hash = createHash('sha256').update(previous)
  for (const event of events) hash.update(line(event))
  return hash.digest()
}

function line(event: EventRow): string {
  const parts = [event.id, event.personId, event.verb, event.noun, event.nounId, event.unitId, event.digest.toString('hex'), event.via]
  return JSON.stringify([...parts, event.recordedAt.toISOString()])
}
