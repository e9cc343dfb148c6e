import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, differingPlaces, type Columns } from './case-of.ts'

type Rating = number | null

function ratings(seed: number, units: number, raters: number, categories: number, missing = 0): Rating[][] {
  const next = chance(seed)
  const any = () => 1 + Math.floor(next() * categories)
  return Array.from({ length: units }, () => {
    const truth = any()
    return Array.from({ length: raters }, () => {
      const given = next() < 0.6 ? truth : any()
      return next() < missing ? null : given
    })
  })
}

function columnsOf(rows: readonly (readonly Rating[])[], write: (rating: number) => string | number = (rating) => rating): Columns {
  const raters = (rows[0] ?? []).map((_, r) => [`rater ${r + 1}`, rows.map((row) => (row[r] == null ? null : write(row[r])))] as const)
  return { unit: rows.map((_, u) => `u${u + 1}`), ...Object.fromEntries(raters) }
}

const word = (rating: number) => ['none', 'some', 'much', 'all', 'more'][rating - 1] ?? ''
const layout = 'rows = units, other columns = raters, empty = not rated'

/** Observed over expected disagreement from all pairs of values, in units and in all (Krippendorff's own words for it). */
function alphaByPairs(rows: readonly (readonly Rating[])[], distance: (a: number, b: number) => number): number {
  const units = rows.map((row) => row.filter((rating) => rating !== null)).filter((unit) => unit.length > 1)
  const all = units.flat()
  const pairs = (values: readonly number[]) => values.flatMap((a, i) => values.flatMap((b, j) => (i === j ? [] : [distance(a, b)])))
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  const observed = total(units.map((unit) => total(pairs(unit)) / (unit.length - 1))) / all.length
  return 1 - observed / (total(pairs(all)) / (all.length * (all.length - 1)))
}

