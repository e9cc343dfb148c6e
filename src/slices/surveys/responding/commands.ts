import { dayIn } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { refuse } from '../../../platform/problem.ts'
import { seal } from '../../../platform/sealed.ts'
import { holdOpen } from './queries.ts'
import { whyNotAnswer, whyNotTake } from './rules.ts'
import { ANSWER_BYTES, type Asked, mostOf, type SealedAnswer, type Typed } from './schema.ts'

/**
 * Takes the one answer of an invitation. No event, no receipt, no time: the invitation says that it was used and the answer
 * says nothing, and what the two rows share leads to a text that only the key opens.
 */
export async function giveAnswer(db: Database, asked: Asked, typed: Typed, now: Date): Promise<void> {
  refuse(whyNotTake(typed, mostOf(asked.scales)))
  const values = typed.map((word) => (word === undefined ? null : Number(word)))
  const content: SealedAnswer = { surveyId: asked.surveyId, unitId: asked.unitId, values }
  const sealed = Buffer.from(await seal(asked.publicKey, ANSWER_BYTES, JSON.stringify(content)))
  await db.transaction({ tenant: asked.tenantId }, async (tx) => {
    const held = await holdOpen(tx, asked)
    refuse(whyNotAnswer({ ...asked, closedAt: held?.closedAt ?? null }, dayIn(asked.timeZone, now)))
    const taken = await tx
      .updateTable('surveyInvitation')
      .set({ used: true })
      .where('tenantId', '=', asked.tenantId)
      .where('id', '=', asked.invitationId)
      .where('used', '=', false)
      .executeTakeFirst()
    refuse(taken.numUpdatedRows === 0n ? 'surveys.respond_used' : undefined)
    await tx.insertInto('surveyAnswer').values({ tenantId: asked.tenantId, id: newRandomId(), surveyId: asked.surveyId, sealed }).execute()
  })
}
