import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Scale } from '../schema.ts'
import { countChoices } from './rules.ts'

const SCALES: Scale[] = [
  {
    key: 'how',
    options: 'agreement',
    name: { en: 'How it goes' },
    purpose: { en: '' },
    items: [{ key: 'how_1', text: { en: 'It goes well.' } }],
  },
  {
    key: 'which',
    kind: 'choice',
    options: 'agreement',
    answers: [{ en: 'Number talks' }, { en: 'Reading together' }, { en: 'Neither' }],
    name: { en: 'Your choice' },
    purpose: { en: '' },
    items: [{ key: 'which_1', text: { en: 'Which session?' } }],
  },
]

describe('answers with names', () => {
  it('are counted where they have no order, those of nobody too and blanks not', () => {
    const answers = [[5, 1], [1, 1], [2, 3], [3]].map((values) => ({ values }))
    const counted = [
      { label: 'Number talks', people: 2 },
      { label: 'Reading together', people: 0 },
      { label: 'Neither', people: 1 },
    ]
    assert.deepEqual(countChoices(SCALES, answers, 'en'), [{ question: 'Which session?', answers: counted }])
  })
})
