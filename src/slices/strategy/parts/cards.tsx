import { usePage } from '../../../ui/page-context.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { urls } from '../../../urls.ts'
import { KIND_LOOKS, KindMark } from '../../resources/parts/kind-mark.tsx'
import type { CanvasDriver, CanvasIdea, CanvasResource } from '../diagram/walking/rules.ts'

export function GoalCard({ statement, href }: { statement: string; href: string }) {
  return (
    <div class="card card-goal" data-column="goal" data-id="goal">
      <a href={href}>{statement}</a>
    </div>
  )
}

type DriverCardProps = { strategyId: string; driver: CanvasDriver; draggable: boolean }

export function DriverCard({ strategyId, driver, draggable }: DriverCardProps) {
  const { text, at } = usePage()
  return (
    <div class="card card-driver" id={`driver-${driver.id}`} data-column="driver" data-id={driver.id} draggable={draggable}>
      <a href={at(urls.driver, { strategy: strategyId, driver: driver.id })} draggable={false}>
        {driver.statement}
      </a>
      {driver.measure ? (
        <p class="card-line">
          <Icon name="chart-line" size={16} /> {text(`measures.verdict_${driver.measure.verdict}`)}
        </p>
      ) : (
        <p class="card-line card-lacks">
          <Icon name="circle-help" size={16} /> {text('strategy.hole_no_measure')}
        </p>
      )}
    </div>
  )
}

type IdeaCardProps = { strategyId: string; idea: CanvasIdea; draggable: boolean }

export function IdeaCard({ strategyId, idea, draggable }: IdeaCardProps) {
  const { text, at } = usePage()
  const all = idea.kept + idea.open
  return (
    <div class="card card-idea" id={`idea-${idea.id}`} data-column="idea" data-id={idea.id} draggable={draggable}>
      <a href={at(urls.changeIdea, { strategy: strategyId, idea: idea.id })} draggable={false}>
        {idea.statement}
      </a>
      <p class="card-line">
        <Icon name="hand" size={16} /> {all === 0 ? text('strategy.nobody_committed') : text('strategy.kept_of', { kept: idea.kept, all })}
        {idea.late > 0 && <span class="needs">{text('strategy.late_count', { n: idea.late })}</span>}
      </p>
    </div>
  )
}

export function ResourceCard({ resource }: { resource: CanvasResource }) {
  const { text, at } = usePage()
  const look = KIND_LOOKS[resource.kind]
  return (
    <div class={`card card-resource hue-${look.hue}`} data-column="resource" data-id={resource.id}>
      <a href={at(urls.resource, { resource: resource.resourceId })}>{resource.name}</a>
      <p class="card-line">
        <strong>{text(`strategy.way_${resource.way}`)}</strong>
        <KindMark kind={resource.kind} size={16} />
      </p>
    </div>
  )
}
