import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BANK } from '../bank/rules.ts'
import type { Scale } from '../schema.ts'
import { minutesOf, provenanceOf, scalesOf, whyNotKeep, whyNotMake } from './rules.ts'
import { versionsOf } from './versions/rules.ts'

const none = { scales: [], title_es: '', purpose_es: '', own_en: '', own_es: '' }
const spanish = { title_es: 'Otoño', purpose_es: 'Oír.' }

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
    assert.deepEqual(whyNotMake({ ...none, ...spanish, own_en: 'One\nTwo', own_es: 'Uno' }), {
      field: 'own_es',
      reason: 'surveys.own_lines_differ',
    })
    const many = 'Line\n'.repeat(81)
    assert.equal(whyNotMake({ ...none, ...spanish, own_en: many, own_es: many })?.reason, 'surveys.too_many_items')
    assert.equal(whyNotMake({ ...none, scales: ['small_measure'] }), undefined)
    assert.equal(whyNotMake({ ...none, own_en: 'One' }), undefined)
    assert.deepEqual(whyNotMake({ ...none, own_en: 'One', own_es: 'Uno' }), { field: 'title_es', reason: 'surveys.spanish_begun' })
    assert.equal(whyNotMake({ ...none, title_es: 'Otoño', own_en: 'One' })?.field, 'purpose_es')
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

describe('the parts of a questionnaire', () => {
  const part = (key: string, more: Partial<Scale> = {}): Scale => ({
    key,
    options: 'agreement',
    name: { en: key.toUpperCase() },
    purpose: {},
    items: [{ key: `${key}_1`, text: { en: 'One?' } }],
    ...more,
  })
  const reason = (...scales: Scale[]) => {
    const fault = whyNotKeep(scales, 'en')
    return fault && [fault.reason, fault.values['part']].filter(Boolean).join(' ')
  }

  it('are asked of some by an answer to an earlier part alone', () => {
    const of = (item: string, values: number[]) => ({ when: { item, values } })
    assert.equal(reason(part('a'), part('b', of('a_1', [1, 5]))), undefined)
    assert.equal(reason(part('b', of('a_1', [1])), part('a')), 'surveys.builder_condition_later B')
    assert.equal(reason(part('a', of('a_1', [1]))), 'surveys.builder_condition_later A')
    assert.equal(reason(part('a'), part('b', of('a_1', [6]))), 'surveys.builder_condition_answer B')
    assert.equal(reason(part('a', { kind: 'text' }), part('b', of('a_1', [1]))), 'surveys.builder_condition_answer B')
    assert.equal(reason(part('a'), part('b', of('gone', [1]))), 'surveys.builder_condition_gone B')
  })

  it('ask a question of some by the same rules, and name it where they are broken', () => {
    const asking = (item: string, values: number[]) => part('b', { items: [{ key: 'b_1', text: { en: 'Why?' }, when: { item, values } }] })
    const fault = (...scales: Scale[]) => whyNotKeep(scales, 'en')
    assert.equal(fault(part('a'), asking('a_1', [1])), undefined)
    for (const [scales, reason] of [
      [[asking('a_1', [1]), part('a')], 'later'],
      [[asking('b_1', [1])], 'later'],
      [[part('a'), asking('a_1', [6])], 'answer'],
      [[part('a'), asking('gone', [1])], 'gone'],
    ] as const)
      assert.deepEqual(fault(...scales), { reason: `surveys.builder_when_${reason}`, values: { part: 'B', question: 'Why?' } })
  })

  it('have questions, each with a key of its own, and no more than can be answered', () => {
    assert.equal(reason(), 'surveys.nothing_chosen')
    assert.equal(reason(part('a'), part('b', { items: [] })), 'surveys.builder_part_empty B')
    assert.equal(reason(part('a'), part('b', { items: part('a').items })), 'surveys.builder_key_twice B')
    assert.equal(reason(part('a'), part('a', { items: part('b').items })), 'surveys.builder_key_twice A')
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ key: `q${n}`, text: { en: 'x' } }))
    assert.equal(reason(part('a', { items: many(81) })), 'surveys.too_many_items')
    assert.equal(reason(part('a', { kind: 'text', items: many(6) })), 'surveys.too_many_texts')
  })
})

describe('the versions of a questionnaire', () => {
  it('are all that it revises and all that revise it, the newest first', () => {
    const one = (id: string, revisesId: string | null, day: number) => ({ id, revisesId, recordedAt: new Date(Date.UTC(2026, 9, day)) })
    // The sixth revises one that is out of sight here; the second is of the same day as what it revises.
    const all = [one('1', null, 1), one('2', '1', 1), one('3', null, 3), one('4', '2', 4), one('5', '1', 5), one('6', '0', 6)]
    for (const id of ['1', '2', '4', '5'])
      assert.deepEqual(
        versionsOf(all, id).map((version) => version.id),
        ['5', '4', '2', '1'],
      )
    assert.deepEqual(
      versionsOf(all, '6').map((version) => version.id),
      ['6'],
    )
    assert.deepEqual(versionsOf(all, '9'), [])
  })
})
