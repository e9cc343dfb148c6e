import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { usePage } from './page-context.tsx'

type PopoverProps = {
  id: string
  title: string
  /** `middle` is a question that wants an answer, `end` hangs from the top bar, `start` from the place. */
  at?: 'end' | 'start' | 'middle'
  children?: ComponentChildren
}

/** What floats. The browser opens it, closes it on Escape or a click elsewhere, and gives the focus back: no script. */
export function Popover({ id, title, at = 'end', children }: PopoverProps) {
  const { text } = usePage()
  return (
    <div popover="auto" id={id} class={at === 'end' ? 'popover' : `popover popover-${at}`} role="dialog" aria-labelledby={`${id}-title`}>
      <div class="popover-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <button
          type="button"
          class="button button-quiet button-icon button-small"
          popovertarget={id}
          popovertargetaction="hide"
          aria-label={text('ui.close')}
        >
          <Icon name="x" />
        </button>
      </div>
      {children}
    </div>
  )
}

type AskProps = {
  id: string
  label: string
  title: string
  icon?: IconName
  kind?: 'main' | 'plain' | 'quiet' | 'needs'
  size?: 'small'
  whyNot?: string
  open?: boolean
  children?: ComponentChildren
}

/**
 * A button that opens a question in the middle of the page, for an act that needs a reason or a second look.
 * `open` sets the question into the page itself: a form that was refused has to be seen without another click.
 */
export function Ask({ id, label, title, open, children, ...look }: AskProps) {
  if (open)
    return (
      <Asked id={id} title={title}>
        {children}
      </Asked>
    )
  return (
    <>
      <Button type="button" popovertarget={look.whyNot ? undefined : id} {...look}>
        {label}
      </Button>
      {!look.whyNot && (
        <Popover id={id} title={title} at="middle">
          {children}
        </Popover>
      )}
    </>
  )
}

function Asked({ id, title, children }: Pick<AskProps, 'id' | 'title' | 'children'>) {
  return (
    <section class="asked" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

export type MenuItem = { label: string; detail?: string; href?: string; post?: string; icon?: IconName; current?: boolean; apart?: boolean }

/** Links and acts one below the other; what has `post` is a button that posts there. */
export function MenuList({ items }: { items: MenuItem[] }) {
  return (
    <ul class="menu-list">
      {items.map((item) => (
        <li class={item.apart ? 'menu-break' : undefined} key={item.label}>
          {item.post ? (
            <form action={item.post} method="post">
              <button type="submit">
                <MenuFace {...item} />
              </button>
            </form>
          ) : (
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              <MenuFace {...item} />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function MenuFace({ icon, label, detail }: MenuItem) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>
        {label}
        {detail && <small>{detail}</small>}
      </span>
    </>
  )
}
