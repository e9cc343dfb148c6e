import { Details } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { Hole } from '../diagram/rules.ts'

const SHOWN_OPEN = 6

/** What the strategy still lacks, each linked to where it can be filled. */
export function Holes({ strategyId, holes }: { strategyId: string; holes: readonly Hole[] }) {
  const { text } = usePage()
  if (holes.length === 0) return <p class="soft">{text('strategy.no_holes')}</p>
  return (
    <Details summary={text('strategy.holes', { n: holes.length })} open={holes.length <= SHOWN_OPEN}>
      <ul class="lines">
        {holes.map((hole) => (
          <li key={keyOf(hole)}>
            <HoleLine strategyId={strategyId} hole={hole} />
          </li>
        ))}
      </ul>
    </Details>
  )
}

function HoleLine({ strategyId, hole }: { strategyId: string; hole: Hole }) {
  const { text, at } = usePage()
  if (hole.kind === 'no_drivers') return <a href="#add-driver">{text('strategy.lacks_no_drivers')}</a>
  const href =
    'driver' in hole
      ? at(urls.driver, { strategy: strategyId, driver: hole.driver.id })
      : at(urls.changeIdea, { strategy: strategyId, idea: hole.idea.id })
  const statement = 'driver' in hole ? hole.driver.statement : hole.idea.statement
  return (
    <>
      {text(`strategy.lacks_${hole.kind}`)} <a href={href}>{statement}</a>
    </>
  )
}

function keyOf(hole: Hole): string {
  if (hole.kind === 'no_drivers') return hole.kind
  return `${hole.kind} ${'driver' in hole ? hole.driver.id : hole.idea.id}`
}
