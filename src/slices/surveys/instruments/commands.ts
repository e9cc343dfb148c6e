import type { Db } from '../../../platform/database.ts'
import { refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { newRow } from '../../../access/new-row.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { whyNotRun } from '../rules.ts'
import { languagesOf, minutesOf, provenanceOf, scalesOf, whyNotKeep, whyNotMake } from './rules.ts'
import type { InstrumentContent, InstrumentForm } from './schema.ts'

/** Makes a questionnaire of a place from scales of the bank and own items; it stays as it is. Returns its id. */
export async function makeInstrument(db: Db, scope: Scope, place: { id: string }, form: InstrumentForm): Promise<string> {
  refuse(whyNotRun(scope, place) ?? whyNotMake(form)?.reason)
  const scales = scalesOf(form)
  const languages = languagesOf(form)
  const both = languages.includes('es')
  const title = { en: form.title_en, ...(both && { es: form.title_es }) }
  const purpose = { en: form.purpose_en, ...(both && { es: form.purpose_es }) }
  const made = { title, languages, purpose, scales, provenance: provenanceOf(scales) }
  return await keepInstrument(db, scope, place, made)
}

/** Keeps a whole questionnaire at a place, as one that comes from a file; it stays as it is. Returns its id. */
export async function keepInstrument(db: Db, scope: Scope, place: { id: string }, made: InstrumentContent): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotRun(scope, place))
    const fault = whyNotKeep(made.scales, scope.language)
    refuse(fault?.reason, fault?.values)
    const { title, languages, scales, purpose, provenance, revisesId = null } = made
    const row = { ...newRow(scope), unitId: place.id, minutes: minutesOf(scales), provenance, revisesId }
    const texts = { title: JSON.stringify(title), purpose: JSON.stringify(purpose) }
    await tx
      .insertInto('instrument')
      .values({ ...row, ...texts, languages: JSON.stringify(languages), scales: JSON.stringify(scales) })
      .execute()
    await record(tx, scope, { verb: 'instrument_made', noun: 'instrument', nounId: row.id, unitId: place.id, content: made })
    return row.id
  })
}
