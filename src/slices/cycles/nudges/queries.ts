import { sql } from 'kysely'
import { inIdentity, type Scope } from '../../../access/scope.ts'
import type { Db, Tx } from '../../../platform/database.ts'

/** Every tenant, for a round that goes through all of them. */
export async function listTenantIds(db: Db): Promise<string[]> {
  const rows = await inIdentity(db, undefined, (tx) => tx.selectFrom('identity.tenant').select('tenantId').orderBy('tenantId').execute())
  return rows.map((row) => row.tenantId)
}

export type StaleCycle = {
  id: string
  number: number
  question: string
  prediction: string
  endsOn: string
  placeSlug: string
  leader: string
  email: string
  language: string | null
}

/** Cycles whose time is over without a study, whose leaders can be written to and were not yet. */
export async function listStaleCycles(tx: Tx, scope: Scope, today: string): Promise<StaleCycle[]> {
  const rows = await tx
    .selectFrom('cycle')
    .innerJoin('cycleStart as start', (on) => on.onRef('start.tenantId', '=', 'cycle.tenantId').onRef('start.cycleId', '=', 'cycle.id'))
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'cycle.tenantId').onRef('person.id', '=', 'cycle.ledBy'))
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'cycle.tenantId').onRef('unit.id', '=', 'cycle.unitId'))
    .leftJoin('study', (on) => on.onRef('study.tenantId', '=', 'cycle.tenantId').onRef('study.cycleId', '=', 'cycle.id'))
    .leftJoin('cycleNudge as nudge', (on) => on.onRef('nudge.tenantId', '=', 'cycle.tenantId').onRef('nudge.cycleId', '=', 'cycle.id'))
    .select(['cycle.id', 'cycle.number', 'cycle.question', 'cycle.prediction', 'cycle.endsOn', 'unit.slug as placeSlug'])
    .select(['person.email', 'person.language', sql<string>`trim(person.given_name || ' ' || person.family_name)`.as('leader')])
    .where('cycle.tenantId', '=', scope.tenantId)
    .where('cycle.endsOn', '<', today)
    .where('study.id', 'is', null)
    .where('nudge.id', 'is', null)
    .where('person.endedOn', 'is', null)
    .orderBy('cycle.id')
    .execute()
  return rows.flatMap(({ email, endsOn, ...row }) => (email && endsOn ? [{ ...row, email, endsOn }] : []))
}
