import { dayIn } from '../../../../platform/clock.ts'
import type { Db } from '../../../../platform/database.ts'
import { refuse } from '../../../../platform/problem.ts'
import { record } from '../../../../access/events.ts'
import { actorOf, newRow } from '../../../../access/new-row.ts'
import { inTenant, type Scope } from '../../../../access/scope.ts'
import { whyNotRun } from '../../rules.ts'
import { findInstrument } from '../queries.ts'
import { listSources } from './queries.ts'
import { whyNotNote } from './rules.ts'
import type { NoteForm } from './schema.ts'

type At = { id: string; path: readonly string[] }

/** Adds to the validity file of a questionnaire; the leaders of the place that made it do so. Returns the note's id. */
export async function addNote(db: Db, scope: Scope, place: At, instrumentId: string, form: NoteForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const instrument = await findInstrument(tx, scope, place, instrumentId)
    const sources = await listSources(tx, scope, place, instrument.id)
    const fault = whyNotNote(form, sources, dayIn(scope.timeZone, scope.now))
    refuse(whyNotRun(scope, { id: instrument.unitId }) ?? fault?.reason)
    const row = { ...newRow(scope), instrumentId: instrument.id, authorId: actorOf(scope), ...form }
    await tx.insertInto('validityNote').values(row).execute()
    await record(tx, scope, { verb: 'validity_noted', noun: 'instrument', nounId: instrument.id, unitId: instrument.unitId, content: form })
    return row.id
  })
}
