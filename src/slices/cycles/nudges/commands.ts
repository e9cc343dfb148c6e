import { newRow } from '../../../access/new-row.ts'
import { inTenant, type Scope, systemScope } from '../../../access/scope.ts'
import { textIn } from '../../../messages/text.ts'
import { dayIn } from '../../../platform/clock.ts'
import { createFormats } from '../../../ui/format.ts'
import { urls } from '../../../urls.ts'
import type { Deps } from '../../../web/deps.ts'
import { listStaleCycles, listTenantIds, type StaleCycle } from './queries.ts'
import { isAwake } from './rules.ts'

type Post = Pick<Deps, 'db' | 'clock' | 'mail' | 'origin'>

/** Asks whoever leads a cycle for its study once its time is over: them first, and once. */
export async function nudgeLeaders(post: Post): Promise<void> {
  for (const tenantId of await listTenantIds(post.db)) {
    const scope = await systemScope(post.db, tenantId, post.clock.now())
    if (!isAwake(scope.timeZone, scope.now)) continue
    const stale = await inTenant(post.db, scope, (tx) => listStaleCycles(tx, scope, dayIn(scope.timeZone, scope.now)))
    for (const cycle of stale) await nudge(post, scope, cycle)
  }
}

/** One transaction a letter: a mail server that refuses one undoes that one alone. */
async function nudge(post: Post, scope: Scope, cycle: StaleCycle): Promise<void> {
  await inTenant(post.db, scope, async (tx) => {
    const row = { ...newRow(scope), cycleId: cycle.id }
    const kept = await tx
      .insertInto('cycleNudge')
      .values(row)
      .onConflict((conflict) => conflict.columns(['tenantId', 'cycleId']).doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) return
    const language = cycle.language ?? scope.mainLanguage
    const { date } = createFormats({ language, timeZone: scope.timeZone, now: scope.now })
    const url = post.origin + urls.cycle({ tenant: scope.tenantSlug, place: cycle.placeSlug, cycle: cycle.id })
    const values = { name: cycle.leader, question: cycle.question, prediction: cycle.prediction, day: date(cycle.endsOn), url }
    await post.mail.send({
      to: cycle.email,
      subject: textIn(language, 'cycles.nudge_subject', values),
      text: textIn(language, 'cycles.nudge', values),
    })
  })
}
