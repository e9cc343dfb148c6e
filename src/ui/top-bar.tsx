import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { MenuList, Popover } from './menu.tsx'
import type { MenuItem } from './menu.tsx'
import { initialsOf } from './marks.tsx'
import { usePage } from './page-context.tsx'

export type TopBarProps = {
  search?: { action: string; value?: string; label?: string }
  /** What can be added from here: one thing is a button, several are a menu. */
  add?: MenuItem[]
  /** About this very page. */
  help?: ComponentChildren
  me: { name: string; detail?: string; items: MenuItem[] }
}

/** Search, add, help that knows the page, and me. */
export function TopBar({ search, add = [], help, me }: TopBarProps) {
  return (
    <header class="top">
      {search && <Search {...search} />}
      <Add items={add} />
      {help && <Help>{help}</Help>}
      <Me {...me} />
    </header>
  )
}

function Search({ action, value, label }: NonNullable<TopBarProps['search']>) {
  const { text } = usePage()
  const name = label ?? text('ui.search')
  return (
    <form class="search" action={action} method="get" role="search">
      <Icon name="search" />
      <input type="search" name="q" value={value} placeholder={name} aria-label={name} accesskey="/" autocomplete="off" />
    </form>
  )
}

function Add({ items }: { items: MenuItem[] }) {
  const { text } = usePage()
  const [only] = items
  if (!only) return null
  if (items.length === 1 && only.href)
    return (
      <LinkButton href={only.href} icon="plus" accesskey="+">
        {only.label}
      </LinkButton>
    )
  return (
    <div class="menu">
      <Button type="button" icon="plus" popovertarget="add">
        {text('ui.add')}
      </Button>
      <Popover id="add" title={text('ui.add')}>
        <MenuList items={items} />
      </Popover>
    </div>
  )
}

function Help({ children }: { children: ComponentChildren }) {
  const { text } = usePage()
  return (
    <div class="menu">
      <Button type="button" kind="quiet" icon="circle-help" popovertarget="help" label={text('ui.help')} />
      <Popover id="help" title={text('ui.help_title')}>
        {children}
      </Popover>
    </div>
  )
}

function Me({ name, detail, items }: TopBarProps['me']) {
  const { text } = usePage()
  return (
    <div class="menu">
      <button type="button" class="button button-quiet button-icon" popovertarget="me" aria-label={text('ui.me', { name })}>
        <span class="initials" aria-hidden="true">
          {initialsOf(name)}
        </span>
      </button>
      <Popover id="me" title={name}>
        {detail && <p class="soft small">{detail}</p>}
        <MenuList items={items} />
      </Popover>
    </div>
  )
}
