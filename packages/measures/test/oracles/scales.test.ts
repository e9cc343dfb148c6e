import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, differingPlaces, itemColumns, normal } from './case-of.ts'

type Row = (number | null)[]

/** Answers of people with a trait, in so many categories, some missing. */
function answers(seed: number, people: number, items: number, categories: number, strength: number, missing = 0): Row[] {
  const next = chance(seed)
  return Array.from({ length: people }, () => {
    const trait = normal(next)
    return Array.from({ length: items }, () => {
      const value = Math.round((strength * trait + normal(next)) * 0.6 + (categories + 1) / 2)
      return next() < missing ? null : Math.min(categories, Math.max(1, value))
    })
  })
}

const complete = (rows: readonly Row[]) => rows.filter((row): row is number[] => !row.includes(null))
const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
const covariance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((total, value, i) => total + (value - mean(a)) * ((b[i] ?? 0) - mean(b)), 0) / (a.length - 1)
const correlation = (a: readonly number[], b: readonly number[]) => covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b))
const column = (rows: readonly number[][], i: number) => rows.map((row) => row[i] ?? 0)
const totals = (rows: readonly number[][], items: readonly number[]) =>
  rows.map((row) => items.reduce((total, i) => total + (row[i] ?? 0), 0))
const places = (k: number) => Array.from({ length: k }, (_, i) => i)

/** Alpha by its meaning: k/(k − 1) times the share of the total's variance that is covariance. */
function alphaOf(rows: readonly number[][], items: readonly number[]): number {
  const total = totals(rows, items)
  const own = items.reduce((sum, i) => sum + covariance(column(rows, i), column(rows, i)), 0)
  return (items.length / (items.length - 1)) * (1 - own / covariance(total, total))
}

const shapes = [
  { name: 'two items', rows: answers(11, 40, 2, 5, 1) },
  { name: 'three items of two categories, gaps', rows: answers(12, 80, 3, 2, 1, 0.1) },
  { name: 'nine items of seven categories', rows: answers(13, 60, 9, 7, 1, 0.03) },
  {
    name: 'items that pull against each other',
    rows: answers(14, 50, 4, 5, 1).map(([a = 1, b = 1, c = 1, d = 1]) => [a, 6 - (b ?? 1), c, 6 - (d ?? 1)]),
  },
]

