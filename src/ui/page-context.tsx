import { createContext } from 'preact'
import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { Address } from '../urls.ts'
import type { Formats } from './format.ts'

export type TextValues = Record<string, unknown>

/** The part of an address that the page's own place fills in. */
type Given = 'tenant' | 'place'
type Query = Record<string, string | number | undefined>
type Rest<Names extends string> = [Exclude<Names, Given>] extends [never]
  ? [params?: Record<never, string>, query?: Query]
  : [params: Record<Exclude<Names, Given>, string>, query?: Query]

export type Here = { tenant?: string; place?: string }

/** What a component may know about the page around it, on the server and in an island alike. */
export type PageFrame = {
  language: string
  direction: 'ltr' | 'rtl'
  theme: 'light' | 'dark' | undefined
  timeZone: string
  now: Date
  here: Here
  version: string
  /** Of the Content-Security-Policy; only script elements carry it. */
  nonce: string | undefined
  /** Whether a text is the key of a message. */
  has(key: string): boolean
  /** Messages of the page's language as written, for an island to take along. */
  messages(keys: readonly string[]): Record<string, string>
  /** Names the islands met while rendering, so that a page without one ships no script. */
  islands: Set<string>
  /** A fresh value per form, by which the server recognizes a doubled submit; none where forms need none. */
  once: (() => string) | undefined
  text(key: string, values?: TextValues): string
  format: Formats
  at<Names extends string>(address: Address<Names>, ...rest: Rest<Names>): string
}

const PageContext = createContext<PageFrame | undefined>(undefined)

export function PageProvider({ frame, children }: { frame: PageFrame; children?: ComponentChildren }) {
  return <PageContext.Provider value={frame}>{children}</PageContext.Provider>
}

export function usePage(): PageFrame {
  const frame = useContext(PageContext)
  if (!frame) throw new Error('usePage outside a page: wrap the tree in PageProvider')
  return frame
}

/** Translates what is a message key and leaves every other sentence as it stands: rules answer with keys, pages with text. */
export function useSay(): (keyOrText: string) => string {
  const { has, text } = usePage()
  return (keyOrText) => (has(keyOrText) ? text(keyOrText) : keyOrText)
}
