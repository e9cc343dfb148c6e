import { textIn } from '../../../../messages/text.ts'
import { inLanguage } from '../../rules.ts'
import { type Fault, fieldOf, type Questionnaire, type Typed } from '../schema.ts'
import { faultText } from './question.tsx'

type FaultsProps = { asked: Pick<Questionnaire, 'places'>; faults: readonly Fault[]; typed: Typed; language: string }

/** What has to be looked at, with a way to each question; the first thing that is read. */
export function Faults({ asked, faults, typed, language }: FaultsProps) {
  return (
    <div role="alert" tabIndex={-1} autofocus>
      <h2>{textIn(language, 'surveys.respond_look')}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.at}>
            <a href={`#${fieldOf(fault.at)}`}>{lineOf(fault)}</a>
          </li>
        ))}
      </ul>
    </div>
  )

  function lineOf(fault: Fault): string {
    const words = faultText(fault, typed[fault.at], language)
    const item = asked.places[fault.at]?.item
    return fault.reason === 'nothing' || !item ? words : `${inLanguage(item.text, language)} – ${words}`
  }
}
