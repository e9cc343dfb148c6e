import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { summaryToBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import { bankScales } from '../bank/rules.ts'
import { publish, tallyOf } from '../folding/rules.ts'
import type { Counted } from '../folding/schema.ts'
import type { Scale } from '../schema.ts'
import { type Left, participationOf, readBelow, readScales, readWave, readWords } from './rules.ts'
import type { PlaceBelow, Summary } from './schema.ts'
import { reliabilityInWords, schoolsInWords } from './words/rules.ts'

const scales = bankScales(['small_measure'])

/** What a close leaves of answers, and what a report reads of it. */
function left(
  answers: readonly Counted[],
  { fewest = 5, byRole = false, of = scales }: { fewest?: number; byRole?: boolean; of?: Scale[] } = {},
): Left {
  const schools = [...new Set(answers.map(({ unitId }) => unitId))].filter((id) => id !== 'all')
  const units = ['all', ...schools].map((unitId) => ({
    unitId,
    path: unitId === 'all' ? ['all'] : ['all', unitId],
    isSchool: unitId !== 'all',
  }))
  const tallies = tallyOf(of, answers, byRole)
  const published = of.flatMap((one) => publish(one, { tallies: tallies.get(one.key) ?? new Map(), units }, { fewest, isSealed: false }))
  const at = (unitId: string): Summary[] =>
    published
      .filter((one) => one.unitId === unitId)
      .map(({ whole, ...rest }) => ({ ...rest, whole: whole && Buffer.from(summaryToBytes(whole)) }))
  const rows = schools.flatMap((slug): PlaceBelow[] => {
    const place = { slug, name: slug, isSchool: true }
    const own = at(slug).map(({ scaleKey, counts, moments }) => ({ ...place, scaleKey, counts, moments }))
    return own.length > 0 ? own : [{ ...place, scaleKey: null, counts: null, moments: null }]
  })
  return {
    fewest,
    summaries: at('all'),
    below: readBelow(
      of.map(({ key }) => key),
      rows,
    ),
    waves: [],
  }
}

/** So many people who answer by turns as given. */
function people(unitId: string, n: number, ...patterns: Counted['values'][]): Counted[] {
  return Array.from({ length: n }, (_, at) => ({ unitId, role: null, values: patterns[at % patterns.length] ?? [] }))
}

const MIXED: Counted['values'][] = [
  [1, 2, 2],
  [2, 3, 2],
  [3, 3, 4],
  [4, 4, 5],
  [5, 5, 4],
  [2, 1, 1],
]

function read(given: Left, of = scales) {
  const [said] = readScales(of, given)
  assert.ok(said)
  return said
}

describe('what a report says of a part', () => {
  it('is nothing where fewer than the survey’s minimum answered', () => {
    for (const said of [read(left([])), read(left(people('all', 4, ...MIXED))), read(left(people('all', 9, ...MIXED), { fewest: 10 }))]) {
      assert.deepEqual([said.suppressed, said.n, said.mean, said.distribution], [true, null, null, null])
    }
  })

  it('is a rounded mean alone of fewer than ten', () => {
    const said = read(left(people('all', 9, ...MIXED)))
    assert.deepEqual([said.n, said.mean?.exact, said.mean?.value, said.interval, said.distribution], [9, false, 3, null, null])
    assert.ok(said.items.every(({ n, mean, distribution }) => n === 9 && mean === null && distribution === null))
  })

  it('has a mean with its interval, as t.test gives it, and reliability of thirty', () => {
    const said = read(left(people('all', 36, ...MIXED)))
    assert.deepEqual([said.n, said.nComplete, said.mean?.exact], [36, 36, true])
    assert.ok(said.interval && said.mean?.value && said.interval.lower < said.mean.value && said.mean.value < said.interval.upper)
    assert.ok(said.alpha && said.alpha.lower < said.alpha.value && said.alpha.value < said.alpha.upper && said.omega)
    assert.equal(read(left(people('all', 29, ...MIXED))).alpha, null)
  })

  it('says neither spread nor reliability where all answer alike: they would tell what each said', () => {
    const said = read(left(people('all', 40, [3, 3, 3])))
    assert.deepEqual([said.mean?.value, said.interval, said.alpha, said.omega], [3, null, null, null])
  })

  it('says at an end only that it is there', () => {
    const said = read(left(people('all', 40, [5, 5, 5])))
    assert.deepEqual([said.mean?.value, said.mean?.most, said.mean && said.mean.least < 5], [null, 5, true])
  })

  it('shows words only where ten or more wrote', () => {
    const rows = (n: number) => Array.from({ length: n }, (_, at) => ({ itemKey: 't', body: `w${at}` }))
    const all = { fewest: 5, scales: [], said: [] }
    assert.deepEqual([readWords(rows(9), all), readWords(rows(10), all)[0]?.bodies.length], [[], 10])
  })
})

describe('what a report says of places below', () => {
  it('is n, mean and likely mean; the small ones are named and nothing more', () => {
    const apart: Counted['values'][] = [
      [4, 5, 4],
      [5, 4, 3],
      [3, 4, 5],
    ]
    const said = read(
      left([...people('a', 40, ...MIXED), ...people('b', 36, ...apart), ...['c', 'd', 'e'].flatMap((id) => people(id, 4, ...MIXED))]),
    )
    assert.deepEqual(
      said.places.map(({ slug, suppressed }) => [slug, suppressed]),
      [
        ['a', false],
        ['b', false],
        ['c', true],
        ['d', true],
        ['e', true],
      ],
    )
    const [a] = said.places
    assert.ok(a && !a.suppressed && a.mean.exact && a.reliability !== null && a.shrunken !== null)
    const { between, within, grandMean } = said.schools ?? {}
    assert.ok(typeof between === 'number' && typeof within === 'number' && typeof grandMean === 'number' && a.mean.value !== null)
    const weight = between / (between + within / 40)
    assert.ok(Math.abs(a.reliability - weight) < 1e-12 && Math.abs(a.shrunken - (grandMean + weight * (a.mean.value - grandMean))) < 1e-12)
  })

  it('rounds one more where an exact mean would follow for what is left', () => {
    const said = read(left([...people('a', 40, ...MIXED), ...people('b', 36, ...MIXED), ...people('c', 12, [5, 5, 5])]))
    const exact = said.places.map((place) => !place.suppressed && place.mean.exact)
    assert.deepEqual(exact, [true, false, false])
    assert.equal(said.schools, null)
  })
})

describe('what a report says of change', () => {
  const wave = (answers: readonly Counted[], pairs: Parameters<typeof readWave>[2] = () => []) =>
    readWave({ surveyId: 's', endedOn: '2026-03-01', fewest: 5, scales }, left(answers).summaries, pairs)
  const higher = MIXED.map((values) => values.map((value) => Math.min(5, Number(value) + 1)))

  it('is more only beyond chance, and nothing of another part', () => {
    const now = left(people('all', 36, ...higher))
    assert.equal(read({ ...now, waves: wave(people('all', 36, ...MIXED)) }).change?.direction, 'more')
    assert.equal(read({ ...left(people('all', 36, ...MIXED)), waves: wave(people('all', 30, ...MIXED)) }).change?.direction, 'unclear')
    const other = wave(people('all', 36, ...MIXED)).map((one) => ({
      ...one,
      scale: { ...one.scale, items: one.scale.items.toSpliced(0, 1) },
    }))
    assert.equal(read({ ...now, waves: other }).change, null)
  })

  it('counts the same people in bands, where ten or more are linked', () => {
    const before = people('all', 36, ...MIXED)
    const pairs = (n: number) => () => before.slice(0, n).map(({ values }) => ({ before: values.map(Number), after: values.map(() => 5) }))
    const change = (n: number) => read({ ...left(people('all', 36, ...higher)), waves: wave(before, pairs(n)) }).change
    assert.equal(change(9)?.linked, null)
    const linked = change(36)?.linked
    assert.ok(linked && linked.n === 36 && linked.leastChange > 0 && linked.shares && linked.shares.less === linked.shares.step)
  })
})

describe('what a report says of groups', () => {
  const grouped = (leading: number, teaching: number, other = 0): Counted[] =>
    [people('all', leading, ...MIXED), people('all', teaching, ...MIXED), people('all', other, ...MIXED)].flatMap((own, at) =>
      own.map((one) => ({ ...one, role: (['leading', 'teaching', 'other'] as const)[at] ?? null })),
    )
  const said = (...sizes: Parameters<typeof grouped>) => read(left(grouped(...sizes), { byRole: true })).groups

  it('needs thirty in each, and says no means where few would be left over', () => {
    assert.equal(said(29, 60), null)
    assert.deepEqual(
      said(30, 60)?.groups.map(({ group, n }) => [group, n]),
      [
        ['teaching', 60],
        ['leading', 30],
      ],
    )
    assert.deepEqual([said(30, 60, 4)?.groups, said(30, 60, 4)?.gaps.length], [[], 1])
  })

  it('sorts each question after ETS, and says which group it comes easier to', () => {
    const drawn = (n: number, role: 'leading' | 'teaching', lift: number) =>
      Array.from({ length: n }, (_, at): Counted => {
        const [one, two, three] = [at % 5, (at * 3 + (at % 7)) % 5, (at * 2 + (at % 3)) % 5]
        const shifted = (value: number, by: number) => Math.min(5, Math.max(1, 1 + value + by))
        return { unitId: 'all', role, values: [shifted(one, lift), shifted(two, -lift), shifted(three, 0)] }
      })
    const gaps = (lift: number) =>
      read(left([...drawn(210, 'leading', lift), ...drawn(300, 'teaching', 0)], { byRole: true })).groups?.gaps[0]?.items.map(
        ({ size, easierFor }) => [size, easierFor],
      )
    assert.deepEqual(gaps(0), [
      ['A', null],
      ['A', null],
      ['A', null],
    ])
    assert.deepEqual(gaps(1)?.slice(0, 2), [
      ['C', 'leading'],
      ['C', 'teaching'],
    ])
  })
})

it('says how many answered only beside those who were asked and did not', () => {
  assert.deepEqual(participationOf([20, 24, 0], 40), { answered: 24, invited: 40 })
  assert.deepEqual([participationOf([40], 40), participationOf([30], 0), participationOf([0], 40)], [undefined, undefined, undefined])
})

it('says in words what a coefficient is worth, and minds few schools and schools alike', () => {
  const alpha = (value: number) => reliabilityInWords({ value, lower: value, upper: value }).key
  assert.deepEqual([0.85, 0.75, 0.5, -0.2].map(alpha), [
    'surveys.report_reliable',
    'surveys.report_fairly_reliable',
    'surveys.report_little_reliable',
    'surveys.report_negative',
  ])
  const schools = (count: number, between: number) =>
    schoolsInWords({ count, between, icc1: null, icc2: null, agreement: null, within: 1, grandMean: 3 }).map(({ key }) => key)
  assert.deepEqual(schools(9, 0), ['surveys.report_few_schools', 'surveys.report_schools_alike'])
  assert.deepEqual(schools(10, 0.1), [])
})
