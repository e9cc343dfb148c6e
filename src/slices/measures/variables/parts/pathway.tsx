import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import type { ToldFramework, ToldStep, ToldVariable } from '../../../frameworks/schema.ts'
import { VerdictWord } from '../../parts/finding.tsx'
import type { ReadMeasure } from '../../signals/schema.ts'
import { tellingAbout, verdictsOf } from '../rules.ts'

type PathwayProps = { framework: ToldFramework; measures: ReadMeasure[] }

/** The steps of a framework from left to right, with what they stand on below. */
export function Pathway({ framework, measures }: PathwayProps) {
  const { text } = usePage()
  const path = framework.steps.filter((step) => step.place === 'path')
  const foundation = framework.steps.filter((step) => step.place === 'foundation')
  const draw = (step: ToldStep, above: string) => (
    <Step key={step.key} above={above} step={step} framework={framework.key} measures={measures} />
  )
  return (
    <div class="pathway">
      {path.length > 0 && (
        <ol class="pathway-steps">{path.map((step, at) => draw(step, text('measures.variables_step', { n: at + 1 })))}</ol>
      )}
      {foundation.length > 0 && (
        <ul class="pathway-ground">{foundation.map((step) => draw(step, text('measures.variables_foundation')))}</ul>
      )}
    </div>
  )
}

type StepProps = { above: string; step: ToldStep; framework: string; measures: ReadMeasure[] }

function Step({ above, step, framework, measures }: StepProps) {
  return (
    <li class="pathway-step">
      <p class="soft small">{above}</p>
      <h3>{step.title}</h3>
      <ul class="lines">
        {step.variables.map((variable) => (
          <Variable
            key={variable.key}
            framework={framework}
            variable={variable}
            measures={tellingAbout(measures, { framework, variable: variable.key })}
          />
        ))}
      </ul>
    </li>
  )
}

function Variable({ framework, variable, measures }: { framework: string; variable: ToldVariable; measures: ReadMeasure[] }) {
  const { at } = usePage()
  return (
    <li>
      <a href={at(urls.measureVariable, { framework, variable: variable.key })}>{variable.title}</a>
      <Told measures={measures} />
    </li>
  )
}

/** How many measures tell about it, and what may be said of them. */
function Told({ measures }: { measures: ReadMeasure[] }) {
  const { text } = usePage()
  if (measures.length === 0) return <p class="soft small">{text('measures.variable_unwatched')}</p>
  return (
    <p class="small">
      {text('measures.variable_watched', { n: measures.length })}
      {verdictsOf(measures).map(({ verdict, n }) => (
        <span key={verdict}>
          {' · '}
          {measures.length > 1 && `${n} `}
          <VerdictWord verdict={verdict} />
        </span>
      ))}
    </p>
  )
}
