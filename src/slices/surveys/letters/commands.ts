import { inTenant, type Scope, systemScope } from '../../../access/scope.ts'
import { textIn } from '../../../messages/text.ts'
import { createFormats } from '../../../ui/format.ts'
import { urls } from '../../../urls.ts'
import type { Deps } from '../../../web/deps.ts'
import { newSecret } from '../../people/secrets/rules.ts'
import { giveToken } from '../codes/commands.ts'
import { inLanguage } from '../rules.ts'
import { listUnwritten, type Unwritten } from './queries.ts'

type Post = Pick<Deps, 'db' | 'clock' | 'mail' | 'origin'>

/** Sends everybody with an address their own link; done again after a fault, it goes on where it stopped. */
export async function sendSurveyLetters(post: Post, { tenantId, surveyId }: { tenantId: string; surveyId: string }): Promise<void> {
  const scope = await systemScope(post.db, tenantId, post.clock.now())
  const unwritten = await inTenant(post.db, scope, (tx) => listUnwritten(tx, scope, surveyId))
  for (const one of unwritten) await write(post, scope, one)
}

/** One transaction a letter: a mail server that refuses one undoes that one alone, and the link in it. */
async function write(post: Post, scope: Scope, one: Unwritten): Promise<void> {
  await inTenant(post.db, scope, async (tx) => {
    const token = newSecret()
    if (!(await giveToken(tx, scope, one.id, token))) return
    const language = one.language ?? scope.mainLanguage
    const { date } = createFormats({ language, timeZone: scope.timeZone, now: scope.now })
    const url = post.origin + urls.respond({ token }, { lang: language })
    const values = { tenant: scope.tenantName, title: inLanguage(one.title, language), n: one.minutes, day: date(one.closesOn), url }
    await post.mail.send({
      to: one.email,
      subject: textIn(language, 'surveys.letter_subject', values),
      text: textIn(language, 'surveys.letter', values),
    })
  })
}
