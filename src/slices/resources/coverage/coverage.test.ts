import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Card } from '../board/schema.ts'
import type { UseOfResource } from '../life/queries.ts'
import { coverageOf, emptyKinds, isTooMuch, personLoads, structureLoads } from './rules.ts'

const YEAR = { from: '2026-08-01', to: '2027-06-30' }

function card(facts: Partial<Card>): Card {
  const nothing = {
    description: '',
    groupLabel: '',
    keptAt: null,
    unitIds: [],
    units: [],
    personIds: [],
    people: [],
    tags: [],
    goalIds: [],
  }
  const takes = { minutesPerWeek: null, peopleCount: null, annualCost: null, fullTimeShare: null }
  const marks = { generated: false, repurposed: false }
  return { id: 'a', kind: 'tools', name: 'A', state: 'in_use', teamOnly: false, marks, ...nothing, ...takes, ...facts }
}

function use(facts: Partial<UseOfResource>): UseOfResource {
  const facts0 = {
    goalId: null,
    beganOn: '2026-09-01',
    endedOn: null,
    evidenceOn: [],
    repurposed: false,
    purpose: '',
    minutesPerWeek: null,
    personIds: [],
  }
  return { id: 'u', resourceId: 'a', ...facts0, ...facts }
}

describe('what goals lean on', () => {
  const cards = [
    card({ id: '1', kind: 'tools', goalIds: ['g', 'h'] }),
    card({ id: '2', kind: 'tools', goalIds: ['g'] }),
    card({ id: '3', kind: 'structures', goalIds: ['g', null] }),
    card({ id: '4', kind: 'knowledge', goalIds: [null] }),
  ]

  it('is counted by kind, a resource once for each goal that it serves', () => {
    const [g, h] = coverageOf(['g', 'h'], cards, new Map([['g', 2]]))
    assert.deepEqual(g, { goalId: 'g', serving: { knowledge: 0, tools: 2, structures: 1, relationships: 0 }, total: 3, generated: 2 })
    assert.deepEqual([h?.total, h?.generated], [1, 0])
  })

  it('has holes only where it leans on something', () => {
    const [g, none] = coverageOf(['g', 'none'], cards, new Map())
    assert.deepEqual([g && emptyKinds(g), none && emptyKinds(none)], [['knowledge', 'relationships'], []])
  })
})

describe('minutes of structures', () => {
  const meeting = card({ id: 'm', kind: 'structures', minutesPerWeek: 60 })

  it('are summed over the uses that run at the end of the period', () => {
    const uses = [
      use({ resourceId: 'm', minutesPerWeek: 40 }),
      use({ resourceId: 'm', minutesPerWeek: 30 }),
      use({ resourceId: 'm', minutesPerWeek: 90, endedOn: '2026-10-01' }),
      use({ resourceId: 'm' }),
    ]
    assert.deepEqual(structureLoads([meeting], uses, YEAR), [
      { id: 'm', name: 'A', minutesPerWeek: 60, takenMinutes: 70, isOverused: true },
    ])
  })

  it('fit exactly without being too much', () => {
    assert.equal(structureLoads([meeting], [use({ resourceId: 'm', minutesPerWeek: 60 })], YEAR)[0]?.isOverused, false)
  })

  it('are not told of what is no structure, has no minutes, or takes none', () => {
    const others = [card({ id: 't', minutesPerWeek: 5 }), card({ id: 's', kind: 'structures' }), meeting]
    assert.deepEqual(
      structureLoads(others, [use({ resourceId: 't', minutesPerWeek: 9 }), use({ resourceId: 's', minutesPerWeek: 9 })], YEAR),
      [],
    )
  })
})

describe('what rests on people', () => {
  const cards = ['1', '2', '3', '4', '5'].map((id) => card({ id, name: `Thing ${id}` }))
  const names = new Map([
    ['ana', 'Ana'],
    ['bo', 'Bo'],
    ['cy', 'Cy'],
  ])

  it('is uses and commitments together; a resource used twice is one thing', () => {
    const uses = [
      use({ resourceId: '1', personIds: ['ana', 'bo'] }),
      use({ resourceId: '1', personIds: ['ana'] }),
      use({ resourceId: '2', personIds: ['ana', 'gone'] }),
    ]
    const loads = personLoads({
      cards,
      uses,
      period: YEAR,
      names,
      commitments: new Map([
        ['cy', 1],
        ['bo', 3],
      ]),
    })
    assert.deepEqual(
      loads.map((load) => [load.name, load.uses.length, load.commitments]),
      [
        ['Bo', 1, 3],
        ['Ana', 2, 0],
        ['Cy', 0, 1],
      ],
    )
  })

  it('leaves out ended uses and resources that the reader cannot see', () => {
    const uses = [use({ resourceId: '1', personIds: ['ana'], endedOn: '2026-10-01' }), use({ resourceId: 'hidden', personIds: ['ana'] })]
    assert.deepEqual(personLoads({ cards, uses, period: YEAR, names, commitments: new Map() }), [])
  })

  it('is too much from four things on, if that is more than twice the usual', () => {
    assert.deepEqual([isTooMuch(3, 1), isTooMuch(4, 1), isTooMuch(4, 2), isTooMuch(5, 2)], [false, true, false, true])
  })
})
