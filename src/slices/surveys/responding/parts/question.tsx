import { textIn } from '../../../../messages/text.ts'
import { inLanguage, optionsOf, type Place } from '../../rules.ts'
import { lettersOf } from '../rules.ts'
import { type Fault, fieldOf } from '../schema.ts'

export type QuestionProps = { place: Place; word: string | undefined; fault: Fault | undefined; language: string }

/** A question with its answers, or with room for words. */
export function Question(props: QuestionProps) {
  return props.place.options === 0 ? <Words {...props} /> : <Choices {...props} />
}

function Choices({ place, word, fault, language }: QuestionProps) {
  const name = fieldOf(place.at)
  return (
    <fieldset aria-describedby={fault && errorId(place.at)}>
      <legend>{inLanguage(place.item.text, language)}</legend>
      <Wrong word={word} fault={fault} language={language} />
      {optionsOf(place.scale, language).map(({ value, label }) => (
        <label key={value}>
          <input type="radio" id={fault && value === 1 ? name : undefined} name={name} value={value} checked={word === String(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function Words({ place, word, fault, language }: QuestionProps) {
  const name = fieldOf(place.at)
  const described = [`${name}h`, ...(fault ? [errorId(place.at)] : [])].join(' ')
  return (
    <div class="t">
      <label for={name}>{inLanguage(place.item.text, language)}</label>
      <div class="s" id={`${name}h`}>
        {textIn(language, 'surveys.respond_letters')}
      </div>
      <Wrong word={word} fault={fault} language={language} />
      <textarea id={name} name={name} rows={4} aria-describedby={described} aria-invalid={fault ? 'true' : undefined}>
        {unswallowed(word)}
      </textarea>
    </div>
  )
}

/** Browsers swallow a line break that a text begins with, so one is given away. */
function unswallowed(word = ''): string {
  return word.startsWith('\n') || word.startsWith('\r') ? `\n${word}` : word
}

type WrongProps = Pick<QuestionProps, 'word' | 'fault' | 'language'>

function Wrong({ word, fault, language }: WrongProps) {
  if (!fault || fault.reason === 'nothing') return null
  return (
    <p class="e" id={errorId(fault.at)}>
      {faultText(fault, word, language)}
    </p>
  )
}

/** What is wrong with an answer, and what was expected. */
export function faultText({ reason }: Fault, word: string | undefined, language: string): string {
  return textIn(language, `surveys.respond_fault_${reason}`, { n: lettersOf(word) })
}

function errorId(at: number): string {
  return `e${at}`
}
