import { LinkButton } from '../../ui/button.tsx'
import { Tag } from '../../ui/marks.tsx'
import { PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import type { FormState } from '../../ui/form-context.ts'
import { Theory } from './parts/theory.tsx'
import { TheoryForm } from './parts/theory-form.tsx'
import { standingOf } from './rules.ts'
import type { Strategy } from './schema.ts'

export type StrategiesPageProps = {
  goal: { id: string; statement: string }
  strategies: Strategy[]
  whyNotDraw: string | undefined
  form: FormState | undefined
}

/** Every strategy that a goal has had, and the way to draw the next one. */
export function StrategiesPage({ goal, strategies, whyNotDraw, form }: StrategiesPageProps) {
  const { text, at } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead
        title={text('strategy.title')}
        above={<a href={at(urls.goal, { goal: goal.id })}>{goal.statement}</a>}
        lead={strategies.length === 0 ? text('strategy.first_lead') : undefined}
      />
      {strategies.map((strategy) => (
        <StrategySection strategy={strategy} key={strategy.id} />
      ))}
      <Section title={text(strategies.length === 0 ? 'strategy.draw_first' : 'strategy.draw_next')} id="draw">
        {strategies.length === 0 && <p class="soft">{text('strategy.theory_example')}</p>}
        <TheoryForm action={at(urls.strategies, { goal: goal.id })} before={strategies[0]} whyNot={whyNotDraw} form={form} />
      </Section>
    </div>
  )
}

function StrategySection({ strategy }: { strategy: Strategy }) {
  const { text, at, format } = usePage()
  return (
    <Section
      title={text('strategy.number', { n: strategy.number })}
      count={<Tag kind="soft">{text(`strategy.standing_${standingOf(strategy)}`)}</Tag>}
      action={
        <span class="soft small">
          {text('strategy.drawn_on', { day: format.date(strategy.recordedAt), name: strategy.authorName ?? '–' })}
        </span>
      }
    >
      <Theory theory={strategy} />
      <div>
        <LinkButton href={at(urls.strategy, { strategy: strategy.id })} icon="git-branch">
          {text('strategy.open')}
        </LinkButton>
      </div>
    </Section>
  )
}
