import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { usePage } from './page-context.tsx'

type PageHeadProps = {
  title: ComponentChildren
  lead?: ComponentChildren
  above?: ComponentChildren
  action?: ComponentChildren
  children?: ComponentChildren
}

/** The one h1 of a page with its lead and its one main action; `above` is a small line over it. */
export function PageHead({ title, lead, above, action, children }: PageHeadProps) {
  return (
    <header class="page-head">
      {above && <div class="soft">{above}</div>}
      <div class="page-head-line">
        <h1 id="title" tabIndex={-1}>
          {title}
        </h1>
        {action && <div class="row-of-acts">{action}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </header>
  )
}

type SectionProps = {
  title: ComponentChildren
  id?: string
  count?: ComponentChildren
  action?: ComponentChildren
  children?: ComponentChildren
}

export function Section({ title, id, count, action, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <h2>
          {title} {count}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** A good question, one example, and the way to answer. */
export function EmptyState({
  question,
  example,
  small,
  children,
}: {
  question: string
  example?: string
  small?: boolean
  children?: ComponentChildren
}) {
  const { text } = usePage()
  return (
    <div class={small ? 'empty empty-small' : 'empty'}>
      <p class="question">{question}</p>
      {example && (
        <p class="example">
          {text('ui.for_example')} {example}
        </p>
      )}
      {children}
    </div>
  )
}

type BannerProps = {
  kind?: 'info' | 'needs'
  icon?: IconName
  /** Makes it a landmark of its own, for one that stands outside the page's main part. */
  landmark?: string
  children: ComponentChildren
  action?: ComponentChildren
}

/** Something about the page as a whole. `needs` is the warm red: only where someone has to act. */
export function Banner({ kind = 'info', icon = kind === 'needs' ? 'triangle-alert' : 'info', landmark, children, action }: BannerProps) {
  return (
    <div class={kind === 'needs' ? 'banner banner-needs' : 'banner'} role={landmark ? 'region' : undefined} aria-label={landmark}>
      <Icon name={icon} />
      <p>{children}</p>
      {action}
    </div>
  )
}

/** What was just done, said once, after the page has come. */
export function Flash({ children }: { children: ComponentChildren }) {
  return (
    <div class="flash" role="status">
      <Icon name="check" />
      <p>{children}</p>
    </div>
  )
}

type DetailsProps = {
  summary: ComponentChildren
  kind?: 'plain' | 'line'
  open?: boolean
  id?: string
  name?: string
  children?: ComponentChildren
}

/** More, for who wants it; `line` is a card of one line that opens in its place. */
export function Details({ summary, kind = 'plain', open, id, name, children }: DetailsProps) {
  return (
    <details class={kind === 'line' ? 'more line' : 'more'} open={open} id={id} name={name}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {kind === 'line' ? summary : <span>{summary}</span>}
      </summary>
      <div class="more-body">{children}</div>
    </details>
  )
}

type Dated = { key?: string; when: string; datetime?: string; title: ComponentChildren; mark?: ComponentChildren; body?: ComponentChildren }

/** A line of dated events; `when` is written out, `datetime` is for machines. */
export function Timeline({ events, label }: { events: Dated[]; label?: string }) {
  return (
    <ol class="timeline" aria-label={label}>
      {events.map(({ key, when, datetime, title, mark, body }, index) => (
        <li key={key ?? index}>
          <span class="at" aria-hidden="true">
            {mark ?? <span class="dot" />}
          </span>
          <div>
            <time datetime={datetime}>{when}</time>
            <h3>{title}</h3>
            {body}
          </div>
        </li>
      ))}
    </ol>
  )
}
