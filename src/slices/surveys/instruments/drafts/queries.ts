import type { Tx } from '../../../../platform/database.ts'
import { found, notHere } from '../../../../platform/problem.ts'
import type { Scope } from '../../../../access/scope.ts'
import type { Draft } from './schema.ts'

/** The questionnaires that are being built at a place, the one that was changed last first. */
export async function listDrafts(tx: Tx, scope: Scope, place: { id: string }): Promise<Draft[]> {
  return await drafts(tx, scope, place).orderBy('changedAt', 'desc').execute()
}

/** One of them. */
export async function findDraft(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Draft> {
  if (!scope.reach.school.includes(place.id)) notHere()
  return found(await drafts(tx, scope, place).where('id', '=', id).executeTakeFirst())
}

/** The same, which nobody else changes until this transaction is over. */
export async function lockDraft(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Draft> {
  if (!scope.reach.school.includes(place.id)) notHere()
  return found(await drafts(tx, scope, place).where('id', '=', id).forUpdate().executeTakeFirst())
}

function drafts(tx: Tx, scope: Scope, place: { id: string }) {
  return tx
    .selectFrom('instrumentDraft')
    .select(['id', 'unitId', 'revisesId', 'document', 'version', 'changedAt'])
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', place.id)
    .$castTo<Draft>() // commands.ts writes the document from the same type
}