describe('cases of raters', () => {
  for (const { name, rows, write } of [
    { name: 'two raters, numbers', rows: ratings(21, 20, 2, 3), write: undefined },
    { name: 'five raters with gaps, numbers', rows: ratings(22, 25, 5, 4, 0.25), write: undefined },
    { name: 'three raters with gaps, words', rows: ratings(23, 18, 3, 3, 0.1), write: word },
  ]) {
    it(`Krippendorff: ${name}`, async () => {
      const values = rows.flat().filter((rating) => rating !== null)
      const nominal = alphaByPairs(rows, (a, b) => (a === b ? 0 : 1))
      const interval = alphaByPairs(rows, (a, b) => (a - b) ** 2)
      const ratio = alphaByPairs(rows, (a, b) => ((a - b) / (a + b)) ** 2)
      const single = rows.filter((row) => row.filter((rating) => rating !== null).length === 1).length
      const expected = { nominal, pairable_values: values.length - single, ...(write ? {} : { interval, ratio }) }
      assert.deepEqual(await differingPlaces('krippendorff_alpha', { data: columnsOf(rows, write), params: { layout }, expected }), [])
    })
  }
  it('Fleiss: counts of categories are the same as who chose what, and words as numbers', async () => {
    const rows = ratings(24, 15, 6, 4)
    const counts = Object.fromEntries([1, 2, 3, 4].map((c) => [word(c), rows.map((row) => row.filter((rating) => rating === c).length)]))
    const asWords = await answerTo('kappa_fleiss', {
      data: columnsOf(rows, word),
      params: { layout: 'rows = subjects, other columns = raters' },
    })
    const asCounts = await answerTo('kappa_fleiss', {
      data: { subject: rows.map((_, u) => u), ...counts },
      params: { layout: 'rows = subjects, columns = categories, cells = number of raters' },
    })
    for (const key of ['kappa', 'se0', 'p_bar', 'pe_bar', 'raters', 'subjects']) {
      assert.ok(Math.abs(Number(asCounts[key]) - Number(asWords[key])) < 1e-12, key)
    }
    const pairs = rows.map((row) => row.flatMap((a, i) => row.filter((b, j) => i !== j && a === b)).length / 30)
    const observed = pairs.reduce((sum, share) => sum + share, 0) / rows.length
    const shares = [1, 2, 3, 4].map((c) => rows.flat().filter((rating) => rating === c).length / 90)
    const byChance = shares.reduce((sum, share) => sum + share ** 2, 0)
    assert.ok(Math.abs(Number(asWords['kappa']) - (observed - byChance) / (1 - byChance)) < 1e-12)
  })
  it('Fleiss: the often printed example of fourteen raters, 0.210', async () => {
    const rows = '0 0 0 0 14/0 2 6 4 2/0 0 3 5 6/0 3 9 2 0/2 2 8 1 1/7 7 0 0 0/3 2 6 3 0/2 5 3 2 2/6 5 2 1 0/0 2 2 3 7'
    const counts = rows.split('/').map((row) => row.split(' ').map(Number))
    const chosen = counts.map((row) => row.flatMap((count, c) => Array.from({ length: count }, () => c + 1)))
    const expected = { subjects: 10, raters: 14, kappa: 0.20993, p_bar: 0.378, pe_bar: 0.2128 }
    const params = { layout: 'rows = subjects, other columns = raters' }
    assert.deepEqual(await differingPlaces('kappa_fleiss', { data: columnsOf(chosen), params, expected, tolerance: 5e-4 }), [])
  })
  it('kappa: units one a row, cells with counts, columns of any name and order given or not are the same', async () => {
    const rows = ratings(25, 60, 2, 3)
    const cells = [1, 2, 3].flatMap((a) => [1, 2, 3].map((b) => [a, b, rows.filter((row) => row[0] === a && row[1] === b).length] as const))
    const inCells = { rater1: cells.map(([a]) => a), rater2: cells.map(([, b]) => b), count: cells.map(([, , n]) => n) }
    const known = await answerTo('kappa_two_raters', { data: inCells, params: { category_order: [1, 2, 3] } })
    const agreed = rows.filter(([a, b]) => a === b).length / 60
    assert.ok(Math.abs((known['unweighted'] as { po: number }).po - agreed) < 1e-12)
    for (const data of [
      columnsOf(rows),
      columnsOf([...rows, [2, null], [null, 1]]),
      inCells,
      { ...inCells, rater1: inCells.rater2, rater2: inCells.rater1 },
    ]) {
      const got = await answerTo('kappa_two_raters', { data })
      for (const key of ['unweighted', 'linear', 'quadratic'] as const) {
        const [one, other] = [got[key], known[key]] as { kappa: number; ase: number }[]
        assert.ok(Math.abs((one?.kappa ?? 0) - (other?.kappa ?? 1)) < 1e-12 && Math.abs((one?.ase ?? 0) - (other?.ase ?? 1)) < 1e-12, key)
      }
      assert.equal(got['n'], 60)
    }
  })
  it('kappa: ten categories stand in their order as numbers; weights of its own may be among the params', async () => {
    const rows = ratings(26, 80, 2, 10)
    const { categories, custom_weights } = await answerTo('kappa_two_raters', { data: columnsOf(rows) })
    assert.deepEqual(
      categories,
      Array.from({ length: 10 }, (_, i) => String(i + 1)),
    )
    assert.equal(custom_weights, null)
    const identity = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (__, j) => (i === j ? 1 : 0)))
    const own = await answerTo('kappa_two_raters', { data: columnsOf(rows), params: { weights: identity } })
    assert.equal((own['custom_weights'] as { kappa: number }).kappa, (own['unweighted'] as { kappa: number }).kappa)
  })
  it('ICC and W: rows may be named, and judges may stand in the rows', async () => {
    const rows = ratings(27, 12, 4, 9) as number[][]
    const plain = Object.fromEntries([0, 1, 2, 3].map((r) => [`J${r}`, rows.map((row) => row[r] ?? 0)]))
    const named = { Lesson: rows.map((_, u) => u), ...plain }
    const worded = { place: rows.map((_, u) => `room ${u}`), ...plain }
    const judges = { judge: ['a', 'b', 'c', 'd'], ...Object.fromEntries(rows.map((row, u) => [`u${u}`, row])) }
    const turned = 'rows = judges, columns = objects'
    for (const statistic of ['icc_raters', 'kendall_w']) {
      const known = await answerTo(statistic, { data: plain })
      assert.deepEqual(await answerTo(statistic, { data: named }), known)
      assert.deepEqual(await answerTo(statistic, { data: worded }), known)
      assert.deepEqual(await answerTo(statistic, { data: judges, params: { layout: turned } }), known)
    }
  })
  it('observers may stand in the rows, with words or numbers', async () => {
    const rows = ratings(30, 10, 3, 4, 0.1)
    for (const write of [undefined, word]) {
      const { unit = [], ...raters } = columnsOf(rows, write)
      const turned = unit.map((name, u) => [String(name), Object.values(raters).map((column) => column[u] ?? null)] as const)
      const data = { observer: Object.keys(raters), ...Object.fromEntries(turned) }
      const known = await answerTo('krippendorff_alpha', { data: columnsOf(rows, write), params: { layout } })
      assert.deepEqual(await answerTo('krippendorff_alpha', { data, params: { layout: 'rows = observers, columns = units' } }), known)
    }
  })
  it('ICC: raters without any agreement give a negative value, and it stays', async () => {
    const rows = ratings(28, 30, 2, 5) as number[][]
    const against = { a: rows.map((row) => row[0] ?? 0), b: rows.map((row) => 6 - (row[0] ?? 0)) }
    const { icc } = (await answerTo('icc_raters', { data: against })) as { icc: Record<string, number> }
    assert.ok(Math.abs((icc['ICC3'] ?? 0) + 1) < 1e-12)
  })
  it('Gwet: AC1 by its definition, with gaps', async () => {
    const rows = ratings(29, 30, 4, 3, 0.3).filter((row) => row.some((rating) => rating !== null))
    const units = rows.map((row) => row.filter((rating) => rating !== null))
    const rated = units.filter((unit) => unit.length > 1)
    const agreeing = rated.map((unit) => {
      const pairs = unit.flatMap((a, i) => unit.flatMap((b, j) => (i === j ? [] : [a === b ? 1 : 0])))
      return pairs.reduce((sum: number, value) => sum + value, 0) / pairs.length
    })
    const observed = agreeing.reduce((sum, value) => sum + value, 0) / rated.length
    const shares = [1, 2, 3].map(
      (c) => units.reduce((sum, unit) => sum + unit.filter((rating) => rating === c).length / unit.length, 0) / units.length,
    )
    const byChance = shares.reduce((sum, share) => sum + share * (1 - share), 0) / 2
    const expected = {
      percent_agreement: observed,
      AC1: (observed - byChance) / (1 - byChance),
      brennan_prediger: (observed - 1 / 3) / (2 / 3),
    }
    assert.deepEqual(await differingPlaces('gwet_ac', { data: columnsOf(rows), params: { layout }, expected }), [])
  })
})
