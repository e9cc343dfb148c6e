import type { Db } from '../../../../platform/database.ts'
import { notHere, refuse, stale } from '../../../../platform/problem.ts'
import { record } from '../../../../access/events.ts'
import { actorOf, newRow } from '../../../../access/new-row.ts'
import { inTenant, type Scope } from '../../../../access/scope.ts'
import { whyNotRun } from '../../rules.ts'
import type { Scale, Texts } from '../../schema.ts'
import { keepInstrument } from '../commands.ts'
import { provenanceOf } from '../rules.ts'
import { lockDraft } from './queries.ts'
import { whyNotFinish, withPart } from './rules.ts'
import type { Draft, DraftDocument, PartKind } from './schema.ts'

type At = { id: string }

/** Which draft, as somebody had it before them. */
export type Seen = { id: string; version: number }

/** Begins a questionnaire, from nothing or from a finished one. Returns the draft's id. */
export async function startDraft(
  db: Db,
  scope: Scope,
  place: At,
  start: { document: DraftDocument; revisesId: string | null },
): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotRun(scope, place))
    const row = { ...newRow(scope), unitId: place.id, revisesId: start.revisesId, startedBy: actorOf(scope), changedAt: scope.now }
    await tx
      .insertInto('instrumentDraft')
      .values({ ...row, document: JSON.stringify(start.document) })
      .execute()
    await record(tx, scope, { verb: 'draft_started', noun: 'instrument_draft', nounId: row.id, unitId: place.id, content: start.document })
    return row.id
  })
}

/** Changes a draft as a whole; whoever had an older one before them is told so. */
export async function changeDraft(
  db: Db,
  scope: Scope,
  place: At,
  seen: Seen,
  change: (document: DraftDocument) => DraftDocument,
): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const draft = await takeDraft(tx, scope, place, seen)
    const document = change(draft.document)
    await tx
      .updateTable('instrumentDraft')
      .set({ document: JSON.stringify(document), version: draft.version + 1, changedAt: scope.now })
      .where('tenantId', '=', scope.tenantId)
      .where('id', '=', draft.id)
      .execute()
    await record(tx, scope, { verb: 'draft_changed', noun: 'instrument_draft', nounId: draft.id, unitId: place.id, content: document })
  })
}

/** Adds a part of one's own and returns its key. */
export async function addPart(db: Db, scope: Scope, place: At, seen: Seen, kind: PartKind): Promise<string> {
  let added = ''
  await changeDraft(db, scope, place, seen, (document) => {
    const { draft, key } = withPart(document, kind)
    added = key
    return draft
  })
  return added
}

/** Changes one part; one that is gone is not here. */
export async function changePart(
  db: Db,
  scope: Scope,
  place: At,
  seen: Seen & { part: string },
  change: (document: DraftDocument, scale: Scale) => DraftDocument,
): Promise<void> {
  await changeDraft(db, scope, place, seen, (document) => {
    const scale = document.scales.find((one) => one.key === seen.part) ?? notHere()
    return change(document, scale)
  })
}

/** Makes a draft a questionnaire that stays as it is. Returns the questionnaire's id. */
export async function finishDraft(db: Db, scope: Scope, place: At, seen: Seen): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const { id, document, revisesId } = await takeDraft(tx, scope, place, seen)
    const fault = whyNotFinish(document, scope.language)
    refuse(fault?.reason, fault?.values)
    const inIts = (texts: Texts) => Object.fromEntries(document.languages.map((language) => [language, texts[language] ?? '']))
    const head = { title: inIts(document.title), purpose: inIts(document.purpose) }
    const made = { ...document, ...head, provenance: provenanceOf(document.scales), revisesId }
    const instrument = await keepInstrument(tx, scope, place, made)
    await tx.deleteFrom('instrumentDraft').where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
    return instrument
  })
}

/** Gives a draft up; nobody was ever asked with it. */
export async function dropDraft(db: Db, scope: Scope, place: At, seen: Seen): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const { id } = await takeDraft(tx, scope, place, seen)
    await tx.deleteFrom('instrumentDraft').where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
    await record(tx, scope, { verb: 'draft_dropped', noun: 'instrument_draft', nounId: id, unitId: place.id })
  })
}

async function takeDraft(tx: Parameters<typeof lockDraft>[0], scope: Scope, place: At, seen: Seen): Promise<Draft> {
  const draft = await lockDraft(tx, scope, place, seen.id)
  refuse(whyNotRun(scope, place))
  if (draft.version !== seen.version) stale()
  return draft
}
