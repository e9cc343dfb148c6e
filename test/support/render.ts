import type { ComponentChildren } from 'preact'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { isTextKey, messagesOf, textIn } from '../../src/messages/text.ts'
import { createPageFrame } from '../../src/ui/frame.ts'
import { type PageFrame, PageProvider } from '../../src/ui/page-context.tsx'

/** The frame of a page at one fixed moment of one fixed place. */
export function frameFor(language = 'en', more: Partial<PageFrame> = {}): PageFrame {
  const frame = createPageFrame({
    language,
    timeZone: 'America/Los_Angeles',
    now: new Date('2026-11-22T18:00:00Z'),
    here: { tenant: 'cedar-valley', place: 'lincoln' },
    text: (key, values) => textIn(language, key, values),
    has: isTextKey,
    messages: (keys) => messagesOf(language, keys),
    once: () => 'once-1',
  })
  return { ...frame, ...more }
}

/** The HTML of a part as it stands on a page. */
export function rendered(node: ComponentChildren, frame = frameFor()): string {
  return renderToString(h(PageProvider, { frame }, node))
}
