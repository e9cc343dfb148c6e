import type { Address } from '../urls.ts'
import { createFormats } from './format.ts'
import type { Here, PageFrame, TextValues } from './page-context.tsx'

export type FrameParts = {
  language: string
  timeZone: string
  now: Date
  text: (key: string, values?: TextValues) => string
  has: (key: string) => boolean
  messages: (keys: readonly string[]) => Record<string, string>
  here?: Here
  theme?: PageFrame['theme']
  version?: string
  nonce?: string
  once?: () => string
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'yi', 'ku'])

/** The frame of one page; made anew for every request, since it gathers the islands of that page. */
export function createPageFrame(parts: FrameParts): PageFrame {
  const { language, timeZone, now, here = {} } = parts
  return {
    language,
    timeZone,
    now,
    here,
    direction: rightToLeft.has(language.slice(0, 2)) ? 'rtl' : 'ltr',
    theme: parts.theme,
    version: parts.version ?? '',
    nonce: parts.nonce,
    islands: new Set(),
    once: parts.once,
    text: parts.text,
    has: parts.has,
    messages: parts.messages,
    format: createFormats({ language, timeZone, now }),
    at: (address, ...[params, query]) => fillAddress(address, here, params, query),
  }
}

function fillAddress<Names extends string>(
  address: Address<Names>,
  here: Here,
  params: object = {},
  query?: Record<string, string | number | undefined>,
) {
  // The pattern's names are `here`'s and `params`' together, which the type of `at` has checked at the caller.
  return address({ ...here, ...params } as Record<Names, string>, query)
}
