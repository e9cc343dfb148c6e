import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { source } from '../layout/sources.ts'
import { findMessageFaults } from './faults.ts'

const close = { 'goals.close': 'Close {name}' }
const uses = "text('goals.close')"

describe('the message check', () => {
  it('accepts two languages that agree, and keys that are worked out', () => {
    const kinds = { 'goals.kind_near': 'Near', 'goals.kind_far': 'Far' }
    assert.deepEqual(faults({ ...close, ...kinds }, { ...close, ...kinds }, `${uses}; text(\`goals.kind_\${kind}\`)`), [])
  })

  it('finds a key that one language lacks', () => {
    assert.match(faults(close, {}, uses).join(), /es\/goals\.json lacks "goals\.close"/)
    assert.match(faults({}, close, '').join(), /en\/goals\.json lacks "goals\.close"/)
  })

  it('finds a message that does not parse, or is empty', () => {
    assert.match(faults({ 'goals.close': '{n, plural, one {' }, close, uses).join(), /is not an ICU message/)
    assert.match(faults({ 'goals.close': ' ' }, close, uses).join(), /is empty/)
  })

  it('finds placeholders that differ, inside plurals too', () => {
    const plural = { 'goals.close': '{n, plural, one {# of {name}} other {#}}' }
    assert.match(
      faults(plural, { 'goals.close': '{n, plural, one {#} other {#}}' }, uses).join(),
      /wants \{n\} \{name\} in English and \{n\} in Spanish/,
    )
  })

  it('finds a key that nothing uses, one that nothing has, and one in the wrong file', () => {
    assert.match(faults(close, close, '').join(), /used nowhere/)
    assert.match(faults({}, {}, uses).join(), /asks for "goals\.close", which no message has/)
    assert.match(faults({ 'votes.x': 'x' }, { 'votes.x': 'x' }, "'votes.x'").join(), /should be goals\.snake_case/)
  })
})

function faults(en: Record<string, string>, es: Record<string, string>, text: string): string[] {
  return findMessageFaults([{ file: 'goals', en, es }], [source('src/slices/goals/goal-page.tsx', text)])
}