describe('cases of scales', () => {
  for (const { name, rows } of shapes) {
    it(`alpha and items: ${name}`, async () => {
      const known = complete(rows)
      const all = places(rows[0]?.length ?? 0)
      const total = totals(known, all)
      const alpha = alphaOf(known, all)
      const items = all.map((i) => {
        const rest = all.filter((j) => j !== i)
        const alone = rest.length === 1 ? correlation(column(known, 0), column(known, 1)) : alphaOf(known, rest)
        return { item: `i${i + 1}`, r_item_rest: correlation(column(known, i), totals(known, rest)), alpha_if_deleted: alone }
      })
      const sd = Math.sqrt(covariance(total, total))
      const expected = { n: known.length, k: all.length, alpha, total_sd: sd, sem_total: sd * Math.sqrt(1 - alpha), n_total: rows.length }
      assert.deepEqual(await differingPlaces('cronbach_alpha', { data: itemColumns(rows), expected }), [])
      assert.deepEqual(await differingPlaces('item_statistics', { data: itemColumns(rows), expected: { items: items.toReversed() } }), [])
    })
    it(`every split: ${name}`, async () => {
      const known = complete(rows)
      const all = places(rows[0]?.length ?? 0)
      const half = Math.floor(all.length / 2)
      const sets = all.reduce<number[][]>((some, i) => [...some, ...some.map((set) => [...set, i])], [[]])
      const firsts = sets.filter((set) => set.length === half && (all.length % 2 === 1 || set.includes(0)))
      const whole = totals(known, all)
      const values = firsts.map((set) => {
        const other = all.filter((i) => !set.includes(i))
        return (4 * covariance(totals(known, set), totals(known, other))) / covariance(whole, whole)
      })
      const odd = all.filter((i) => i % 2 === 0)
      const r = correlation(
        totals(known, odd),
        totals(
          known,
          all.filter((i) => i % 2 === 1),
        ),
      )
      const expected = {
        number_of_splits: values.length,
        lambda4_max: Math.max(...values),
        lambda4_min: Math.min(...values),
        lambda4_mean: mean(values),
        r_odd_even: r,
        spearman_brown_odd_even: (2 * r) / (1 + r),
      }
      assert.deepEqual(await differingPlaces('split_half_guttman', { data: itemColumns(rows), expected }), [])
    })
  }
  it('a negative alpha stays', async () => {
    assert.ok(Number((await answerTo('cronbach_alpha', { data: itemColumns(shapes[3]?.rows ?? []) }))['alpha']) < 0)
  })
  it('reversing by the scale or by hand is the same, and a name that no item has is refused', async () => {
    const rows = answers(15, 60, 4, 5, 1, 0.05)
    const turned = rows.map((row) => row.map((value, i) => (i === 2 && value !== null ? 6 - value : value)))
    const params = { reverse_items: 'i3', scale_min: 1, scale_max: '5' }
    for (const statistic of ['cronbach_alpha', 'item_statistics', 'mcdonald_omega', 'polychoric_ordinal', 'dimensionality']) {
      const byHand = await answerTo(statistic, { data: itemColumns(turned) })
      assert.deepEqual(await answerTo(statistic, { data: itemColumns(rows), params }), byHand, statistic)
    }
    await assert.rejects(answerTo('cronbach_alpha', { data: itemColumns(rows), params: { reverse_items: ['q9'] } }), /q9/)
  })
  it('a first column that names the people is no item, unless the case says which are', async () => {
    const rows = answers(16, 30, 3, 4, 1)
    const plain = await answerTo('cronbach_alpha', { data: itemColumns(rows) })
    const data = { respondent: rows.map((_, i) => i + 1), ...itemColumns(rows), remark: rows.map(() => 'none') }
    assert.deepEqual(await answerTo('cronbach_alpha', { data }), plain)
    assert.equal((await answerTo('cronbach_alpha', { data, params: { items: ['i1', 'i3'] } }))['k'], 2)
  })
  it('correlations may be handed over in place of answers', async () => {
    const rows = complete(answers(20, 80, 6, 6, 1.5))
    const all = places(6)
    const matrix = all.map((i) => all.map((j) => (i === j ? 1 : correlation(column(rows, Math.min(i, j)), column(rows, Math.max(i, j))))))
    const data = { variable: all.map((i) => `i${i + 1}`), ...itemColumns(matrix) }
    for (const statistic of ['dimensionality', 'omega_hierarchical']) {
      const params = { nfactors: 2, n: 80 }
      const expected = await answerTo(statistic, { data: itemColumns(rows), params })
      assert.deepEqual(await differingPlaces(statistic, { data, params, expected }), [], statistic)
      assert.deepEqual(await differingPlaces(statistic, { data: itemColumns(matrix), params, expected }), [], statistic)
    }
  })
  it('an answer written NA is missing', async () => {
    const rows = answers(17, 30, 3, 4, 1, 0.2)
    const written = rows.map((row) => row.map((value) => value ?? 'NA'))
    assert.deepEqual(
      await answerTo('cronbach_alpha', { data: itemColumns(written) }),
      await answerTo('cronbach_alpha', { data: itemColumns(rows) }),
    )
  })
  it('the first item of one factor points up, as in lavaan', async () => {
    const rows = answers(18, 200, 4, 7, 2).map((row) => row.map((value, i) => (i === 0 && value !== null ? 8 - value : value)))
    const omega = await answerTo('mcdonald_omega', { data: itemColumns(rows) })
    const loadings = Object.values(omega['loadings'] ?? {}).map(Number)
    assert.deepEqual(loadings.map(Math.sign), [1, -1, -1, -1])
    assert.deepEqual(
      Object.values(omega['standardized_loadings'] ?? {}).map((value) => Math.sign(Number(value))),
      [1, -1, -1, -1],
    )
  })
  it('an item of two categories has one threshold, and a category that nobody chose none', async () => {
    const rows = answers(19, 90, 3, 5, 1).map(([a, b, c]) => [Number(a) > 3 ? 1 : 0, b === 2 ? 3 : (b ?? 3), c ?? 3])
    const used = rows.map((row) => row[1])
    const share = (below: number) => used.filter((value) => Number(value) <= below).length / used.length
    const { thresholds } = await answerTo('polychoric_ordinal', { data: itemColumns(rows) })
    const cuts = Object.values(thresholds ?? {}) as number[][]
    assert.equal(cuts[0]?.length, 1)
    assert.equal(cuts[1]?.length, new Set(used).size - 1)
    assert.ok(Math.abs(areaBelow(cuts[1]?.at(-1) ?? 0) - share(4)) < 1e-6)
  })
})

/** Area under the normal curve, by Simpson's rule from −8. */
function areaBelow(x: number): number {
  const steps = 4000
  const width = (x + 8) / steps
  const height = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  let total = 0
  for (let i = 0; i <= steps; i += 1) total += height(-8 + i * width) * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2)
  return (total * width) / 3
}
