import { newRow } from '../../../../access/new-row.ts'
import { inTenant, systemScope } from '../../../../access/scope.ts'
import { textIn } from '../../../../messages/text.ts'
import { createFormats } from '../../../../ui/format.ts'
import { urls } from '../../../../urls.ts'
import type { Deps } from '../../../../web/deps.ts'
import { findReminder } from '../queries.ts'
import type { ReminderData } from '../schema.ts'

/** Reminds the owner, and nobody else, if the commitment is still open. The row and the letter stand or fall together. */
export async function remindOwner(
  deps: Pick<Deps, 'db' | 'clock' | 'mail' | 'origin'>,
  { tenantId, commitmentId, stage }: ReminderData,
): Promise<void> {
  const scope = await systemScope(deps.db, tenantId, deps.clock.now())
  await inTenant(deps.db, scope, async (tx) => {
    const reminder = await findReminder(tx, scope, commitmentId)
    if (!reminder) return
    const row = { ...newRow(scope), commitmentId, stage }
    const kept = await tx
      .insertInto('commitmentReminder')
      .values(row)
      .onConflict((conflict) => conflict.columns(['tenantId', 'commitmentId', 'stage']).doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) return
    const language = reminder.language ?? scope.mainLanguage
    const { date } = createFormats({ language, timeZone: scope.timeZone, now: scope.now })
    const path = urls.changeIdea({
      tenant: scope.tenantSlug,
      place: reminder.placeSlug,
      strategy: reminder.strategyId,
      idea: reminder.ideaId,
    })
    const values = {
      name: reminder.personName,
      what: reminder.what,
      idea: reminder.idea,
      day: date(reminder.dueOn),
      url: deps.origin + path,
    }
    await deps.mail.send({
      to: reminder.email,
      subject: textIn(language, `strategy.reminder_subject_${stage}`, values),
      text: textIn(language, `strategy.reminder_${stage}`, values),
    })
  })
}
