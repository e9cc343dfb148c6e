import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { h } from 'preact'
import { rendered } from '../../test/support/render.ts'
import { ActionForm, Button, LinkButton } from './button.tsx'
import { Ask } from './menu.tsx'

describe('An act that cannot be done now', () => {
  it('stays in sight, disabled, with its reason bound to it', () => {
    const html = rendered(h(ActionForm, { action: '/x', label: 'Close', whyNot: 'Two are still open.' }))
    const [, id] = /aria-describedby="([^"]+)"[^>]* disabled/.exec(html) ?? []
    assert.ok(id)
    assert.ok(html.includes(`<span class="why-not" id="${id}">Two are still open.</span>`))
  })

  it('translates a reason that is the key of a message', () => {
    assert.match(rendered(h(Button, { whyNot: 'ui.search' }, 'Close')), /class="why-not"[^>]*>Search</)
  })

  it('leads nowhere, where it would have led somewhere', () => {
    const html = rendered(h(LinkButton, { href: '/x', whyNot: 'Not yet.' }, 'Edit'))
    assert.match(html, /<button type="button"[^>]* disabled/)
    assert.doesNotMatch(html, /href/)
  })

  it('opens no question', () => {
    assert.doesNotMatch(rendered(h(Ask, { id: 'q', label: 'Close', title: 'Why?', whyNot: 'Not yet.' }, 'inside')), /inside|popover="/)
  })
})

describe('An act', () => {
  it('is a form that posts, with what goes along', () => {
    const html = rendered(
      h(ActionForm, { action: '/x/closure', label: 'Close', version: 2, fields: { because: '"quoted"', none: undefined } }),
    )
    assert.match(html, /<form action="\/x\/closure" method="post"/)
    assert.match(html, /name="because" value="&quot;quoted&quot;"/)
    assert.doesNotMatch(html, /name="none"/)
  })

  it('drawn as an icon alone still has its name', () => {
    assert.match(
      rendered(h(ActionForm, { action: '/x', label: 'Remove', icon: 'trash-2', iconOnly: true })),
      /aria-label="Remove" title="Remove"/,
    )
  })

  it('whose form was refused stands in the page with its faults', () => {
    const html = rendered(h(Ask, { id: 'q', label: 'Close', title: 'Why?', open: true }, 'inside'))
    assert.match(html, /<h2 id="q-title">Why\?<\/h2>inside/)
    assert.doesNotMatch(html, /popover=/)
  })
})
