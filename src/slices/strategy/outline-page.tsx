import { EmptyState } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import type { Commitment } from './commitments/schema.ts'
import { stateOf } from './commitments/rules.ts'
import type { Driver, Idea } from './diagram/schema.ts'
import { Theory } from './parts/theory.tsx'
import type { Strategy } from './schema.ts'
import { StrategyHead } from './strategy-page.tsx'

type OutlinePageProps = {
  strategy: Strategy
  goal: { id: string; statement: string }
  drivers: Driver[]
  measureNames: Record<string, string>
  commitments: Commitment[]
  whyNotWrite: string | undefined
}

/** The strategy as text, to be read aloud, printed, or listened to. */
export function OutlinePage({ strategy, goal, drivers, measureNames, commitments, whyNotWrite }: OutlinePageProps) {
  const { text } = usePage()
  return (
    <div class="stack stack-loose">
      <StrategyHead strategy={strategy} goal={goal} whyNotWrite={whyNotWrite} view="outline" />
      <Theory theory={strategy} />
      {drivers.length === 0 && <EmptyState question={text('strategy.no_drivers_question')} example={text('strategy.no_drivers_example')} />}
      <ol class="outline">
        {drivers.map((driver) => (
          <li key={driver.id}>
            <DriverOutline
              strategyId={strategy.id}
              driver={driver}
              measureName={driver.measureId ? measureNames[driver.measureId] : undefined}
              commitments={commitments}
            />
          </li>
        ))}
      </ol>
      <p class="soft small no-print">{text('strategy.print_hint')}</p>
    </div>
  )
}

type DriverOutlineProps = { strategyId: string; driver: Driver; measureName: string | undefined; commitments: Commitment[] }

function DriverOutline({ strategyId, driver, measureName, commitments }: DriverOutlineProps) {
  const { text, at } = usePage()
  return (
    <div class="stack stack-tight">
      <h2>
        <a href={at(urls.driver, { strategy: strategyId, driver: driver.id })}>{driver.statement}</a>
      </h2>
      {driver.why && <p>{driver.why}</p>}
      <p class="soft">{measureName ? text('strategy.measured_by', { measure: measureName }) : text('strategy.hole_no_measure')}</p>
      {driver.ideas.length === 0 && <p class="soft">{text('strategy.hole_no_ideas')}</p>}
      <ol>
        {driver.ideas.map((idea) => (
          <li key={idea.id}>
            <IdeaOutline strategyId={strategyId} idea={idea} commitments={commitments.filter((one) => one.ideaId === idea.id)} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function IdeaOutline({ strategyId, idea, commitments }: { strategyId: string; idea: Idea; commitments: Commitment[] }) {
  const { text, at, format } = usePage()
  return (
    <>
      <a href={at(urls.changeIdea, { strategy: strategyId, idea: idea.id })}>{idea.statement}</a>
      <ul>
        {idea.links.map((link) => (
          <li key={link.id}>
            {text(`strategy.way_${link.way}`)} <a href={at(urls.resource, { resource: link.resourceId })}>{link.name}</a>
            {link.how && `: ${link.how}`}
          </li>
        ))}
        {idea.links.length === 0 && <li class="soft">{text('strategy.hole_no_resource')}</li>}
        {commitments.map((one) => (
          <li key={one.id}>
            {text(`strategy.outline_${stateOf(one)}`, {
              name: one.personName,
              what: one.what,
              day: format.day(one.keptOn ?? one.releasedOn ?? one.dueOn),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
