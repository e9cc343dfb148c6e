import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { UseOfResource } from '../life/queries.ts'
import { cardsOf, chosenBy, countedBySchool, keptOf, leaningOf, quadrantsOf, sorted, viewOf } from './rules.ts'
import type { BoardRow } from './schema.ts'

const YEAR = { from: '2026-08-01', to: '2027-06-30' }
const ID = '019f423e-3180-7a84-a380-ef98ecb1001f'

function row(facts: Partial<BoardRow>): BoardRow {
  const takes = { minutesPerWeek: null, peopleCount: null, annualCost: null, fullTimeShare: null }
  const dates = { recognizedOn: '2026-09-01', generatedOn: null, retiredOn: null }
  return {
    id: 'a',
    unitId: 'school',
    unitName: 'Lincoln',
    circle: 'school',
    kind: 'tools',
    name: { en: 'A' },
    description: {},
    tags: [],
    groupLabel: '',
    ...takes,
    ...dates,
    ...facts,
  }
}

function use(facts: Partial<UseOfResource>): UseOfResource {
  const nothing = {
    beganOn: '2026-09-10',
    endedOn: null,
    evidenceOn: [],
    repurposed: false,
    purpose: '',
    minutesPerWeek: null,
    personIds: [],
  }
  return { id: 'u', resourceId: 'a', goalId: 'g', ...nothing, ...facts }
}

function cards(rows: BoardRow[], uses: UseOfResource[] = [], goalId?: string) {
  const residences = [
    { resourceId: 'a', unitId: 'grade', personId: null, name: 'Grade 4' },
    { resourceId: 'a', unitId: null, personId: 'ana', name: 'Ana' },
  ]
  return cardsOf(rows, residences, uses, { placeId: 'school', period: YEAR, goalId, languages: ['es', 'en'] })
}

describe('cards', () => {
  it('tell the state for the goal that is asked for', () => {
    const told = (goal?: string) => cards([row({})], [use({})], goal)[0]?.state
    assert.deepEqual([told(), told('g'), told('other')], ['in_use', 'in_use', 'recognized'])
  })

  it('know where they lie, who holds and who uses them, and whether they are kept below', () => {
    const [card] = cards(
      [row({ unitId: 'grade', unitName: 'Grade 4' })],
      [use({ personIds: ['bo'] }), use({ personIds: ['gone'], endedOn: '2026-07-01', beganOn: '2026-01-01' })],
    )
    assert.deepEqual([card?.keptAt, card?.unitIds, card?.personIds, card?.people], ['Grade 4', ['grade', 'grade'], ['ana', 'bo'], ['Ana']])
  })

  it('speak the reader’s language where they can', () => {
    assert.equal(cards([row({ name: { en: 'Book room', es: 'Sala' } })])[0]?.name, 'Sala')
  })
})

describe('a view', () => {
  const rows = [
    row({ id: 'a' }),
    row({ id: 'b', generatedOn: '2026-09-02' }),
    row({ id: 'c', retiredOn: '2026-09-03' }),
    row({ id: 'd', recognizedOn: null }),
  ]
  const ids = (view: Parameters<typeof chosenBy>[0]) => chosenBy(view, cards(rows)).map((card) => card.id)

  it('leaves out what is retired, unless it is asked for', () => {
    assert.deepEqual([ids({}), ids({ state: 'retired' })], [['a', 'b', 'd'], ['c']])
  })

  it('picks by state, place and person', () => {
    assert.deepEqual(
      [ids({ state: 'unrecognized' }), ids({ state: 'generated' }), ids({ person: 'ana' }), ids({ unit: 'grade' })],
      [['d'], ['b'], ['a'], ['a']],
    )
  })

  it('is read from an address, and what is wrong in it is not said', () => {
    assert.deepEqual(viewOf({ goal: ID, state: 'in_use', unit: 'x', person: '', nonsense: '1' }), {
      goal: ID,
      state: 'in_use',
      unit: undefined,
    })
    assert.deepEqual(keptOf(viewOf({ goal: ID, open: ID, move: ID, sort: 'name' })), {
      goal: ID,
      year: undefined,
      state: undefined,
      unit: undefined,
      person: undefined,
    })
  })
})

describe('quadrants', () => {
  it('are four, with ungrouped cards first and groups in the order of their first card', () => {
    const rows = [
      row({ id: '1', groupLabel: 'Reading' }),
      row({ id: '2' }),
      row({ id: '3', groupLabel: 'Talk' }),
      row({ id: '4', groupLabel: 'Reading' }),
    ]
    const [knowledge, tools] = quadrantsOf(cards(rows))
    assert.equal(knowledge?.count, 0)
    assert.deepEqual(
      tools?.groups.map((group) => [group.label, group.cards.map((card) => card.id).join()]),
      [
        ['', '2'],
        ['Reading', '1,4'],
        ['Talk', '3'],
      ],
    )
    assert.deepEqual(tools?.states, [{ state: 'recognized', count: 4 }])
  })

  it('show how a goal leans on each kind', () => {
    const all = cards(
      [row({ id: 'a' }), row({ id: 'b', kind: 'structures' })],
      [use({ resourceId: 'a' }), use({ resourceId: 'b' }), use({ resourceId: 'b', goalId: 'other' })],
    )
    assert.deepEqual(
      leaningOf(all, 'g').map((one) => one.count),
      [0, 1, 1, 0],
    )
  })
})

describe('the table', () => {
  const all = cards([
    row({ id: 'a', name: { en: 'Zoo' }, minutesPerWeek: 10 }),
    row({ id: 'b', name: { en: 'Atlas' } }),
    row({ id: 'c', name: { en: 'Map' }, minutesPerWeek: 60 }),
  ])
  const order = (view: Parameters<typeof sorted>[1]) =>
    sorted(all, view)
      .map((card) => card.id)
      .join('')

  it('is sorted by what was asked, the same by name', () => {
    assert.deepEqual(
      [order({}), order({ sort: 'name' }), order({ sort: 'minutes', order: 'descending' }), order({ sort: 'kind' })],
      ['abc', 'bca', 'cab', 'bca'],
    )
  })
})

describe('schools', () => {
  it('stand there with their counts, and with none', () => {
    const school = { id: '1', slug: 'lincoln', name: 'Lincoln' }
    const counted = countedBySchool([
      { ...school, kind: 'tools', total: 3, inUse: 1 },
      { ...school, kind: 'structures', total: 2, inUse: 2 },
      { id: '2', slug: 'rivera', name: 'Rivera', kind: null, total: 0, inUse: 0 },
    ])
    assert.deepEqual(
      counted.map((one) => [one.name, one.counts.tools, one.total, one.inUse]),
      [
        ['Lincoln', 3, 5, 3],
        ['Rivera', 0, 0, 0],
      ],
    )
  })
})
