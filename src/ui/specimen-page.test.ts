import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { frameFor } from '../../test/support/render.ts'
import { LANGUAGES } from '../messages/text.ts'
import { Shell } from './shell.tsx'
import { SpecimenPage } from './specimen-page.tsx'

function page(language: string) {
  const shell = {
    frame: frameFor(language),
    title: 'Parts',
    homeHref: '/',
    place: { label: 'House', items: [{ label: 'House', href: '/h', current: true }] },
    rooms: [
      { label: 'Now', href: '/n', icon: 'sun', current: true, count: 2 },
      { label: 'Later', href: '/l', icon: 'clock' },
    ] as const,
    top: {
      search: { action: '/s' },
      add: [
        { label: 'A book', href: '/b' },
        { label: 'A map', href: '/m' },
      ],
      help: 'Help',
      me: { name: 'Ana Quispe', items: [{ label: 'Out', post: '/out' }] },
    },
    banner: 'A demonstration.',
    flash: 'Done.',
  }
  return renderToString(h(Shell, { ...shell, rooms: [...shell.rooms] }, h(SpecimenPage, {})))
}

for (const language of LANGUAGES) {
  describe(`The page of all parts, in ${language}`, () => {
    const html = page(language)
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)

    it('needs neither inline style nor inline script', () => {
      assert.doesNotMatch(html, /<[^>]+\s(style|on\w+)=/)
      assert.doesNotMatch(html, /<(style|script)\b/)
    })

    it('shows no value that is not one', () => {
      assert.doesNotMatch(html, /NaN|Infinity|undefined|\[object/)
    })

    it('shows no raw message key', () => {
      assert.doesNotMatch(html, />[^<]*\bui\.\w+/)
    })

    it('names every thing once', () => {
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
      )
    })

    it('points only to what is there', () => {
      const pointed = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|popovertarget|list)="([^"]+)"/g)].flatMap(
        ([, named = '']) => named.split(' '),
      )
      assert.ok(pointed.length > 40)
      assert.deepEqual(
        pointed.filter((id) => !ids.includes(id)),
        [],
      )
    })

    it('has one main heading, and skips no level below it', () => {
      const levels = [...html.replace(/<div popover[^]*?<\/h2>/g, '').matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
      assert.equal(levels.filter((level) => level === 1).length, 1)
      assert.deepEqual(
        levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
        [],
      )
    })

    it('has a way past the frame, and says where one is', () => {
      assert.match(html, /<a class="skip unseen" href="#main">/)
      assert.match(html, /<main id="main" tabindex="-1">/)
      assert.match(html, /<a href="\/n" aria-current="page">/)
    })
  })
}
