import { setupI18n } from '@lingui/core'
import { createPageFrame } from '../frame.ts'
import type { IslandData } from '../island.tsx'
import type { PageFrame } from '../page-context.tsx'

/** The page around an island, as far as it travelled: the same language, zone, place and messages as on the server. */
export function frameOf({ page, messages }: Pick<IslandData, 'page' | 'messages'>): PageFrame {
  const reader = setupI18n({ locale: page.language, messages: { [page.language]: messages } })
  return createPageFrame({
    ...page,
    now: new Date(page.now),
    text: (key, values) => reader._(key, values),
    has: (key) => Object.hasOwn(messages, key),
    messages: () => ({}),
    once: () => crypto.randomUUID(),
  })
}
