import type { Context, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { h } from 'preact'
import { type TextKey, textIn } from '../../../messages/text.ts'
import { dayIn } from '../../../platform/clock.ts'
import { Problem } from '../../../platform/problem.ts'
import { serveAsset } from '../../../ui/assets.ts'
import { createFormats } from '../../../ui/format.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { Env } from '../../../web/context.ts'
import { languageOf } from '../../../web/entrance.ts'
import { secretHash } from '../../people/secrets/rules.ts'
import { inLanguage } from '../rules.ts'
import { giveAnswer } from './commands.ts'
import { AwayPage, NotePage } from './note-page.tsx'
import { findAsked } from './queries.ts'
import { RespondPage } from './respond-page.tsx'
import { faultsOf, givenBy, keptOf, whyNotAnswer, wrongOf } from './rules.ts'
import { type Asked, type Fault, fieldOf, type Move, MOVES, type Typed } from './schema.ts'
import { answerWith, answerWithFirst, scriptUrl } from './showing/routes.ts'
import { isStepwise, type Step, stepBefore, stepFrom, stepOf } from './steps/rules.ts'

/** Ten times the room of the longest questionnaire, so that too much comes back with its reason and its words. */
const MOST_BYTES = 512 * 1024

const RETRY = { 'retry-after': '30' }

/**
 * The respondent's pages stand before everything that knows of sessions: no cookie is read or set, and nothing is logged of
 * who asked. There is no session that a foreign form could ride on, so none is guarded here.
 */
export function respondingRoutes(app: App): void {
  app.get(urls.respondScript.pattern, serveScript)
  app.get(urls.respond.pattern, showQuestions)
  app.post(urls.respond.pattern, isSmall, takeForm)
}

const counted = bodyLimit({ maxSize: MOST_BYTES, onError: tooBig })

/** Of a body that says its length the server takes no more than that; only another has to be counted, which costs more than to read it. */
async function isSmall(c: Context<Env>, next: Next): Promise<Response | void> {
  const length = c.req.header('content-length')
  if (!length) return await counted(c, next)
  return Number(length) > MOST_BYTES ? tooBig(c) : await next()
}

function tooBig(c: Context<Env>): Response {
  return note(c, { status: 413, key: 'surveys.respond_too_big' })
}

/** Here rather than among the assets: those are logged, and it would tell when somebody opened a survey. */
function serveScript(c: Context<Env>): Response {
  const isOurs = c.req.path === scriptUrl()
  const answer = serveAsset(isOurs ? (c.req.param('name') ?? '') : '', c.req.header('accept-encoding') ?? '')
  answer.headers.set('service-worker-allowed', urls.respond({ token: '' }))
  return answer
}

async function showQuestions(c: Context<Env>): Promise<Response> {
  try {
    const asked = await askedOf(c)
    if (!asked) return note(c, { status: 404, key: 'surveys.respond_unknown' })
    const reason = whyNotNow(c, asked)
    return reason ? over(c, asked, reason) : answerWithFirst(c, asked, chosen(c, asked))
  } catch (error) {
    c.get('deps').log.error({ err: error }, 'a survey could not be shown')
    return note(c, { status: 503, key: 'surveys.respond_away' })
  }
}

async function takeForm(c: Context<Env>): Promise<Response> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    return note(c, { status: 415, key: 'surveys.respond_not_a_form' })
  const form = new URLSearchParams(await c.req.text())
  try {
    const asked = await askedOf(c)
    if (!asked) return note(c, { status: 404, key: 'surveys.respond_unknown' })
    const reason = whyNotNow(c, asked)
    return reason ? over(c, asked, reason) : await moveOn(c, asked, form)
  } catch (error) {
    c.get('deps').log.error({ err: error }, 'an answer could not be taken')
    return answerWith(c, h(AwayPage, { language: chosen(c), sent: [...new Map(form)] }), 503, RETRY)
  }
}

async function askedOf(c: Context<Env>): Promise<Asked | undefined> {
  const given = c.req.param('token') ?? ''
  // Whoever copies a code from paper may leave out its dashes or write it small.
  const code = given.replace(/[\s-]/g, '').toUpperCase()
  return await findAsked(c.get('deps').db, secretHash(/^[A-Z2-9]{12}$/.test(code) ? code : given))
}

