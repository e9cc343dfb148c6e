import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ComponentChildren } from 'preact'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { frameFor, rendered } from '../../test/support/render.ts'
import { frameOf } from './island/frame-of.ts'
import { Island } from './island.tsx'
import type { IslandData } from './island.tsx'
import { usePage } from './page-context.tsx'
import { BareShell } from './shell.tsx'

const hostile = '</script><script>alert(1)</script>'

function Counter({ n, label }: { n: number; label: string }) {
  return h('p', {}, `${label} ${usePage().text('ui.errors_title', { n })}`)
}

function island(texts: string[] = []) {
  return h(Island<{ n: number; label: string }>, { name: 'shelves/counter', component: Counter, props: { n: 2, label: hostile }, texts })
}

function luggageOf(html: string): IslandData {
  return JSON.parse(/<script type="application\/json">(.*?)<\/script>/.exec(html)?.[1] ?? '')
}

describe('An island', () => {
  it('is whole before any script', () => {
    assert.match(rendered(island()), /<p>&lt;\/script>.* 2 things need your attention<\/p>/)
  })

  it('carries its data so that no text can break out of it', () => {
    const html = rendered(island())
    assert.equal(html.split('</script>').length - 1, 1)
    assert.deepEqual(luggageOf(html).props, { n: 2, label: hostile })
  })

  it('carries the messages it said, and those it will say, and no other', () => {
    assert.deepEqual(Object.keys(luggageOf(rendered(island(['ui.close']), frameFor('es'))).messages), ['ui.close', 'ui.errors_title'])
  })

  it('says in the browser what it said on the server', () => {
    const frame = frameOf(luggageOf(rendered(island(), frameFor('es'))))
    assert.equal(frame.text('ui.errors_title', { n: 1 }), 'Una cosa requiere su atención')
    assert.equal(frame.format.date(frame.now), '22 de noviembre de 2026')
    assert.equal(frame.here.place, 'lincoln')
  })
})

describe('A page', () => {
  const page = (child: ComponentChildren) => renderToString(h(BareShell, { frame: frameFor('en', { nonce: 'n-1' }), title: 'T' }, child))

  it('without an island has no script at all', () => {
    assert.doesNotMatch(page(h('p', {}, 'text')), /<script/)
  })

  it('with an island has one, of its own origin and with the nonce', () => {
    const scripts = [...page(island()).matchAll(/<script type="module"[^>]*>/g)].map(([tag]) => tag)
    assert.equal(scripts.length, 1)
    assert.match(scripts[0] ?? '', /src="\/assets\/[\w.-]+\.js" nonce="n-1"/)
  })
})
