import type { ComponentChildren } from 'preact'
import { type TextKey, textIn, type TextValues } from '../../../messages/text.ts'
import { inLanguage, optionsOf } from '../rules.ts'
import type { Scale } from '../schema.ts'
import { type Asked, fieldOf, type Typed } from './schema.ts'

/** The whole look of the page, in the page: a second request would cost a phone more than these bytes. */
export const STYLE = `:root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}fieldset{border:0;border-top:1px solid;padding:1rem 0;margin:0;min-width:0}
legend{font-weight:600;padding:0}label{display:flex;gap:.75rem;align-items:center;min-height:2.75rem}input{width:1.4rem;height:1.4rem;flex:none;margin:0}
button{font:inherit;font-weight:600;padding:.75rem 1.5rem;width:100%}.p{border-left:4px solid;padding-left:1rem}[role=alert]{border:2px solid;padding:1rem}
p,legend,label{overflow-wrap:break-word}:focus-visible{outline:3px solid;outline-offset:2px}@media(min-width:30rem){button{width:auto}}`

type RespondPageProps = { asked: Asked; language: string; typed: Typed; fault?: string }

/** The questions, with mode and minutes first; complete without script. */
export function RespondPage({ asked, language, typed, fault }: RespondPageProps) {
  const text = (key: TextKey, values?: TextValues) => textIn(language, key, values)
  const other = language === 'es' ? 'en' : 'es'
  const title = inLanguage(asked.title, language)
  return (
    <Outer language={language} title={fault ? text('surveys.respond_title_fault', { title }) : title}>
      <p>
        <a href={`?lang=${other}`} lang={other}>
          {textIn(other, 'surveys.respond_in_this_language')}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="p">{text('surveys.respond_promise', { tenant: asked.tenantName, n: asked.minutes })}</p>
      <p>{text('surveys.respond_purpose', { purpose: asked.purpose })}</p>
      {fault && <p role="alert">{textIn(language, fault)}</p>}
      <form method="post" action={`?lang=${language}`}>
        {sectionsOf(asked.scales).map(({ scale, first }) => (
          <ScaleQuestions scale={scale} first={first} typed={typed} language={language} key={scale.key} />
        ))}
        <p>{text('surveys.respond_before_sending')}</p>
        <button>{text('surveys.respond_send')}</button>
      </form>
    </Outer>
  )
}

type RespondNotePageProps = { language: string; title: string; note: string }

/** What there is to say where nothing is asked: thanks, too early, too late. */
export function RespondNotePage({ language, title, note }: RespondNotePageProps) {
  return (
    <Outer language={language} title={title}>
      <h1>{title}</h1>
      <p>{note}</p>
    </Outer>
  )
}

function Outer({ language, title, children }: { language: string; title: string; children: ComponentChildren }) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  )
}

/** Each scale with the number of its first question among all. */
function sectionsOf(scales: readonly Scale[]) {
  return scales.map((scale, at) => ({ scale, first: scales.slice(0, at).flatMap((one) => one.items).length }))
}

type ScaleQuestionsProps = { scale: Scale; first: number; typed: Typed; language: string }

function ScaleQuestions({ scale, first, typed, language }: ScaleQuestionsProps) {
  return (
    <section>
      <h2>{inLanguage(scale.name, language)}</h2>
      {scale.items.map((item, at) => (
        <fieldset key={item.key}>
          <legend>{inLanguage(item.text, language)}</legend>
          {scale.kind === 'text' && <textarea name={fieldOf(first + at)}>{typed[first + at] ?? ''}</textarea>}
          {optionsOf(scale, language).map(({ value, label }) => (
            <label key={value}>
              <input type="radio" name={fieldOf(first + at)} value={value} checked={typed[first + at] === String(value)} />
              {label}
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  )
}
