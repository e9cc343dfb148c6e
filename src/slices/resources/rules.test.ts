import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  growthOf,
  inWords,
  isInState,
  marksOf,
  orderAfter,
  periodOf,
  saidAnew,
  stateOf,
  whyNotCircle,
  whyNotRetire,
  whyNotWhenRetired,
} from './rules.ts'
import type { LifeFacts, State, UseFacts } from './schema.ts'

const YEAR = { from: '2026-08-01', to: '2027-06-30' }
const NOTHING: LifeFacts = { recognizedOn: [], uses: [], generatedOn: null, retiredOn: null }
const NAMED: LifeFacts = { ...NOTHING, recognizedOn: ['2026-09-01'] }

function use(facts: Partial<UseFacts> = {}): UseFacts {
  return { goalId: 'reading', beganOn: '2026-09-10', endedOn: null, evidenceOn: [], repurposed: false, ...facts }
}

describe('the state of a resource', () => {
  const cases: [string, LifeFacts, State][] = [
    ['nobody has named it', NOTHING, 'unrecognized'],
    ['named within the year', NAMED, 'recognized'],
    ['named years ago', { ...NOTHING, recognizedOn: ['2019-01-01'] }, 'recognized'],
    ['named only after the period', { ...NOTHING, recognizedOn: ['2027-07-01'] }, 'unrecognized'],
    ['used', { ...NAMED, uses: [use()] }, 'in_use'],
    ['used without a goal', { ...NAMED, uses: [use({ goalId: null })] }, 'in_use'],
    ['used though nobody had named it', { ...NOTHING, uses: [use()] }, 'in_use'],
    ['its use begins after the period', { ...NAMED, uses: [use({ beganOn: '2027-07-01' })] }, 'recognized'],
    ['its use ended before the period', { ...NAMED, uses: [use({ beganOn: '2025-09-01', endedOn: '2026-07-31' })] }, 'recognized'],
    ['its use ended on the first day of the period', { ...NAMED, uses: [use({ beganOn: '2025-09-01', endedOn: '2026-08-01' })] }, 'in_use'],
    ['its use goes on since long', { ...NAMED, uses: [use({ beganOn: '2020-09-01' })] }, 'in_use'],
    ['its effect was seen', { ...NAMED, uses: [use({ evidenceOn: ['2026-12-01'] })] }, 'well_used'],
    ['its effect was seen last year only', { ...NAMED, uses: [use({ beganOn: '2025-09-01', evidenceOn: ['2026-01-10'] })] }, 'in_use'],
    ['an effect, but on no goal', { ...NAMED, uses: [use({ goalId: null, evidenceOn: ['2026-12-01'] })] }, 'in_use'],
    ['re-purposed', { ...NAMED, uses: [use({ repurposed: true })] }, 'repurposed'],
    ['re-purposed, and its effect was seen', { ...NAMED, uses: [use({ repurposed: true, evidenceOn: ['2027-01-15'] })] }, 'well_used'],
    ['generated, not yet used', { ...NOTHING, generatedOn: '2026-11-01' }, 'generated'],
    ['generated and in use', { ...NOTHING, generatedOn: '2026-11-01', uses: [use()] }, 'in_use'],
    ['generated after the period', { ...NOTHING, generatedOn: '2027-11-01' }, 'unrecognized'],
    ['retired, whatever it was before', { ...NAMED, uses: [use({ evidenceOn: ['2026-12-01'] })], retiredOn: '2027-06-30' }, 'retired'],
    ['retired after the period', { ...NAMED, retiredOn: '2027-07-01' }, 'recognized'],
  ]
  for (const [sentence, life, expected] of cases) it(`${sentence}: ${expected}`, () => assert.equal(stateOf(life, YEAR), expected))

  it('belongs to a goal: in use for one and unused for another', () => {
    const life = { ...NAMED, uses: [use({ goalId: 'reading', evidenceOn: ['2026-12-01'] })] }
    assert.equal(stateOf(life, YEAR, 'reading'), 'well_used')
    assert.equal(stateOf(life, YEAR, 'mathematics'), 'recognized')
  })

  it('belongs to a goal: a use without a goal serves none', () => {
    assert.equal(stateOf({ ...NAMED, uses: [use({ goalId: null })] }, YEAR, 'reading'), 'recognized')
  })

  it('belongs to a period: in use in one year and not in the next', () => {
    const life = { ...NAMED, uses: [use({ endedOn: '2027-06-01' })] }
    assert.equal(stateOf(life, YEAR), 'in_use')
    assert.equal(stateOf(life, { from: '2027-08-01', to: '2028-06-30' }), 'recognized')
  })
})

