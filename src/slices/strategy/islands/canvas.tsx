import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../../ui/icon.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import {
  type CanvasDriver,
  type CanvasIdea,
  type Direction,
  GOAL,
  type Node,
  put,
  stepTarget,
  type Target,
  walk,
} from '../diagram/walking/rules.ts'
import { DriverCard, GoalCard, IdeaCard, ResourceCard } from '../parts/cards.tsx'

export type CanvasProps = {
  strategyId: string
  goal: { statement: string; href: string }
  drivers: CanvasDriver[]
  mayWrite: boolean
}

/** The strategy from left to right. Without script a picture with links; with it, arrows walk the lines, Alt and arrows or the mouse move things. */
export default function Canvas({ strategyId, goal, drivers: given, mayWrite }: CanvasProps) {
  const { text } = usePage()
  const board = useRef<HTMLDivElement>(null)
  const awake = useAwake()
  const { drivers, said, moveTo, moved } = useMoves(strategyId, given)
  const dragging = useRef<Node | undefined>(undefined)

  // A card that changed its driver is drawn anew there, so the focus has to follow it.
  useEffect(() => focusOn(board.current, moved), [moved])

  function onKeyDown(event: KeyboardEvent) {
    const node = nodeOf(event.target)
    const direction = DIRECTIONS[event.key]
    if (!node || !direction || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.altKey && !mayWrite) return
    if (event.altKey && (direction === 'left' || direction === 'right')) return // the browser's own way back and forth
    event.preventDefault()
    if (!event.altKey) return focusOn(board.current, walk(drivers, node, direction))
    const target = direction === 'up' || direction === 'down' ? stepTarget(drivers, node, direction) : undefined
    if (target) moveTo(node, target)
  }

  function onDrop(event: DragEvent) {
    const node = dragging.current
    const target = node && targetOf(event.target, node, drivers)
    dragging.current = undefined
    if (!node || !target) return
    event.preventDefault()
    moveTo(node, target)
  }

  return (
    // The keys are an addition for those who walk by them: every card is a link, and every move has a form of its own.
    <div
      class={awake ? 'canvas canvas-awake' : 'canvas'}
      ref={board}
      onKeyDown={onKeyDown}
      onDragStart={(event) => (dragging.current = mayWrite ? nodeOf(event.target) : undefined)}
      onDragOver={(event) => dragging.current && targetOf(event.target, dragging.current, drivers) && event.preventDefault()}
      onDrop={onDrop}
      role="group"
      aria-label={text('strategy.diagram')}
    >
      {awake && <p class="soft small no-print keys">{text(mayWrite ? 'strategy.keys_hint' : 'strategy.keys_hint_read')}</p>}
      <ul class="tree">
        <li>
          <GoalCard {...goal} />
          <Drivers strategyId={strategyId} drivers={drivers} draggable={awake && mayWrite} />
        </li>
      </ul>
      <p class="small" role="status">
        {said}
      </p>
    </div>
  )
}

function Drivers({ strategyId, drivers, draggable }: { strategyId: string; drivers: CanvasDriver[]; draggable: boolean }) {
  const { text } = usePage()
  return (
    <ul>
      {drivers.map((driver) => (
        <li key={driver.id}>
          <DriverCard strategyId={strategyId} driver={driver} draggable={draggable} />
          <ul>
            {driver.ideas.map((idea) => (
              <IdeaBranch strategyId={strategyId} idea={idea} draggable={draggable} key={idea.id} />
            ))}
            {driver.ideas.length === 0 && <Hole say={text('strategy.hole_no_ideas')} />}
          </ul>
        </li>
      ))}
      {drivers.length === 0 && <Hole say={text('strategy.hole_no_drivers')} />}
    </ul>
  )
}

function IdeaBranch({ strategyId, idea, draggable }: { strategyId: string; idea: CanvasIdea; draggable: boolean }) {
  const { text } = usePage()
  return (
    <li>
      <IdeaCard strategyId={strategyId} idea={idea} draggable={draggable} />
      <ul>
        {idea.resources.map((resource) => (
          <li key={resource.id}>
            <ResourceCard resource={resource} />
          </li>
        ))}
        {idea.resources.length === 0 && <Hole say={text('strategy.hole_no_resource')} />}
      </ul>
    </li>
  )
}

function Hole({ say }: { say: string }) {
  return (
    <li>
      <p class="card card-hole">
        <Icon name="circle-help" size={16} /> {say}
      </p>
    </li>
  )
}

const DIRECTIONS: Record<string, Direction | undefined> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** False on the server and in the first drawing, so that both agree. */
function useAwake(): boolean {
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return awake
}

/** The drivers as they stand now; a move shows at once, and is taken back with a word if the server refuses it. */
function useMoves(strategyId: string, given: CanvasDriver[]) {
  const { text, at } = usePage()
  const [drivers, setDrivers] = useState(given)
  const [said, setSaid] = useState('')
  const [moved, setMoved] = useState<Node | undefined>(undefined)

  async function send(node: Node, { driverId, before }: Target): Promise<boolean> {
    const [url, fields] =
      node.column === 'driver'
        ? [at(urls.driverMove, { strategy: strategyId, driver: node.id }), { before }]
        : [at(urls.changeIdeaMove, { strategy: strategyId, idea: node.id }), { driverId, before }]
    // The answer is the redirect of the form; it need not be followed to know that the move was taken.
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }).catch(() => undefined)
    return answer?.type === 'opaqueredirect'
  }

  function moveTo(node: Node, target: Target): void {
    const before = drivers
    setDrivers(put(drivers, node, target))
    setMoved({ ...node })
    setSaid(text('strategy.moved'))
    void send(node, target).then((taken) => {
      if (taken) return
      setDrivers(before)
      setSaid(text('strategy.not_moved'))
    })
  }

  return { drivers, said, moveTo, moved }
}

function nodeOf(target: EventTarget | null): Node | undefined {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const column = COLUMNS.find((one) => one === card?.dataset['column'])
  return column && { column, id: card?.dataset['id'] ?? '' }
}

const COLUMNS = [GOAL.column, 'driver', 'idea', 'resource'] as const

/** Where a drop goes: an idea before the idea it is dropped on, or to the end of the driver; a driver before the driver. */
function targetOf(dropped: EventTarget | null, node: Node, drivers: readonly CanvasDriver[]): Target | undefined {
  const onto = nodeOf(dropped)
  if (!onto || onto.id === node.id) return undefined
  if (node.column === 'driver') return onto.column === 'driver' ? { driverId: '', before: onto.id } : undefined
  if (node.column !== 'idea') return undefined
  if (onto.column === 'driver') return { driverId: onto.id, before: 'end' }
  const driver = drivers.find((one) => one.ideas.some((idea) => idea.id === onto.id))
  return onto.column === 'idea' && driver ? { driverId: driver.id, before: onto.id } : undefined
}

function focusOn(board: HTMLElement | null, node: Node | undefined): void {
  if (node) board?.querySelector<HTMLElement>(`[data-column="${node.column}"][data-id="${node.id}"] a`)?.focus()
}
