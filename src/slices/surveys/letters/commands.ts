import { dayIn } from '../../../platform/clock.ts'
import { inTenant, type Scope, systemScope } from '../../../access/scope.ts'
import { textIn } from '../../../messages/text.ts'
import { createFormats } from '../../../ui/format.ts'
import { urls } from '../../../urls.ts'
import type { Deps } from '../../../web/deps.ts'
import { newSecret } from '../../people/secrets/rules.ts'
import { reminderDue } from '../administrations/rules.ts'
import { giveToken } from '../codes/commands.ts'
import { inLanguage } from '../rules.ts'
import { findReminding, listUnwritten, stillWaits, type Unwritten } from './queries.ts'
import { languageFor } from './rules.ts'

type Post = Pick<Deps, 'db' | 'clock' | 'mail' | 'origin'>
type Of = { tenantId: string; surveyId: string }

/** Sends everybody with an address their own link; done again after a fault, it goes on where it stopped. */
export async function sendSurveyLetters(post: Post, { tenantId, surveyId }: Of): Promise<void> {
  const scope = await systemScope(post.db, tenantId, post.clock.now())
  await writeAll(post, scope, { surveyId, reminder: 0 })
}

/** Writes once more, with a link of its own, to those from whom no answer has come, as far as a reminder is due today. */
export async function sendSurveyReminders(post: Post, { tenantId, surveyId }: Of): Promise<void> {
  const scope = await systemScope(post.db, tenantId, post.clock.now())
  const survey = await inTenant(post.db, scope, (tx) => findReminding(tx, scope, surveyId))
  const reminder = survey && reminderDue(survey, dayIn(scope.timeZone, scope.now))
  if (reminder) await writeAll(post, scope, { surveyId, reminder })
}

type Round = { surveyId: string; reminder: number }

/** A mail server that refuses one letter keeps nobody else from theirs; the fault is told at the end, so that the job is done again. */
async function writeAll(post: Post, scope: Scope, round: Round): Promise<void> {
  const unwritten = await inTenant(post.db, scope, (tx) => listUnwritten(tx, scope, round))
  const faults: unknown[] = []
  for (const one of unwritten) await write(post, scope, round, one).catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw refusalOf(faults[0])
}

/**
 * The fault without its words: a queue keeps them and shows them to administrators, and a mail server says to whom it refused
 * a letter. Whoever is reminded has not answered.
 */
function refusalOf(fault: unknown): Error {
  const said = (name: 'code' | 'responseCode') => {
    const value = fault instanceof Error && name in fault ? Reflect.get(fault, name) : undefined
    return typeof value === 'number' || (typeof value === 'string' && /^\w{1,20}$/.test(value)) ? [value] : []
  }
  return new Error(['A letter of a survey was refused.', ...said('code'), ...said('responseCode')].join(' '))
}

/** One transaction a letter: a mail server that refuses one undoes that one alone, and the link in it. */
async function write(post: Post, scope: Scope, { surveyId, reminder }: Round, one: Unwritten): Promise<void> {
  await inTenant(post.db, scope, async (tx) => {
    if (!(await stillWaits(tx, scope, surveyId, one.id))) return
    const token = newSecret()
    if (!(await giveToken(tx, scope, one.id, token, reminder))) return
    await post.mail.send(letterTo(post, scope, one, { token, kind: reminder > 0 ? 'reminder' : 'letter' }))
  })
}

function letterTo({ origin }: Post, scope: Scope, one: Unwritten, { token, kind }: { token: string; kind: 'letter' | 'reminder' }) {
  const language = languageFor(one)
  const { date } = createFormats({ language, timeZone: scope.timeZone, now: scope.now })
  const url = origin + urls.respond({ token }, { lang: language })
  const { askedBy, minutes: n } = one
  const values = { askedBy, tenant: scope.tenantName, title: inLanguage(one.title, language), n, day: date(one.closesOn), url }
  return {
    to: one.email,
    subject: textIn(language, `surveys.${kind}_subject_${one.mode}`, values),
    text: textIn(language, `surveys.${kind}_${one.mode}`, values),
  }
}