describe('the marks beside a state', () => {
  it('stay when the resource has grown beyond them', () => {
    const life = { ...NOTHING, generatedOn: '2026-09-01', uses: [use({ repurposed: true, evidenceOn: ['2027-01-01'] })] }
    assert.deepEqual(marksOf(life, YEAR), { generated: true, repurposed: true })
    assert.ok(isInState('generated', 'well_used', marksOf(life, YEAR)))
    assert.ok(isInState('repurposed', 'well_used', marksOf(life, YEAR)))
  })

  it('do not bring a retired resource back', () => {
    assert.equal(isInState('generated', 'retired', { generated: true, repurposed: false }), false)
    assert.equal(isInState('retired', 'retired', { generated: true, repurposed: false }), true)
  })

  it('are not there before their day', () => {
    assert.deepEqual(marksOf({ ...NOTHING, generatedOn: '2028-01-01' }, YEAR), { generated: false, repurposed: false })
  })

  it('leave every other state to itself', () => {
    assert.equal(isInState('in_use', 'well_used', { generated: false, repurposed: false }), false)
    assert.equal(isInState('recognized', 'recognized', { generated: false, repurposed: false }), true)
  })
})

describe('what may be done', () => {
  it('nothing more to what is retired', () => {
    assert.equal(whyNotWhenRetired({ retiredOn: '2026-01-01' }), 'resources.is_retired')
    assert.equal(whyNotWhenRetired({ retiredOn: null }), undefined)
    assert.equal(whyNotRetire({ retiredOn: '2026-01-01', runningUses: 0 }), 'resources.is_retired')
  })

  it('no retiring of what is in use', () => {
    assert.equal(whyNotRetire({ retiredOn: null, runningUses: 1 }), 'resources.still_in_use')
    assert.equal(whyNotRetire({ retiredOn: null, runningUses: 0 }), undefined)
  })

  it('the team’s own circle only to the team', () => {
    assert.equal(whyNotCircle('team', false), 'resources.team_circle_for_team')
    assert.equal(whyNotCircle('team', true), undefined)
    assert.equal(whyNotCircle('school', false), undefined)
  })
})

describe('growth', () => {
  it('goes from nobody’s knowing to a seen effect', () => {
    assert.deepEqual(
      (['unrecognized', 'recognized', 'generated', 'in_use', 'repurposed', 'well_used'] as const).map(growthOf),
      [0, 1, 1, 2, 2, 3],
    )
  })
})

describe('text in languages', () => {
  it('is read in the reader’s language, else in the main one, else in any', () => {
    assert.equal(inWords({ en: 'Book room', es: 'Sala de libros' }, ['es', 'en']), 'Sala de libros')
    assert.equal(inWords({ en: 'Book room' }, ['es', 'en']), 'Book room')
    assert.equal(inWords({ fr: 'Salle' }, ['es', 'en']), 'Salle')
    assert.equal(inWords({}, ['en']), '')
  })

  it('is changed in one language without touching another', () => {
    assert.deepEqual(saidAnew({ en: 'Book room', es: 'Sala' }, 'en', 'Library'), { es: 'Sala', en: 'Library' })
    assert.deepEqual(saidAnew({ en: 'Book room', es: 'Sala' }, 'es', ''), { en: 'Book room' })
  })
})

describe('the order of a quadrant', () => {
  const ids = ['a', 'b', 'c', 'd']
  it('puts the moved one before another, first, last, or leaves it', () => {
    assert.deepEqual(orderAfter(ids, 'd', 'b'), ['a', 'd', 'b', 'c'])
    assert.deepEqual(orderAfter(ids, 'a', 'd'), ['b', 'c', 'a', 'd'])
    assert.deepEqual(orderAfter(ids, 'c', 'first'), ['c', 'a', 'b', 'd'])
    assert.deepEqual(orderAfter(ids, 'a', 'end'), ['b', 'c', 'd', 'a'])
    assert.deepEqual(orderAfter(ids, 'b', 'stay'), ids)
  })
  it('takes one in from another quadrant at its end', () => {
    assert.deepEqual(orderAfter(ids, 'x', 'stay'), ['a', 'b', 'c', 'd', 'x'])
    assert.deepEqual(orderAfter([], 'x', 'end'), ['x'])
  })
})

describe('the period', () => {
  const years = [
    { id: 'b', from: '2026-08-10', to: '2027-06-12' },
    { id: 'a', from: '2025-08-11', to: '2026-06-11' },
  ]
  it('is the year asked for, else this school year', () => {
    assert.equal(periodOf(years, 'a', '2026-10-06').from, '2025-08-11')
    assert.equal(periodOf(years, undefined, '2026-10-06').year?.id, 'b')
    assert.equal(periodOf(years, 'gone', '2026-10-06').year?.id, 'b')
  })
  it('is the twelve months up to today in the summer, or where nobody entered a year', () => {
    assert.deepEqual(periodOf(years, undefined, '2026-07-15'), { from: '2025-07-16', to: '2026-07-15' })
    assert.deepEqual(periodOf([], undefined, '2026-02-28'), { from: '2025-03-01', to: '2026-02-28' })
  })
})
