import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { h } from 'preact'
import { frameFor, rendered } from '../../test/support/render.ts'
import { Choice, Choices, Select } from './choices.tsx'
import { TextArea, TextField } from './fields.tsx'
import { Form } from './form.tsx'
import { withLabels } from './labels-in-summary.ts'

const hostile = '"><script>alert(1)</script>&'

function formWith(state: { values: Record<string, string>; errors: Record<string, string> }, ...fields: Parameters<typeof h>[2][]) {
  return rendered(h(Form, { action: '/x', id: 'f', state, version: 3 }, ...fields))
}

describe('A form', () => {
  it('wires label, hint and error to the entry', () => {
    const html = formWith(
      { values: {}, errors: { title: 'Write a title.' } },
      h(TextField, { name: 'title', label: 'Title', hint: 'As on the cover.' }),
    )
    assert.match(html, /<label for="f-title">/)
    assert.match(html, /<input id="f-title" name="title" required aria-describedby="f-title-hint f-title-error" aria-invalid="true"/)
    assert.match(html, /id="f-title-hint"/)
    assert.match(html, /id="f-title-error"/)
  })

  it('sums up what is wrong, first of all and each linked to its entry', () => {
    const html = formWith(
      { values: {}, errors: { who: 'Choose one.' } },
      h(Choice, { name: 'who', label: 'Who', options: [{ value: 'a', label: 'A' }] }),
    )
    assert.ok(html.indexOf('error-summary') < html.indexOf('<fieldset'))
    assert.match(html, /role="alert" tabindex="-1" autofocus/)
    assert.match(html, /<a href="#f-who">Choose one\.<\/a>/)
    assert.match(html, /<input type="radio" name="who" id="f-who"/)
  })

  it('names the fields at which the same sentence stands', () => {
    const missing = 'Please fill this in.'
    const html = formWith(
      { values: {}, errors: { title: missing, about: missing, room: 'Choose a room.' } },
      h(TextField, { name: 'title', label: 'Title <1>' }),
      h(TextArea, { name: 'about', label: 'About', optional: true }),
      h(TextField, { name: 'room', label: 'Room' }),
    )
    const summary = [...withLabels(html).matchAll(/<a href="#f-(?:title|about|room)">(.*?)<\/a>/g)].map(([, words]) => words)
    assert.deepEqual(summary, [`Title &lt;1>: ${missing}`, `About: ${missing}`, 'Choose a room.'])
  })

  it('names a group of choices in its summary by what it asks', () => {
    const missing = 'Please fill this in.'
    const options = [{ value: 'hall', label: 'Hall' }]
    const html = formWith(
      { values: {}, errors: { rooms: missing } },
      h(Choices, { name: 'rooms', label: 'Which rooms?', options, values: [] }),
    )
    assert.match(withLabels(html), /<a href="#f-rooms">Which rooms\?: /)
  })

  it('brings back what was typed, whatever it was', () => {
    const state = { values: { title: hostile, about: hostile, room: 'attic' }, errors: {} }
    const options = [
      { value: 'hall', label: 'Hall' },
      { value: 'attic', label: 'Attic' },
    ]
    const html = formWith(
      state,
      h(TextField, { name: 'title', label: 'Title', value: 'old' }),
      h(TextArea, { name: 'about', label: 'About' }),
      h(Select, { name: 'room', label: 'Room', options, value: 'hall' }),
    )
    assert.match(html, /value="&quot;>&lt;script>alert\(1\)&lt;\/script>&amp;"/)
    assert.match(html, /">&quot;>&lt;script>alert\(1\)&lt;\/script>&amp;<\/textarea>/)
    assert.match(html, /<option value="attic" selected>/)
    assert.doesNotMatch(html, /<script>|old|value="hall" selected/)
  })

  it('never brings back a password', () => {
    const html = formWith(
      { values: { secret: 'correct horse' }, errors: {} },
      h(TextField, { name: 'secret', label: 'Password', type: 'password' }),
    )
    assert.doesNotMatch(html, /correct horse/)
  })

  it('keeps all boxes that were ticked, and none that was not', () => {
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
    const html = formWith({ values: { who: 'a, c' }, errors: {} }, h(Choices, { name: 'who', label: 'Who', options, values: ['b'] }))
    assert.deepEqual(
      [...html.matchAll(/value="(\w)" checked/g)].map(([, value]) => value),
      ['a', 'c'],
    )
  })

  it('carries the version, and a value that makes a doubled submit harmless', () => {
    const html = formWith({ values: {}, errors: {} })
    assert.match(html, /<input type="hidden" name="version" value="3"\/>/)
    assert.match(html, /<input type="hidden" name="once" value="once-1"\/>/)
  })

  it('that only filters carries neither, and calls nothing optional', () => {
    const html = rendered(h(Form, { action: '/x', method: 'get' }, h(TextField, { name: 'q', label: 'Word', optional: true })))
    assert.doesNotMatch(html, /type="hidden"|optional/)
  })

  it('says in the reader’s language what is optional', () => {
    const field = h(TextField, { name: 'about', label: 'Sobre', optional: true })
    assert.match(rendered(h(Form, { action: '/x' }, field), frameFor('es')), /\(opcional\)/)
  })
})
