import type { Db } from '../../../platform/database.ts'
import { refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { newRow } from '../../../access/new-row.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { whyNotRun } from '../rules.ts'
import { SURVEY_LANGUAGES } from '../schema.ts'
import { minutesOf, provenanceOf, scalesOf, whyNotMake } from './rules.ts'
import type { InstrumentForm } from './schema.ts'

/** Makes a questionnaire of a place from scales of the bank and own items; it stays as it is. Returns its id. */
export async function makeInstrument(db: Db, scope: Scope, place: { id: string }, form: InstrumentForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotRun(scope, place) ?? whyNotMake(form)?.reason)
    const scales = scalesOf(form)
    const row = { ...newRow(scope), unitId: place.id, minutes: minutesOf(scales), purpose: form.purpose, provenance: provenanceOf(scales) }
    await tx
      .insertInto('instrument')
      .values({
        ...row,
        title: JSON.stringify({ en: form.title_en, es: form.title_es }),
        languages: JSON.stringify(SURVEY_LANGUAGES),
        scales: JSON.stringify(scales),
      })
      .execute()
    await record(tx, scope, { verb: 'instrument_made', noun: 'instrument', nounId: row.id, unitId: place.id, content: form })
    return row.id
  })
}
