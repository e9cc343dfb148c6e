import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { followed } from './rules.ts'

const said = (...words: string[]) => words.map((en) => ({ en }))

describe('a condition whose answers are written anew', () => {
  const cases: [string, number[], string[], string[], number[]][] = [
    ['stays where nothing changed', [1, 3], ['Yes', 'No', 'Both'], ['Yes', 'No', 'Both'], [1, 3]],
    ['follows its answers into another order', [1, 2], ['Yes', 'No', 'Both'], ['Both', 'Yes', 'No'], [2, 3]],
    ['stays at an answer that was reworded in its place', [1], ['Yes', 'No'], ['Yes, I do', 'No'], [1]],
    ['lets an answer go that went', [1, 3], ['Yes', 'No', 'Both'], ['No', 'Both'], [2]],
    ['means no answer where all of its answers went', [1], ['Yes', 'No'], ['No', 'Never'], [3]],
    ['means none either once there are more', [3], ['No', 'Never'], ['No', 'Never', 'Now and then'], [4]],
  ]
  for (const [does, values, before, after, now] of cases)
    it(does, () => assert.deepEqual(followed(values, said(...before), said(...after)), now))

  it('is found by its words in any language', () => {
    const before = [
      { en: 'Yes', es: 'Si' },
      { en: 'No', es: 'No' },
    ]
    assert.deepEqual(
      followed([1], before, [
        { en: 'No', es: 'No' },
        { en: 'Yes', es: 'Sí' },
      ]),
      [2],
    )
  })
})
