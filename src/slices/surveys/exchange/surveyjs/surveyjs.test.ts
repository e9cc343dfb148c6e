import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readQuestionnaire } from '../queries.ts'
import { broughtFrom } from '../rules.ts'
import { readSurveyJs } from './rules.ts'

const FOLDER = new URL('../../../../../../shared/interop/surveyjs/', import.meta.url)
const FIVE = ['a', 'b', 'c', 'd', 'e']

const brought = (definition: object, language = 'en') => broughtFrom(readSurveyJs(JSON.stringify(definition), language))
const refused = (definition: object) => brought(definition).refusals.map(({ at, expected, loses }) => `${at} ${expected} ${loses}`)
const one = (element: object) => refused({ elements: [{ type: 'radiogroup', name: 'q1', choices: FIVE, ...element }] })

describe('SurveyJS', () => {
  it('gives lists, ratings and matrices, in each language that they have', () => {
    const { title, languages, scales, refusals } = brought({
      title: { default: 'Staff', es: 'Personal' },
      pages: [
        {
          name: 'p1',
          title: 'First',
          elements: [
            {
              type: 'radiogroup',
              name: 'q1',
              title: { default: 'One', es: 'Uno' },
              choices: FIVE.map((value) => ({ value, text: { en: value, es: `${value}!` } })),
            },
            { type: 'rating', name: 'q2', title: { default: 'Two', es: 'Dos' }, minRateDescription: { default: 'low', es: 'bajo' } },
          ],
        },
        { name: 'p2', elements: [{ type: 'panel', name: 'x', elements: [matrix] }] },
      ],
    })
    assert.deepEqual([title, languages, refusals], [{ en: 'Staff', es: 'Personal' }, ['en', 'es'], []])
    assert.deepEqual(
      scales.map((scale) => [scale.key, scale.items.map((item) => item.key)]),
      [
        ['p1', ['q1']],
        ['p1_2', ['q2']],
        ['our_school', ['our_school.Row_1', 'our_school.r2']],
      ],
    )
    assert.deepEqual(scales[1]?.answers?.slice(0, 2), [
      { en: '1 – low', es: '1 – bajo' },
      { en: '2', es: '2' },
    ])
    assert.deepEqual(scales[2]?.items[1]?.text, { en: 'Second', es: 'Segunda' })
  })

  const matrix = {
    type: 'matrix',
    name: 'our school',
    columns: FIVE,
    rows: ['Row 1', { value: 'r2', text: { default: 'Second', es: 'Segunda' } }],
  }

  it('gives yes and no, words, and who is asked', () => {
    const elements = [
      { type: 'boolean', name: 'yes', labelTrue: 'Of course' },
      { type: 'rating', name: 'step', rateMin: 0, rateMax: 3, visibleIf: '{yes} = true' },
      { type: 'comment', name: 'why', visibleIf: "{step} anyof [0, 1] or {step} = '3'" },
      { type: 'radiogroup', name: 'open', choices: ['a', 'b'], showOtherItem: true },
      { type: 'text', name: 'not', visibleIf: "{open} = 'c'" },
      { type: 'panel', name: 'p', title: 'Panel', visibleIf: '{open} notempty', elements: [{ ...matrix, visibleIf: '{yes} = false' }] },
    ]
    const { scales, refusals } = brought({ elements })
    assert.deepEqual(
      scales.map(({ kind, answers, when, items }) => [kind, answers?.length, when?.values, items[0]?.when]),
      [
        ['choice', 2, undefined, undefined],
        [undefined, 4, undefined, { item: 'yes', values: [1] }],
        ['text', undefined, undefined, { item: 'step', values: [1, 2, 4] }],
        ['choice', 3, undefined, undefined],
        ['text', undefined, undefined, { item: 'open', values: [3] }],
        [undefined, 5, [1, 2, 3], { item: 'yes', values: [2] }],
      ],
    )
    assert.deepEqual(scales[0]?.answers?.[0], { en: 'Of course' })
    assert.deepEqual(
      refusals.map((refusal) => `${refusal.at} ${refusal.expected}`),
      ['elements[4].visibleIf condition'],
    )
  })

  it('reads texts without a language in its locale, or as told', () => {
    const definition = { elements: [{ type: 'rating', name: 'q1', title: 'Uno' }] }
    assert.deepEqual(brought({ ...definition, locale: 'es' }).scales[0]?.items[0]?.text, { es: 'Uno' })
    assert.deepEqual(brought(definition, 'es').scales[0]?.items[0]?.text, { es: 'Uno' })
    assert.deepEqual(brought({ elements: [{ type: 'rating', name: 'q1', title: { fr: 'Un' } }] }).refusals[0]?.expected, 'language')
  })

  it('refuses by path what it cannot ask', () => {
    assert.deepEqual(one({ type: 'checkbox' }), ['elements[0] one_choice question'])
    assert.deepEqual(one({ visibleIf: '{a} = 1' }), ['elements[0].visibleIf condition question'])
    assert.deepEqual(one({ visibleIf: '{a} > 1' }), ['elements[0].visibleIf condition question'])
    assert.deepEqual(one({ showNoneItem: true }), ['elements[0].showNoneItem list_only question'])
    assert.deepEqual(one({ choicesByUrl: { url: 'https://x.example' } }), ['elements[0].choicesByUrl answers question'])
    assert.deepEqual(one({ choices: ['a'] }), ['elements[0] answers question'])
    assert.deepEqual(one({ choices: ['a', 'a'] }), ['elements[0] answers question'])
    assert.deepEqual(one({ type: 'rating', rateMax: 11 }), ['elements[0] answers question'])
    assert.deepEqual(one({ type: 'rating', rateMin: 0, rateMax: 1e12, rateStep: 1e-9 }), ['elements[0] answers question'])
    assert.deepEqual(one({ title: 'Hello {name}' }), ['elements[0] plain_text question'])
    assert.deepEqual(one({ title: 'x'.repeat(501) }), ['elements[0] text question'])
    assert.deepEqual(one({ type: 'matrix', columns: FIVE }), ['elements[0].rows one_choice question'])
    assert.deepEqual(one({ isRequired: true }), ['elements[0].isRequired known_part detail'])
    assert.deepEqual(refused({ pages: [{ visibleIf: '1', elements: [{ type: 'rating', name: 'q' }] }] }), [
      'pages[0].elements[0] condition question',
    ])
    assert.deepEqual(refused({ elements: [{ type: 'paneldynamic', name: 'd' }], triggers: [] }), [
      'elements[0] once question',
      'triggers known_part detail',
    ])
  })

  it('refuses as a whole what is no definition, however odd', () => {
    for (const text of ['{', '{}', '[]', '{"pages":3}', '{"title":"x"}'])
      assert.equal(readSurveyJs(text, 'en').refusals[0]?.loses, 'file', text)
    let deep: object = { type: 'rating', name: 'q' }
    for (let n = 0; n < 50; n += 1) deep = { type: 'panel', name: 'p', elements: [deep] }
    assert.equal(brought({ elements: [deep] }).refusals[0]?.expected, 'known_part')
    const odd = { elements: [null, 3, 'x', { type: 'radiogroup', name: {}, choices: 7 }, { type: 'matrix', rows: {}, columns: [[]] }] }
    assert.equal(brought(odd).scales.length, 0)
    assert.equal(brought({ elements: [{ type: '__proto__', name: 'constructor' }] }).refusals.length, 1)
  })

  it('of others is refused by name and place', { skip: !existsSync(FOLDER) && 'no files beside the project' }, async () => {
    for (const name of readdirSync(FOLDER)) {
      const { scales, refusals } = await readQuestionnaire(name, readFileSync(new URL(name, FOLDER)), 'en')
      assert.deepEqual(
        [scales, refusals.map((refusal) => `${refusal.at} ${refusal.expected} ${refusal.loses}`)],
        [[], ['pages readable file']],
      )
    }
  })
})
