import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

export type Hue = 1 | 2 | 3 | 4
export type GrowthLevel = 0 | 1 | 2 | 3
export type GrowthTurn = 'turned' | 'shoot' | 'retired'

/** How grown something is: ○ ◔ ◑ ●, with a turning arrow, a shoot, or struck through; the word is the children. */
export function GrowthMark({
  level,
  turn,
  size = 20,
  children,
}: {
  level: GrowthLevel
  turn?: GrowthTurn
  size?: 16 | 20 | 24 | 32
  children?: ComponentChildren
}) {
  return (
    <span class={turn === 'retired' ? 'mark mark-retired' : 'mark'}>
      <svg
        width={`${size / 16}rem`}
        height={`${size / 16}rem`}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        aria-hidden="true"
      >
        <GrowthDrawing level={level} turn={turn} />
      </svg>
      {children && <span>{children}</span>}
    </span>
  )
}

/** The same drawing as a symbol, for pages with hundreds of them: each `<use>` then costs a few letters. */
export function GrowthSymbol({ id, level, turn }: { id: string; level: GrowthLevel; turn?: GrowthTurn }) {
  return (
    <symbol id={id} viewBox="0 0 20 20">
      <GrowthDrawing level={level} turn={turn} />
    </symbol>
  )
}

function GrowthDrawing({ level, turn }: { level: GrowthLevel; turn?: GrowthTurn }) {
  return (
    <>
      {turn === 'shoot' ? <Shoot /> : <Growth level={level} dashed={turn === 'retired'} />}
      {turn === 'turned' && <path d="M18.6 6.2A9.4 9.4 0 0 0 4.4 2.4M4.2.2v2.6h2.8" />}
      {turn === 'retired' && <path d="M3.2 16.8 16.8 3.2" />}
    </>
  )
}

function Growth({ level, dashed }: { level: GrowthLevel; dashed: boolean }) {
  const filled = { 0: '', 1: 'M10 10V3.5A6.5 6.5 0 0 1 16.5 10Z', 2: 'M10 3.5A6.5 6.5 0 0 1 10 16.5Z', 3: '' }[level]
  return (
    <>
      <circle
        cx="10"
        cy="10"
        r="6.5"
        fill={level === 3 && !dashed ? 'currentColor' : 'none'}
        stroke-dasharray={dashed ? '2 3' : undefined}
      />
      {filled && !dashed && <path d={filled} fill="currentColor" stroke="none" />}
    </>
  )
}

function Shoot() {
  return (
    <>
      <path d="M10 17.5V9.5M3.5 17.5h13" />
      <path d="M10 9.5C10 6.4 7.8 4.6 4.2 4.6 4.2 7.9 6.4 9.5 10 9.5Z" fill="currentColor" />
      <path d="M10 8C10 5 12 3 15.8 3 15.8 6.4 13.4 8 10 8Z" />
    </>
  )
}

/** One of four kinds: hue, icon and word, never one of them alone. */
export function HueMark({
  hue,
  icon,
  children,
  size = 20,
}: {
  hue: Hue
  icon: IconName
  children?: ComponentChildren
  size?: 16 | 20 | 24
}) {
  return (
    <span class={`hue-mark hue-${hue}`}>
      <Icon name={icon} size={size} />
      <span>{children}</span>
    </span>
  )
}

export function Tag({
  children,
  icon,
  href,
  kind,
}: {
  children: ComponentChildren
  icon?: IconName
  href?: string
  kind?: 'needs' | 'soft'
}) {
  const look = kind ? `tag tag-${kind}` : 'tag'
  const inside = (
    <>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </>
  )
  return href ? (
    <a class={look} href={href}>
      {inside}
    </a>
  ) : (
    <span class={look}>{inside}</span>
  )
}

/** A number with what it counts: small beside a heading, or large on its own. */
export function Count({
  n,
  children,
  needs,
  large,
}: {
  n: number | string
  children?: ComponentChildren
  needs?: boolean
  large?: boolean
}) {
  if (large)
    return (
      <span class="count-large">
        <b>{n}</b> {children}
      </span>
    )
  return (
    <span class={needs ? 'count count-needs' : 'count'}>
      {n}
      {children && <> {children}</>}
    </span>
  )
}

/** Letters that stand for a name: of the first and the last word, whatever the script. */
export function initialsOf(name: string) {
  const words = name
    .normalize('NFC')
    .split(/[\s\p{Pd}]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase()).join('')
}

type PersonProps = { name: string; detail?: string; href?: string; initialsOnly?: boolean }

export function Person({ name, detail, href, initialsOnly }: PersonProps) {
  const circle = initialsOnly ? (
    <span class="initials" role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  ) : (
    <span class="initials" aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
  if (initialsOnly) return circle
  return (
    <span class="person">
      {circle}
      <span>
        {href ? <a href={href}>{name}</a> : name} {detail && <span class="person-detail">{detail}</span>}
      </span>
    </span>
  )
}
