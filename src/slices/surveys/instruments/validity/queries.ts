import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Scope } from '../../../../access/scope.ts'
import type { Note, Source } from './schema.ts'

type At = { id: string; path: readonly string[] }

/** What the validity file of a questionnaire says, the newest first. Its caller has found the questionnaire. */
export async function listNotes(tx: Tx, scope: Scope, instrumentId: string): Promise<Note[]> {
  return await tx
    .selectFrom('validityNote as note')
    .leftJoin('person', (join) => join.onRef('person.tenantId', '=', 'note.tenantId').onRef('person.id', '=', 'note.authorId'))
    .select(['note.id', 'note.kind', 'note.body', 'note.notedOn', 'note.surveyId'])
    .select(sql<string | null>`person.given_name || ' ' || person.family_name`.as('author'))
    .where('note.tenantId', '=', scope.tenantId)
    .where('note.instrumentId', '=', instrumentId)
    .orderBy('note.notedOn', 'desc')
    .orderBy('note.id', 'desc')
    .$castTo<Note>() // the column allows these kinds alone
    .execute()
}

/** The closed surveys of a place and of those above it that were asked with a questionnaire, the newest first. */
export async function listSources(tx: Tx, scope: Scope, place: At, instrumentId: string): Promise<Source[]> {
  return await tx
    .selectFrom('survey')
    .innerJoin('instrument', (join) =>
      join.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .select(['survey.id', 'instrument.title', 'survey.closesOn'])
    .where('survey.tenantId', '=', scope.tenantId)
    .where('survey.instrumentId', '=', instrumentId)
    .where(sql<boolean>`survey.unit_id = any(${[...place.path]}::uuid[])`)
    .where('survey.closedAt', 'is not', null)
    .orderBy('survey.closesOn', 'desc')
    .$castTo<Source>() // titles are texts by language
    .execute()
}
