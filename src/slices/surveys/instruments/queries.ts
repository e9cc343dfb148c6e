import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { found, notHere } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Instrument } from './schema.ts'

type At = { id: string; path: readonly string[] }

/** The questionnaires that a place can use: its own and those of the places above it, the newest first; none for whoever could open none. */
export async function listInstruments(tx: Tx, scope: Scope, place: At): Promise<Instrument[]> {
  if (!scope.reach.school.includes(place.id)) return []
  return await instruments(tx, scope, place).orderBy('id', 'desc').execute()
}

/** One of them. */
export async function findInstrument(tx: Tx, scope: Scope, place: At, id: string): Promise<Instrument> {
  if (!scope.reach.school.includes(place.id)) notHere()
  return found(await instruments(tx, scope, place).where('id', '=', id).executeTakeFirst())
}

function instruments(tx: Tx, scope: Scope, place: At) {
  return tx
    .selectFrom('instrument')
    .select(['id', 'unitId', 'title', 'languages', 'scales', 'minutes', 'purpose', 'provenance', 'revisesId', 'recordedAt'])
    .where('tenantId', '=', scope.tenantId)
    .where(sql<boolean>`unit_id = any(${[...place.path]}::uuid[])`)
    .$castTo<Instrument>() // commands.ts writes these columns from the same type
}
