import { type TextKey, textIn, type TextValues } from '../../../messages/text.ts'
import { inLanguage, type Place } from '../rules.ts'
import { Carried } from './parts/carried.tsx'
import { Faults } from './parts/faults.tsx'
import { Question } from './parts/question.tsx'
import { Sheet } from './parts/sheet.tsx'
import type { Fault, Invited, Move, Questionnaire, Typed } from './schema.ts'
import type { Step } from './steps/rules.ts'

type RespondPageProps = {
  asked: Questionnaire & Pick<Invited, 'tenantName'>
  language: string
  typed: Typed
  faults: readonly Fault[]
  /** The part that is shown, where it is asked part by part. */
  step?: Step
  /** Whether this is what the link opens, before anything was sent. */
  isFirst: boolean
  script?: string
}

/** The questions, with mode and minutes first; complete without script. */
export function RespondPage(props: RespondPageProps) {
  const { asked, language, typed, faults, step, isFirst, script } = props
  const text = (key: TextKey, values?: TextValues) => textIn(language, key, values)
  const title = inLanguage(asked.title, language)
  const isOver = step !== undefined && step.progress === undefined
  const titles = [faults.length > 0 ? text('surveys.respond_title_fault', { title }) : title, ...(isFirst ? [] : [progressOf(step, text)])]
  return (
    <Sheet language={language} title={titles.filter(Boolean).join(' – ')} outcome="ask" script={script}>
      {faults.length > 0 && <Faults asked={asked} faults={faults} typed={typed} language={language} />}
      {isFirst && <LanguageLinks asked={asked} language={language} />}
      <h1>{title}</h1>
      {isFirst ? (
        <Promise asked={asked} language={language} text={text} />
      ) : (
        <p class="s">{text(`surveys.respond_mode_${asked.mode}`, { n: asked.minutes })}</p>
      )}
      {step?.progress && <p class="s">{progressOf(step, text)}</p>}
      <form method="post" action={`?lang=${language}`} {...(script ? textsForScript(text) : {})}>
        {step && <Carried asked={asked} step={step} typed={typed} />}
        {isOver && <Ready text={text} />}
        {sectionsOf(step?.places ?? asked.places).map((places) => (
          <section key={places[0]?.at}>
            <h2>{inLanguage(places[0]?.scale.name ?? {}, language)}</h2>
            {places.map((place) => (
              <Question
                key={place.at}
                place={place}
                word={typed[place.at]}
                fault={faults.find(({ at }) => at === place.at)}
                language={language}
              />
            ))}
          </section>
        ))}
        <Moves asked={asked} language={language} step={step} isFirst={isFirst} />
      </form>
    </Sheet>
  )
}

type Text = (key: TextKey, values?: TextValues) => string

function Promise({ asked, language, text }: Pick<RespondPageProps, 'asked' | 'language'> & { text: Text }) {
  return (
    <>
      <p class="p">
        <strong>{text(`surveys.respond_mode_${asked.mode}`, { n: asked.minutes })}</strong>{' '}
        {text(`surveys.respond_promise_${asked.mode}`, { tenant: asked.tenantName })}
      </p>
      <p>{text('surveys.respond_purpose', { purpose: inLanguage(asked.purpose, language) })}</p>
    </>
  )
}

function progressOf(step: Step | undefined, text: Text): string {
  if (!step?.progress) return ''
  const { n, of, isCertain } = step.progress
  return text(isCertain ? 'surveys.respond_part' : 'surveys.respond_part_up_to', { n, of })
}

function LanguageLinks({ asked, language }: { asked: Questionnaire; language: string }) {
  return asked.languages
    .filter((other) => other !== language)
    .map((other) => (
      <a key={other} href={`?lang=${other}`} lang={other}>
        {textIn(other, 'surveys.respond_in_this_language')}
      </a>
    ))
}

function Ready({ text }: { text: Text }) {
  return (
    <>
      <h2>{text('surveys.respond_ready')}</h2>
      <p>{text('surveys.respond_ready_note')}</p>
    </>
  )
}

type MovesProps = { asked: Questionnaire; language: string; step: Step | undefined; isFirst: boolean }

/** The main one comes first: the Enter key takes the first of a form. */
function Moves({ asked, language, step, isFirst }: MovesProps) {
  const isLast = step?.isLast ?? true
  const move: Move = isLast ? 'send' : 'next'
  const before = asked.mode === 'anonymous' ? 'surveys.respond_before_sending' : 'surveys.respond_before_sending_linked'
  return (
    <>
      {(isLast || isFirst) && <p>{textIn(language, before)}</p>}
      <button class="m" name="go" value={move}>
        {textIn(language, `surveys.respond_${move}`)}
      </button>
      {step?.hasBack && (
        <button name="go" value="back">
          {textIn(language, 'surveys.respond_back')}
        </button>
      )}
      {!isFirst &&
        asked.languages
          .filter((other) => other !== language)
          .map((other) => (
            <button key={other} name="go" value="stay" formaction={`?lang=${other}`} lang={other}>
              {textIn(other, 'surveys.respond_in_this_language')}
            </button>
          ))}
    </>
  )
}

/** Questions that follow each other in one part. */
function sectionsOf(places: readonly Place[]): Place[][] {
  return [...Map.groupBy(places, (place) => place.scale).values()]
}

/** What the script says, in the language of the page; without script nothing of it shows. */
function textsForScript(text: Text): Record<string, string> {
  const words = ['kept', 'unsent', 'sending', 'delete', 'deleted', 'try'] as const
  return Object.fromEntries(words.map((word) => [`data-${word}`, text(`surveys.respond_device_${word}`)]))
}
