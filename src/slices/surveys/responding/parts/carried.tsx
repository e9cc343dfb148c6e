import { type Questionnaire, fieldOf, type Typed } from '../schema.ts'
import type { Step } from '../steps/rules.ts'

/** The answers of the other parts, which travel along in the form: nothing of them is kept on the server. */
export function Carried({ asked, step, typed }: { asked: Pick<Questionnaire, 'places'>; step: Step; typed: Typed }) {
  const elsewhere = asked.places.filter(({ at }) => typed[at] !== undefined && !step.places.some((place) => place.at === at))
  return (
    <>
      <input type="hidden" name="part" value={step.part} />
      {elsewhere.map(({ at }) => (
        <input key={at} type="hidden" name={fieldOf(at)} value={typed[at]} />
      ))}
    </>
  )
}
