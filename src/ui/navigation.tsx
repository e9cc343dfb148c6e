import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { usePage } from './page-context.tsx'

type Crumb = { label: string; href?: string }

/** Only where depth is real. The last one is where one is. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const { text } = usePage()
  return (
    <nav class="breadcrumb" aria-label={text('ui.breadcrumb')}>
      <ol>
        {crumbs.map(({ label, href }, index) => (
          <li key={label}>
            {index > 0 && <Icon name="chevron-right" size={16} />}
            {href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

type PaginationProps = { previous?: string; next?: string; from?: number; to?: number; total?: number }

export function Pagination({ previous, next, from, to, total }: PaginationProps) {
  const { text } = usePage()
  if (!previous && !next) return null
  return (
    <nav class="pages" aria-label={text('ui.pages')}>
      <span>
        {from !== undefined &&
          to !== undefined &&
          (total === undefined ? text('ui.from_to', { from, to }) : text('ui.from_to_of', { from, to, total }))}
      </span>
      <div>
        {previous && (
          <LinkButton href={previous} icon="arrow-left" size="small">
            {text('ui.previous')}
          </LinkButton>
        )}
        {next && (
          <LinkButton href={next} icon="arrow-right" size="small">
            {text('ui.next')}
          </LinkButton>
        )}
      </div>
    </nav>
  )
}

export type Tab = { label: string; href: string; current?: boolean; icon?: IconName; count?: number | string }

/** Several views of one thing, each with its own address. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ label, href, current, icon, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {icon && <Icon name={icon} />}
              {label}
              {count !== undefined && <span class="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Where one is in a way of a few steps; `now` counts from 1. */
export function Steps({ steps, now }: { steps: string[]; now: number }) {
  const { text } = usePage()
  return (
    <nav class="steps" aria-label={text('ui.steps')}>
      <p class="step-now">
        {text('ui.step_of', { step: now, steps: steps.length })} · {steps[now - 1]}
      </p>
      <ol>
        {steps.map((step, index) => (
          <li class={index + 1 < now ? 'step-done' : undefined} aria-current={index + 1 === now ? 'step' : undefined} key={step}>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
