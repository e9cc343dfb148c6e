import { dayIn } from '../../../platform/clock.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { refuse } from '../../../platform/problem.ts'
import { seal } from '../../../platform/sealed.ts'
import { placesOf } from '../rules.ts'
import { holdOpen } from './queries.ts'
import { givenBy, whyNotAnswer, whyNotTake } from './rules.ts'
import type { Asked, Given, SealedAnswer, Typed } from './schema.ts'

/**
 * Takes the one answer of an invitation. No event, no receipt, no time. An anonymous one is sealed: the invitation says that
 * it was used and the answer says nothing, and what the two rows share leads to a text that only the key opens.
 */
export async function giveAnswer(db: Database, asked: Asked, typed: Typed, now: Date): Promise<void> {
  const write = await answering(asked, typed, now)
  await db.transaction({ tenant: asked.tenantId }, write)
}

/** The same in a transaction that is open already. */
export async function giveAnswerIn(tx: Tx, asked: Asked, typed: Typed, now: Date): Promise<void> {
  await (
    await answering(asked, typed, now)
  )(tx)
}

/** All that can be done before the transaction is: a survey is held open no longer than it must be. */
async function answering(asked: Asked, typed: Typed, now: Date): Promise<(tx: Tx) => Promise<void>> {
  const places = placesOf(asked.scales)
  refuse(whyNotTake(typed, places))
  const given = givenBy(typed, places)
  const sealed = await sealedOf(asked, given)
  return async (tx) => {
    const held = await holdOpen(tx, asked)
    refuse(whyNotAnswer({ ...asked, closedAt: held?.closedAt ?? null }, dayIn(asked.timeZone, now)))
    const taken = await takeInvitation(tx, asked)
    const row = { tenantId: asked.tenantId, id: newRandomId(), surveyId: asked.surveyId }
    if (sealed)
      await tx
        .insertInto('surveyAnswer')
        .values({ ...row, sealed })
        .execute()
    else await keep(tx, { ...row, unitId: asked.unitId, role: asked.role, personId: taken.personId, answers: JSON.stringify(given) })
  }
}

async function sealedOf({ publicKey, sizeBytes, surveyId, unitId, role }: Asked, values: Given): Promise<Buffer | undefined> {
  if (!publicKey || !sizeBytes) return undefined
  const content: SealedAnswer = { surveyId, unitId, role, values }
  return Buffer.from(await seal(publicKey, sizeBytes, JSON.stringify(content)))
}

async function takeInvitation(tx: Tx, asked: Asked): Promise<{ personId: string | null }> {
  const taken = await tx
    .updateTable('surveyInvitation')
    .set({ used: true })
    .where('tenantId', '=', asked.tenantId)
    .where('id', '=', asked.invitationId)
    .where('used', '=', false)
    .returning('personId')
    .executeTakeFirst()
  refuse(taken ? undefined : 'surveys.respond_used')
  return { personId: taken?.personId ?? null }
}

type Response = {
  tenantId: string
  id: string
  surveyId: string
  unitId: string
  role: string | null
  personId: string | null
  answers: string
}

async function keep(tx: Tx, row: Response): Promise<void> {
  await tx.insertInto('surveyResponse').values(row).execute()
}
