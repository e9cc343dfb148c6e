import type { ComponentChildren } from 'preact'
import { fontUrl, scriptUrls, styleUrl } from './assets.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { Popover, MenuList } from './menu.tsx'
import type { MenuItem } from './menu.tsx'
import { Breadcrumb } from './navigation.tsx'
import { PageProvider, usePage } from './page-context.tsx'
import type { PageFrame } from './page-context.tsx'
import { Banner, Flash } from './page-parts.tsx'
import { RoomBar } from './room-bar.tsx'
import type { Room } from './room-bar.tsx'
import { TopBar } from './top-bar.tsx'
import type { TopBarProps } from './top-bar.tsx'
import { Wordmark } from './wordmark.tsx'

type PageParts = {
  frame: PageFrame
  title: string
  description?: string
  /** Above everything: that this is a demonstration, that something is read-only. */
  banner?: ComponentChildren
  /** What was just done. */
  flash?: string
  foot?: ComponentChildren
  children?: ComponentChildren
}

type ShellProps = PageParts & {
  /** Where one is, and where one could go. */
  place: { label: string; detail?: string; items: MenuItem[] }
  rooms: Room[]
  homeHref: string
  top: TopBarProps
  crumbs?: { label: string; href?: string }[]
}

/** The whole document of a signed-in page: place and rooms at the left, search and help above, the page in the middle. */
export function Shell({ frame, title, description, place, rooms, homeHref, top, banner, flash, crumbs, foot, children }: ShellProps) {
  return (
    <Document frame={frame} title={title} description={description}>
      <div class="frame">
        {banner && <Notice>{banner}</Notice>}
        <PlaceSwitch {...place} homeHref={homeHref} />
        <TopBar {...top} />
        <RoomBar rooms={rooms} />
        <main id="main" tabIndex={-1}>
          {crumbs && <Breadcrumb crumbs={crumbs} />}
          {flash && <Flash>{flash}</Flash>}
          {children}
        </main>
        <Foot>{foot}</Foot>
      </div>
    </Document>
  )
}

type BareShellProps = PageParts & { wide?: boolean; homeHref?: string; corner?: ComponentChildren }

/** The document of pages without a place: sign-in, invitations, errors, what everyone may read. */
export function BareShell({ frame, title, description, wide, homeHref = '/', corner, banner, flash, foot, children }: BareShellProps) {
  return (
    <Document frame={frame} title={title} description={description}>
      <div class={wide ? 'bare bare-wide' : 'bare'}>
        {banner ? <Notice>{banner}</Notice> : <div />}
        <header class="bare-head">
          <Wordmark href={homeHref} />
          {corner}
        </header>
        <main id="main" tabIndex={-1}>
          {flash && <Flash>{flash}</Flash>}
          {children}
        </main>
        <Foot>{foot}</Foot>
      </div>
    </Document>
  )
}

type DocumentProps = { frame: PageFrame; title: string; description?: string; children?: ComponentChildren }

function Document({ frame, title, description, children }: DocumentProps) {
  const font = fontUrl()
  return (
    <PageProvider frame={frame}>
      <html lang={frame.language} dir={frame.direction} data-theme={frame.theme}>
        <head>
          <meta charset="utf-8" />
          <title>{title === 'Groundwork' ? title : `${title} · Groundwork`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="color-scheme" content={frame.theme ?? 'light dark'} />
          {description && <meta name="description" content={description} />}
          {font && <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />}
          <link rel="stylesheet" href={styleUrl()} />
          <link rel="icon" type="image/svg+xml" href="/assets/sign.svg" />
        </head>
        <body>
          <SkipLink />
          {children}
          <IslandScripts />
        </body>
      </html>
    </PageProvider>
  )
}

function SkipLink() {
  return (
    <a class="skip unseen" href="#main">
      {usePage().text('ui.skip')}
    </a>
  )
}

/** Last in the body, when all islands of the page have said that they are there. */
function IslandScripts() {
  const { islands, nonce } = usePage()
  const scripts = scriptUrls(islands)
  if (!scripts) return null
  return (
    <>
      {scripts.preload.map((href) => (
        <link rel="modulepreload" href={href} nonce={nonce} key={href} />
      ))}
      <script type="module" src={scripts.start} nonce={nonce} />
    </>
  )
}

function PlaceSwitch({ label, detail, items, homeHref }: ShellProps['place'] & { homeHref: string }) {
  const { text } = usePage()
  return (
    <nav class="place" aria-label={text('ui.places')}>
      <Wordmark href={homeHref} />
      <button type="button" class="switch" popovertarget="places" aria-label={text('ui.place_now', { place: label })}>
        <span>
          <b>{label}</b>
          {detail && <small>{detail}</small>}
        </span>
        <Icon name="chevrons-up-down" size={16} />
      </button>
      <Popover id="places" title={text('ui.places')} at="start">
        <MenuList items={items} />
      </Popover>
    </nav>
  )
}

function Notice({ children }: { children: ComponentChildren }) {
  return <Banner landmark={usePage().text('ui.notice')}>{children}</Banner>
}

function Foot({ children }: { children?: ComponentChildren }) {
  const { version } = usePage()
  return (
    <footer class="foot">
      <span>Groundwork{version && ` ${version}`}</span>
      {children}
    </footer>
  )
}

export type { Room, TopBarProps, MenuItem, IconName }