function whyNotNow(c: Context<Env>, asked: Asked) {
  return whyNotAnswer(asked, dayIn(asked.timeZone, c.get('deps').clock.now()))
}

/** A part further or back, or all of it sent; each time what came is looked at anew. */
async function moveOn(c: Context<Env>, asked: Asked, form: URLSearchParams): Promise<Response> {
  const { places } = asked
  const typed: Typed = places.map(({ at }) => form.get(fieldOf(at)) || undefined)
  const move: Move = MOVES.find((one) => one === form.get('go')) ?? 'send'
  const part = /^\d{1,2}$/.test(form.get('part') ?? '') ? Number(form.get('part')) : 0
  const answered = { ...asked, typed }
  const again = (step: Step | undefined, faults: readonly Fault[] = []) => askAgain(c, asked, { typed, step, faults })
  if (move === 'send') {
    const faults = faultsOf(typed, places)
    if (faults.length === 0) return await send(c, asked, typed)
    return again(isStepwise(asked) ? stepOf(answered, faults[0]?.at ?? 0) : undefined, faults)
  }
  if (!isStepwise(asked)) return again(undefined)
  if (move === 'stay') return again(stepFrom(answered, part))
  if (move === 'back') return again(stepBefore(answered, part))
  const here = stepFrom(answered, part)
  const faults = wrongOf(typed, here.places)
  return faults.length > 0 ? again(here, faults) : again(stepFrom(answered, part + 1))
}

type Again = { typed: Typed; step: Step | undefined; faults: readonly Fault[] }

function askAgain(c: Context<Env>, asked: Asked, { typed, step, faults }: Again): Response {
  const shown = faults.filter(({ at }) => !step || step.places.some((place) => place.at === at))
  const kept = keptOf(typed, asked.places)
  const props = { asked, language: chosen(c, asked), typed: kept, faults: shown, step, isFirst: false, script: scriptUrl() }
  return answerWith(c, h(RespondPage, props), faults.length > 0 ? 422 : 200)
}

async function send(c: Context<Env>, asked: Asked, typed: Typed): Promise<Response> {
  try {
    await giveAnswer(c.get('deps').db, asked, givenBy(typed, asked.places), c.get('deps').clock.now())
    return answerWith(c, undefined, 303, { location: `?lang=${chosen(c, asked)}` })
  } catch (error) {
    if (error instanceof Problem && error.status === 409) return over(c, asked, error.reason as Over) // a rule of this slice gave it
    throw error
  }
}

type Over = NonNullable<ReturnType<typeof whyNotAnswer>>

/** A link that was used thanks whoever opens it; one that is sent again is refused. */
function over(c: Context<Env>, asked: Asked, reason: Over): Response {
  const isSent = c.req.method === 'POST'
  const language = chosen(c, asked)
  const { timeZone, opensOn } = asked
  const from = createFormats({ language, timeZone, now: c.get('deps').clock.now() }).date(opensOn)
  const isThanks = reason === 'surveys.respond_used' && !isSent
  const key: TextKey = isThanks ? `surveys.respond_arrived_${asked.mode}` : reason
  const title = isThanks ? textIn(language, 'surveys.respond_thanks') : inLanguage(asked.title, language)
  const outcome = isThanks ? 'arrived' : reason === 'surveys.respond_used' ? 'used' : 'closed'
  const status = isSent ? 409 : reason === 'surveys.respond_closed' ? 410 : 200
  return answerWith(c, h(NotePage, { language, title, note: textIn(language, key, { from }), outcome, script: scriptUrl() }), status)
}

function note(c: Context<Env>, { status, key }: { status: 404 | 413 | 415 | 503; key: TextKey }): Response {
  const language = chosen(c)
  const page = h(NotePage, { language, title: textIn(language, 'surveys.title'), note: textIn(language, key), outcome: 'none' })
  return answerWith(c, page, status, status === 503 ? RETRY : {})
}

/** The language that was chosen, or the browser's, of those in which it is asked. */
function chosen(c: Context<Env>, asked?: Asked): string {
  const languages: readonly string[] = asked?.languages ?? ['en', 'es']
  const wished = [c.req.query('lang') ?? '', languageOf(c)]
  return wished.find((one) => languages.includes(one)) ?? languages[0] ?? 'en'
}
