import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { Island } from '../../ui/island.tsx'
import { Tabs } from '../../ui/navigation.tsx'
import { Banner, Details, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import type { Commitment } from './commitments/schema.ts'
import type { Hole } from './diagram/rules.ts'
import type { CanvasDriver } from './diagram/walking/rules.ts'
import Canvas from './islands/canvas.tsx'
import { CommitmentList, type CommitmentReader } from './parts/commitment-list.tsx'
import { Holes } from './parts/holes.tsx'
import { ProgressLines } from './parts/progress-lines.tsx'
import { Reviews } from './parts/reviews.tsx'
import { Theory } from './parts/theory.tsx'
import type { Progress } from './progress/rules.ts'
import type { Review } from './reviews/schema.ts'
import { standingOf } from './rules.ts'
import type { Strategy } from './schema.ts'

export type Named = { id: string; name: string }

export type StrategyPageProps = {
  strategy: Strategy
  goal: { id: string; statement: string }
  canvas: CanvasDriver[]
  holes: Hole[]
  commitments: Commitment[]
  progress: Progress
  reviews: Review[]
  measures: Named[]
  reader: CommitmentReader
  whyNotWrite: string | undefined
  forms: { driver?: FormState; review?: FormState }
}

/** A strategy: its theory, its diagram with the holes in it, who promised what, where it stands, and its reviews. */
export function StrategyPage(props: StrategyPageProps) {
  const { strategy, goal, canvas, commitments, reader, whyNotWrite } = props
  const { text, at } = usePage()
  const diagram = {
    strategyId: strategy.id,
    goal: { statement: goal.statement, href: at(urls.goal, { goal: goal.id }) },
    drivers: canvas,
    mayWrite: !whyNotWrite,
  }
  return (
    <div class="stack stack-loose">
      <StrategyHead strategy={strategy} goal={goal} whyNotWrite={whyNotWrite} view="diagram" />
      <Theory theory={strategy} />
      <Section title={text('strategy.diagram')} id="diagram">
        <Island
          name="strategy/canvas"
          component={Canvas}
          props={diagram}
          texts={['strategy.keys_hint', 'strategy.keys_hint_read', 'strategy.moved', 'strategy.not_moved', 'strategy.hole_no_ideas']}
        />
        <div class="no-print">
          <AddDriver {...props} />
        </div>
        <Holes strategyId={strategy.id} holes={props.holes} />
      </Section>
      <div class="columns">
        <Section title={text('strategy.commitments')} id="commitments">
          {commitments.length === 0 ? (
            <p class="soft">{text('strategy.no_commitments')}</p>
          ) : (
            <CommitmentList commitments={commitments} reader={reader} withIdea />
          )}
        </Section>
        <div class="stack stack-loose">
          <Section title={text('strategy.progress')}>
            <ProgressLines progress={props.progress} drivers={canvas.length} />
          </Section>
          <Reviews
            strategyId={strategy.id}
            reviews={props.reviews}
            today={reader.today}
            whyNotWrite={whyNotWrite}
            form={props.forms.review}
          />
        </div>
      </div>
    </div>
  )
}

type HeadProps = {
  strategy: Strategy
  goal: { id: string; statement: string }
  whyNotWrite: string | undefined
  view: 'diagram' | 'outline'
}

/** The head that the diagram and the outline share. */
export function StrategyHead({ strategy, goal, whyNotWrite, view }: HeadProps) {
  const { text, at } = usePage()
  const standing = standingOf(strategy)
  const here = { strategy: strategy.id }
  return (
    <>
      <PageHead
        title={text('strategy.title')}
        above={<a href={at(urls.goal, { goal: goal.id })}>{goal.statement}</a>}
        action={
          <>
            {!whyNotWrite && (
              <LinkButton icon="pencil" href={at(urls.strategyEdit, here)}>
                {text('strategy.edit_theory')}
              </LinkButton>
            )}
            <LinkButton icon="history" href={at(urls.strategies, { goal: goal.id })}>
              {text('strategy.all_versions', { n: strategy.newestNumber })}
            </LinkButton>
          </>
        }
      />
      {standing !== 'current' && <Banner>{text(`strategy.banner_${standing}`)}</Banner>}
      <div class="no-print">
        <Tabs
          label={text('strategy.views')}
          tabs={[
            { label: text('strategy.diagram'), href: at(urls.strategy, here), current: view === 'diagram', icon: 'git-branch' },
            { label: text('strategy.outline'), href: at(urls.strategyOutline, here), current: view === 'outline', icon: 'list' },
          ]}
        />
      </div>
    </>
  )
}

function AddDriver({ strategy, canvas, measures, whyNotWrite, forms }: StrategyPageProps) {
  const { text, at } = usePage()
  const options = measures.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Details summary={text('strategy.add_driver')} open={canvas.length === 0 || Boolean(forms.driver)} id="add-driver">
      <Form action={at(urls.strategyDrivers, { strategy: strategy.id })} id="driver" state={forms.driver}>
        <TextField name="statement" label={text('strategy.driver_label')} hint={text('strategy.driver_hint')} maxlength={200} />
        <TextArea name="why" label={text('strategy.why')} optional rows={2} />
        <Select
          name="measureId"
          label={text('strategy.driver_measure')}
          options={options}
          empty={text('strategy.no_measure_yet')}
          optional
          width="full"
        />
        <Button kind="main" whyNot={whyNotWrite}>
          {text('strategy.add_driver')}
        </Button>
      </Form>
    </Details>
  )
}
