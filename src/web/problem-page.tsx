import type { Context } from 'hono'
import { Problem } from '../platform/problem.ts'
import { isTextKey, textIn } from '../messages/text.ts'
import { urls } from '../urls.ts'
import { LinkButton } from '../ui/button.tsx'
import { usePage } from '../ui/page-context.tsx'
import { languageOf } from './entrance.ts'
import { type Body, typedIn } from './form.ts'
import { bare, type BareShowing } from './frame.tsx'
import type { Env } from './context.ts'
import { unexpected } from './problem-json.ts'

type Known = { status: NonNullable<BareShowing['status']>; reason: string; language?: string }

/** Answers with what went wrong, a way on, and whatever was typed, so that nothing is lost. */
export function problemPage(c: Context<Env>, error: unknown, body: Body, known?: Known): Response {
  const problem = known ? new Problem(known.status, known.reason) : error instanceof Problem ? error : unexpected(c, error)
  const language = known?.language ?? c.get('asker')?.language ?? languageOf(c)
  const status = problem.status as NonNullable<BareShowing['status']> // problems are made with these alone
  const key = isTextKey(problem.reason) ? problem.reason : 'web.our_fault'
  const title = textIn(language, titleOf(status, c.req.method))
  const back = backOf(c)
  const headers: Record<string, string> = status === 503 ? { 'retry-after': '5' } : {}
  const content = (
    <ProblemPage title={title} reason={textIn(language, key, problem.values)} back={back} typed={worthKeeping(typedIn(body))} />
  )
  return bare(c, content, { title, status, language, headers })
}

type ProblemPageProps = { title: string; reason: string; back: string; typed: string[] }

function ProblemPage({ title, reason, back, typed }: ProblemPageProps) {
  const { text } = usePage()
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{reason}</p>
      {typed.length > 0 && (
        <section>
          <h2>{text('web.what_you_typed')}</h2>
          <p>{text('web.what_you_typed_hint')}</p>
          {typed.map((one) => (
            <pre class="typed" key={one}>
              {one}
            </pre>
          ))}
        </section>
      )}
      <LinkButton href={back} kind="main">
        {text('web.go_back')}
      </LinkButton>
    </>
  )
}

/** Whoever only wanted to read has done nothing that could have failed. */
function titleOf(status: number, method: string): string {
  if (status === 404) return 'web.title_not_here'
  if (status === 401) return 'web.title_sign_in'
  if (status === 409 && method === 'GET') return 'web.title_not_shown'
  if (status < 500) return 'web.title_not_done'
  return 'web.title_our_fault'
}

/** Back to the page that sent the form, where it is one of ours; else home. */
function backOf(c: Context): string {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer) || c.req.method === 'GET') return urls.root({})
  const { host, pathname, search } = new URL(referer)
  return host === new URL(c.req.url).host ? pathname + search : urls.root({})
}

const HIDDEN = new Set(['once', 'version', 'password', 'newPassword', 'next'])

function worthKeeping(typed: Record<string, string>): string[] {
  const texts = Object.entries(typed).filter(([name, value]) => !HIDDEN.has(name) && !/password/i.test(name) && value.trim().length > 2)
  return texts.map(([, value]) => value).filter((value) => !/^[0-9a-f-]{36}$/.test(value))
}
