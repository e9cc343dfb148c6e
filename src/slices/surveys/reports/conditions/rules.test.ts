import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { itemCounts } from '@groundwork/measures/summary/counts-of-summary.ts'
import { summaryToBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import { scoresOfSummary } from '@groundwork/measures/summary/scores-of-summary.ts'
import { countedScales, FEWEST_WHOLE, leastAnswered, peopleIn, tallyOf } from '../../folding/rules.ts'
import { givenBy } from '../../responding/rules.ts'
import { placesOf } from '../../rules.ts'
import type { Scale } from '../../schema.ts'
import { whyNotWatch } from '../../watching/rules.ts'
import { readScales, readWords } from '../rules.ts'
import type { Summary } from '../schema.ts'

const texts = (en: string) => ({ en })
const part = (key: string, items: string[], more: Partial<Scale> = {}): Scale => ({
  key,
  options: 'agreement',
  name: texts(key),
  purpose: texts(key),
  items: items.map((item) => ({ key: item, text: texts(item) })),
  ...more,
})

const MOODS = [1, 5, 3, 2, 4]

type Asking = { scales: Scale[]; answers: (yes: boolean, mood: number) => string[] }

/** Questionnaires of which a part, a question, a choice or words are put to those alone who said yes. */
const when = { item: 'asked', values: [1] }
const yesOrNo = part('filter', ['asked'], { kind: 'choice', answers: [texts('Yes'), texts('No')] })
const all = (mood: number) => [mood, mood, mood].map(String)
const ASKINGS: Record<string, Asking> = {
  part: { scales: [yesOrNo, part('then', ['a', 'b', 'c'], { when })], answers: (yes, mood) => [yes ? '1' : '2', ...all(mood)] },
  question: {
    scales: [
      yesOrNo,
      { ...part('then', []), items: ['a', 'b', 'c'].map((key, at) => ({ key, text: texts(key), ...(at > 0 ? { when } : {}) })) },
    ],
    answers: (yes, mood) => [yes ? '1' : '2', ...all(mood)],
  },
  choice: {
    scales: [yesOrNo, part('then', ['a'], { kind: 'choice', answers: ['Red', 'Green', 'Blue'].map(texts), when })],
    answers: (yes, mood) => [yes ? '1' : '2', String((mood % 3) + 1)],
  },
  words: { scales: [yesOrNo, part('then', ['a'], { kind: 'text', when })], answers: (yes) => [yes ? '1' : '2', 'words'] },
  'part after agreement': {
    scales: [part('filter', ['before', 'asked']), part('then', ['a', 'b', 'c'], { when: { item: 'asked', values: [4, 5] } })],
    answers: (yes, mood) => [String(mood), yes ? String(4 + (mood % 2)) : String(1 + (mood % 3)), ...all(mood)],
  },
  'part after a question turned round': {
    scales: [
      { ...part('filter', []), items: ['before', 'asked'].map((key) => ({ key, text: texts(key), reversed: key === 'asked' })) },
      part('then', ['a', 'b', 'c'], { when: { item: 'asked', values: [4, 5] } }),
    ],
    answers: (yes, mood) => [String(mood), yes ? String(4 + (mood % 2)) : String(1 + (mood % 3)), ...all(mood)],
  },
}

/** All that a leader is shown after so many of so many have said yes. */
function shownOf({ scales, answers }: Asking, people: number, yes: number) {
  const places = placesOf(scales)
  const given = Array.from({ length: people }, (_, at) => givenBy(answers(at < yes, MOODS[at % 5] ?? 1), places))
  const tallies = tallyOf(
    scales,
    given.map((values) => ({ unitId: 'u', role: null, values })),
    false,
  )
  const summaries = countedScales(scales).flatMap((scale): Summary[] => {
    const tally = tallies.get(scale.key)?.get('u')
    if (!tally || peopleIn(tally) < 5) return []
    const moments = scoresOfSummary(tally, leastAnswered(scale))
    const whole = peopleIn(tally) >= FEWEST_WHOLE ? Buffer.from(summaryToBytes(tally)) : null
    return [{ scaleKey: scale.key, n: peopleIn(tally), counts: itemCounts(tally, 'available'), moments, whole, schools: null }]
  })
  const said = readScales(scales, { fewest: 5, summaries, below: [], waves: [] })
  const bodies = given.flatMap((values) => values.filter((value) => typeof value === 'string'))
  const rows = bodies.map((body) => ({ itemKey: 'a', body }))
  return { said, words: readWords(rows, { fewest: 5, scales, said }) }
}

/** What a question says of those who said yes before, beside what the question itself says. */
function dependent({ said, words }: ReturnType<typeof shownOf>) {
  return JSON.stringify([said.filter(({ scale }) => scale.key === 'then').map(({ scale: _, ...rest }) => rest), words.length])
}

describe('a question that only some are asked', () => {
  for (const [name, asking] of Object.entries(ASKINGS)) {
    it(`does not tell how many gave the answer that led there: ${name}`, () => {
      for (const people of [8, 12, 15, 20, 24, 31, 45]) {
        const worlds = Array.from({ length: people + 1 }, (_, yes) => ({ yes, shown: shownOf(asking, people, yes) }))
        const filterOf = ({ shown }: (typeof worlds)[number]) => JSON.stringify(shown.said[0]?.items.find(({ key }) => key === 'asked'))
        for (const [filter, alike] of Map.groupBy(worlds, filterOf)) {
          // Of worlds that the question before does not tell apart, this one must not say which it is by being said, or how.
          const isTold = new Set(alike.map(({ shown }) => /"low":|"shares":\[|,1\]$/.test(dependent(shown))))
          assert.ok(name === 'words' || isTold.size === 1, `${people} people: ${filter}`)
          for (const { shown, yes } of alike) {
            const [then] = shown.said.slice(1)
            const figures = then && [then.n, then.nComplete, then.mean, then.interval, then.alpha, then.omega, then.groups, then.change]
            assert.ok(!figures || figures.every((one) => one === null), `${people} people, ${yes} yes`)
            assert.ok(!then || then.items.every(({ n }) => n === null), `${people} people, ${yes} yes`)
            if (shown.words.length > 0) assert.ok(alike.every((other) => other.yes >= (shown.words[0]?.bodies.length ?? 0)))
          }
        }
      }
    })
  }

  it('is told in three steps where enough are known to have been asked', () => {
    const told = (name: string) => shownOf(ASKINGS[name] ?? { scales: [], answers: () => [] }, 45, 30).said.at(-1)
    for (const name of ['part', 'question', 'part after agreement', 'part after a question turned round']) {
      assert.equal(told(name)?.suppressed, false, name)
      assert.equal(told(name)?.items[1]?.distribution?.step, 1 / 3, name)
    }
    assert.equal(told('choice')?.items[0]?.choices?.step, 1 / 3)
  })

  it('is no scale to be watched', () => {
    const [, scale] = ASKINGS['part']?.scales ?? []
    assert.equal(scale && whyNotWatch(scale, []), 'surveys.some_asked')
  })
})
