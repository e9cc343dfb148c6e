import { LinkButton } from '../../ui/button.tsx'
import { Steps } from '../../ui/navigation.tsx'
import { PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { DescriptionList } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import { MeasureChart } from '../measures/parts/measure-chart.tsx'
import { Deciding } from './parts/deciding.tsx'
import { Observations } from './parts/observations.tsx'
import { Start } from './parts/start.tsx'
import { Studying } from './parts/studying.tsx'
import { stageOf, whyNotReplan } from './rules.ts'
import type { Cycle, CyclePageProps, Stage } from './schema.ts'

/** A cycle that is decided stands at its last step. */
const STEP: Record<Stage, number> = { plan: 1, do: 2, study: 3, act: 4, done: 4 }

/** A cycle: what was asked and predicted, beside what came; its chart, what was seen, learned and decided. */
export function CyclePage(props: CyclePageProps) {
  const { cycle, study, today, whyNotWrite } = props
  const { text, at } = usePage()
  const stage = stageOf(cycle, today)
  const edit = !whyNotWrite && !whyNotReplan(cycle) && (
    <LinkButton icon="pencil" href={at(urls.cycleEdit, { cycle: cycle.id })}>
      {text('cycles.edit')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={cycle.question} above={<Above {...props} />} action={edit} />
      <Steps
        steps={[text('cycles.step_plan'), text('cycles.step_do'), text('cycles.step_study'), text('cycles.step_act')]}
        now={STEP[stage]}
      />
      <Beside {...props} />
      {props.chart && <ChartOf {...props.chart} />}
      {stage === 'plan' && <Plan {...props} />}
      {stage === 'plan' && <Start {...props} />}
      {cycle.startedOn && <Observations {...props} />}
      {cycle.startedOn && <Studying {...props} />}
      {study && <Deciding {...props} />}
      {stage !== 'plan' && <Plan {...props} />}
    </div>
  )
}

function Above({ cycle, goal }: CyclePageProps) {
  const { text, at } = usePage()
  return (
    <>
      <a href={at(urls.cycles)}>{text('cycles.number', { n: cycle.number })}</a>
      {goal && (
        <>
          {' · '}
          <a href={at(urls.goal, { goal: goal.id })}>{goal.name}</a>
        </>
      )}
      {cycle.idea && cycle.strategyId && cycle.ideaId && (
        <>
          {' · '}
          <a href={at(urls.changeIdea, { strategy: cycle.strategyId, idea: cycle.ideaId })}>{cycle.idea}</a>
        </>
      )}
    </>
  )
}

/** Prediction beside result: the one place where a team can be surprised. */
function Beside({ cycle, study }: CyclePageProps) {
  const { text, format } = usePage()
  return (
    <div class="columns beside">
      <Section title={text('cycles.prediction')}>
        {cycle.prediction ? <p class="lead">{cycle.prediction}</p> : <p class="soft">{text('cycles.no_prediction')}</p>}
        {cycle.startedOn && <p class="soft small">{text('cycles.stands_since', { day: format.date(cycle.startedOn) })}</p>}
      </Section>
      <Section title={text('cycles.result')}>
        {study ? <p class="lead">{study.result}</p> : <p class="soft">{text('cycles.no_result')}</p>}
        {study && (
          <p class="small">
            <strong>{text(`cycles.answer_${study.asPredicted}`)}</strong>
            {' · '}
            <span class="soft">{text('cycles.studied_on', { day: format.date(study.studiedOn), name: study.byName ?? '–' })}</span>
          </p>
        )}
      </Section>
    </div>
  )
}

function ChartOf({ measure, reading, notes }: NonNullable<CyclePageProps['chart']>) {
  const { text, at } = usePage()
  const link = <a href={at(urls.measure, { measure: measure.id })}>{text('cycles.to_measure')}</a>
  return (
    <Section title={measure.name} action={link}>
      {reading.points.length > 0 ? (
        <MeasureChart measure={measure} reading={reading} notes={notes} />
      ) : (
        <p class="soft">{text('cycles.no_points')}</p>
      )}
    </Section>
  )
}

function Plan({ cycle, parent, next }: CyclePageProps) {
  const { text, at, format } = usePage()
  const linked = (one: Cycle) => (
    <a href={at(urls.cycle, { cycle: one.id })}>{text('cycles.named', { n: one.number, question: one.question })}</a>
  )
  return (
    <Section title={text('cycles.plan_legend')}>
      <DescriptionList
        facts={[
          { term: text('cycles.plan_what'), value: cycle.planWhat },
          { term: text('cycles.plan_who'), value: cycle.planWho },
          {
            term: text('cycles.when'),
            value:
              cycle.beginsOn && cycle.endsOn ? format.range(cycle.beginsOn, cycle.endsOn) : (cycle.endsOn ?? cycle.beginsOn ?? undefined),
          },
          { term: text('cycles.led_by'), value: cycle.ledByName },
          { term: text('measures.circle'), value: text(`measures.circle_${cycle.circle}`) },
          parent !== undefined && { term: text('cycles.comes_after'), value: linked(parent) },
          next.length > 0 && { term: text('cycles.goes_on_in'), value: next.map((one) => <div key={one.id}>{linked(one)}</div>) },
        ]}
      />
    </Section>
  )
}
