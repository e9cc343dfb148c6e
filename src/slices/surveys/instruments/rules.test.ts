import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BANK } from '../bank/rules.ts'
import { minutesOf, provenanceOf, scalesOf, whyNotMake } from './rules.ts'

const none = { scales: [], own_en: '', own_es: '' }

describe('the bank', () => {
  it('has each key once and each text in both languages', () => {
    const items = BANK.flatMap((scale) => scale.items)
    const keys = [...BANK.map((scale) => scale.key), ...items.map((item) => item.key)]
    assert.equal(new Set(keys).size, keys.length)
    for (const { text } of items) assert.ok(text['en'] && text['es'] && text['en'] !== text['es'], JSON.stringify(text))
  })

  it('has scales of at least three questions, since fewer have no reliability worth its name', () => {
    assert.deepEqual(
      BANK.filter((scale) => scale.items.length < 3),
      [],
    )
  })
})

describe('a questionnaire', () => {
  it('needs a question, in both languages, and not too many', () => {
    assert.equal(whyNotMake(none)?.reason, 'surveys.nothing_chosen')
    assert.equal(whyNotMake({ ...none, scales: ['made_up'] })?.reason, 'surveys.nothing_chosen')
    assert.deepEqual(whyNotMake({ ...none, own_en: 'One\nTwo', own_es: 'Uno' }), { field: 'own_es', reason: 'surveys.own_lines_differ' })
    const many = 'Line\n'.repeat(81)
    assert.equal(whyNotMake({ ...none, own_en: many, own_es: many })?.reason, 'surveys.too_many_items')
    assert.equal(whyNotMake({ ...none, scales: ['small_measure'] }), undefined)
  })

  it('takes own questions as a scale of its own, empty lines apart', () => {
    const scales = scalesOf({ scales: ['small_measure'], own_en: 'One\n\n Two ', own_es: 'Uno\nDos' })
    assert.deepEqual(
      scales.map((scale) => [scale.key, scale.items.length]),
      [
        ['small_measure', 3],
        ['own', 2],
      ],
    )
    assert.deepEqual(scales[1]?.items[1]?.text, { en: 'Two', es: 'Dos' })
    assert.equal(provenanceOf(scales), 'bank_and_own')
    assert.equal(provenanceOf(scales.slice(0, 1)), 'bank')
    assert.equal(minutesOf(scales), 1)
  })
})
