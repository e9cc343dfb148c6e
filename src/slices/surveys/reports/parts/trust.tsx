import type { ComponentChildren } from 'preact'
import { usePage } from '../../../../ui/page-context.tsx'
import { DescriptionList } from '../../../../ui/table.tsx'
import { urls } from '../../../../urls.ts'
import type { SaidScale } from '../schema.ts'
import { reliabilityInWords, schoolsInWords } from '../words/rules.ts'

/** How far to trust the figures of a scale: of people, and of schools. */
export function Trust({ said }: { said: SaidScale }) {
  const { text, format } = usePage()
  const { alpha, omega, schools, nComplete } = said
  const number = (value: number) => format.number(value, 2)
  const interval = alpha && text('surveys.between', { low: number(alpha.lower), high: number(alpha.upper) })
  const told = alpha && reliabilityInWords(alpha)
  return (
    <div class="stack">
      {told ? <p>{text(told.key)}</p> : <p>{text('surveys.alpha_few')}</p>}
      <DescriptionList
        facts={[
          nComplete !== null && fact('complete', format.number(nComplete)),
          alpha && fact('alpha', `${number(alpha.value)} (${interval})`),
          omega !== null && fact('omega', number(omega)),
          schools?.icc1 != null && fact('icc1', number(schools.icc1)),
          schools?.icc2 != null && fact('icc2', number(schools.icc2)),
          schools?.agreement != null && fact('rwg', number(schools.agreement)),
        ].map((one) => one || undefined)}
      />
      {schools &&
        schoolsInWords(schools).map(({ key, values }) => (
          <p class="soft" key={key}>
            {text(key, values)}
          </p>
        ))}
    </div>
  )

  function fact(figure: 'complete' | 'alpha' | 'omega' | 'icc1' | 'icc2' | 'rwg', value: ComponentChildren) {
    return { term: text(`surveys.explain_${figure}`), value: <Explained figure={figure}>{value}</Explained> }
  }
}

/** A figure with the way to what it means. */
export function Explained({ figure, children }: { figure: string; children: ComponentChildren }) {
  const { text, at } = usePage()
  return (
    <>
      {children}{' '}
      <a class="no-print" href={`${at(urls.surveyFigures)}#${figure}`} aria-label={text('surveys.report_explain_one')}>
        {text('surveys.report_explain')}
      </a>
    </>
  )
}
