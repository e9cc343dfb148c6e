/// <reference types="vite/client" />
import { hydrate } from 'preact'
import type { ComponentType } from 'preact'
import { PageProvider } from '../page-context.tsx'
import type { IslandData } from '../island.tsx'
import { frameOf } from './frame-of.ts'

type IslandFile = { default: ComponentType<object> }

const files = import.meta.glob<IslandFile>('../../slices/*/islands/*.tsx')

for (const host of document.querySelectorAll<HTMLElement>('[data-island]')) await wake(host)

/** Each island alone: one that fails leaves its server-made page standing, and the others awake. */
async function wake(host: HTMLElement) {
  const [slice, file] = (host.dataset['island'] ?? '').split('/')
  const load = files[`../../slices/${slice}/islands/${file}.tsx`]
  const [root, json] = host.children
  if (!load || !root || !json) return
  const data = JSON.parse(json.textContent ?? '{}') as IslandData // written by the server's Island, of this same build
  const { default: Component } = await load()
  hydrate(
    <PageProvider frame={frameOf(data)}>
      <Component {...data.props} />
    </PageProvider>,
    root,
  )
  host.dataset['awake'] = 'yes'
}
