import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, differingPlaces, itemColumns } from './case-of.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Bounds of a share by Wilson: where the score test of the share itself just holds, found by halving. */
function wilson(successes: number, n: number): [number, number] {
  const z = 1.959963984540054
  const rejects = (p: number) => (successes / n - p) ** 2 * n > z * z * p * (1 - p)
  const edge = (inside: number, outside: number) => {
    let [near, far] = [inside, outside]
    for (let turn = 0; turn < 60; turn += 1) {
      const middle = (near + far) / 2
      if (rejects(middle)) far = middle
      else near = middle
    }
    return near
  }
  const share = successes / n
  return [share === 0 ? 0 : edge(share, 0), share === 1 ? 1 : edge(share, 1)]
}

const tables = [
  { name: 'a rate of none and one of all', group: ['B', 'A', 'none', 'all', 'few'], n: [120, 34, 17, 6, 3], success: [78, 15, 0, 6, 1] },
  { name: 'all alike', group: ['x', 'y', 'z'], n: [30, 60, 90], success: [10, 20, 30] },
  { name: 'a reference where all succeed', group: [1, 2, 3], n: [10, 25, 40], success: [10, 20, 3] },
]

describe('cases of equity', () => {
  for (const { name, ...data } of tables) {
    it(`rates: ${name}`, async () => {
      const [people, events] = [sum(data.n), sum(data.success)]
      const [n0 = 0, x0 = 0] = [data.n[0], data.success[0]]
      const rates = new Map(data.group.map((group, g) => [group, (data.success[g] ?? 0) / (data.n[g] ?? 1)]))
      const rateOf = (group: string | number) => rates.get(group) ?? 0
      const groups = data.group.map((group, g) => {
        const [n = 0, x = 0] = [data.n[g], data.success[g]]
        const [lower, upper] = wilson(x, n)
        const [lower0, upper0] = wilson(x0, n0)
        const gap = x / n - x0 / n0
        const newcombe = [gap - Math.hypot(x / n - lower, upper0 - x0 / n0), gap + Math.hypot(upper - x / n, x0 / n0 - lower0)]
        const others = (events - x) / (people - n)
        const ratios = {
          risk_ratio: x === 0 ? null : x / n / (x0 / n0),
          odds_ratio: [x, n - x, x0, n0 - x0].includes(0) ? null : (x * (n0 - x0)) / ((n - x) * x0),
        }
        const compared = g === 0 ? {} : { gap_vs_reference: gap, gap_newcombe95: newcombe, ...ratios }
        return { group, rate: x / n, wilson95_lower: lower, wilson95_upper: upper, idea_risk_ratio: x / n / others, ...compared }
      })
      const ppg = data.group.map((group, g) => {
        const [n = 0, x = 0] = [data.n[g], data.success[g]]
        const margin = Math.max(0.03, 1.96 * Math.sqrt(0.25 / n))
        const impact = x / n + margin <= events / people
        // What is needed is tried one success after the other.
        const needed = (enough: (more: number) => boolean) => Array.from({ length: n + 1 }, (_, more) => more).find(enough) ?? n
        const parity = needed((more) => (x + more) / n >= events / people - 1e-12)
        const toEnd = impact ? needed((more) => (x + more) / n + margin >= events / people - 1e-12) : 0
        return {
          group,
          n,
          success: x,
          moe: margin,
          di_indicator: impact ? 1 : 0,
          success_needed_not_di: toEnd,
          success_needed_full_parity: parity,
        }
      })
      const index = data.group.map((group, g) => {
        const [n = 0, x = 0] = [data.n[g], data.success[g]]
        const value = x / events / (n / people)
        return {
          group,
          di_prop_index: value,
          di_indicator: value < 0.8 ? 1 : 0,
          ...(name === 'all alike' ? { success_needed_full_parity: 0 } : {}),
        }
      })
      const expected = { overall_rate: events / people, groups: groups.toReversed(), ppg_overall: ppg, proportionality_index: index }
      const params = { reference_group: data.group[0], higher_is_better: true }
      assert.deepEqual(await differingPlaces('equity_gap_rates', { data, params, expected }), [])
      const best = data.group.toSorted((a, b) => rateOf(b) - rateOf(a) || (String(a) < String(b) ? -1 : 1))[0] ?? ''
      const against = data.group.map((group) => ({ group, reference: rateOf(best), reference_group: best }))
      const gaps = data.group.map((group) => (group === best ? { group } : { group, gap_vs_reference: rateOf(group) - rateOf(best) }))
      const highest = { groups: gaps, ppg_hpg: against }
      assert.deepEqual(await differingPlaces('equity_gap_rates', { data, params: { reference_group: 'hpg' }, expected: highest }), [])
    })
  }
  it('rates: where all groups succeed alike nobody needs one success more', async () => {
    for (let factor = 1; factor < 60; factor += 1) {
      const n = [27, 182, 88, 199, 250].map((size) => size * 9 * factor)
      const data = { group: ['a', 'b', 'c', 'd', 'e'], n, success: n.map((size) => (size / 9) * 7) }
      const got = await answerTo('equity_gap_rates', { data, params: { reference_group: 'a' } })
      for (const key of ['ppg_overall', 'ppg_all_but_current', 'eighty_percent_index', 'proportionality_index']) {
        const needed = (got[key] as { success_needed_full_parity: number }[]).map((group) => group.success_needed_full_parity)
        assert.deepEqual(needed, [0, 0, 0, 0, 0], key)
      }
    }
  })
  it('means: groups that are numbers, the reference among them, ties, and a group of one', async () => {
    const data = { group: [0, 0, 0, 1, 1, 1, 1, 2], y: [3, 5, 7, 5, 6, 9, 5, 4] }
    const [a, b] = [
      [3, 5, 7],
      [5, 6, 9, 5],
    ]
    const pooled = Math.sqrt((8 + 10.75) / 5)
    const wins = b.flatMap((x) => a.map((y) => (x > y ? 1 : x === y ? 0.5 : 0)))
    const expected = {
      reference: { n: 3, mean: 5, sd: 2 },
      groups: [
        { group: 2, n: 1, mean: 4, sd: null, cohen_d: null, welch_t: null, welch_p: null, auc_prob_superiority: 1 / 3 },
        {
          group: 1,
          n: 4,
          mean: 6.25,
          cohen_d: 1.25 / pooled,
          auc_prob_superiority: sum(wins) / 12,
          welch_t: 1.25 / Math.sqrt(4 / 3 + 10.75 / 12),
        },
      ],
    }
    assert.deepEqual(await differingPlaces('equity_gap_means', { data, params: { reference_group: 0 }, expected }), [])
  })
  it('risk ratios: the state in another order, nobody identified among the others, and the usual minimum', async () => {
    const data = { group: ['a', 'b'], children: [40, 60], identified: [12, 0] }
    const state = { group: ['b', 'a'], children: [600, 500], identified: [30, 100] }
    const groups = [
      { group: 'b', risk: 0, risk_others: 0.3, risk_ratio: 0, calculated: false, use_alternate: false, alternate_risk_ratio: 0 },
      { group: 'a', risk: 0.3, risk_others: 0, risk_ratio: null, calculated: true, use_alternate: true, alternate_risk_ratio: 0.3 / 0.05 },
    ]
    for (const params of [{}, { min_cell: 10, min_n: 30 }]) {
      assert.deepEqual(await differingPlaces('equity_idea_risk_ratio', { data, others: { state }, params, expected: { groups } }), [])
    }
  })
  it('resources: every head counted, columns by the names that the params give', async () => {
    const data = { site: ['p', 'q', 'r', 's', 't'], area: ['N', 'S', 'N', 'S', 'N'], pupils: [3, 5, 2, 4, 6], hours: [2, 4, 4, 0, 10] }
    const heads = data.pupils.flatMap((count, i) => Array.from({ length: count }, () => data.hours[i] ?? 0))
    const mean = sum(heads) / heads.length
    const theil = sum(heads.map((x) => (x === 0 ? 0 : (x / mean) * Math.log(x / mean)))) / heads.length
    const gini = sum(heads.flatMap((x) => heads.map((y) => Math.abs(x - y)))) / (2 * heads.length ** 2 * mean)
    const median = heads.toSorted((a, b) => a - b)[Math.ceil(heads.length / 2) - 1] ?? 0
    const lower = heads.filter((x) => x < median)
    const expected = {
      mean,
      theil_T: theil,
      gini,
      cv: Math.sqrt(sum(heads.map((x) => (x - mean) ** 2)) / heads.length) / mean,
      mcloone: sum(lower) / (median * lower.length),
      range_ratio: null,
    }
    const params = { weights: 'pupils (enrolment)', value: 'hours', group: 'area' }
    assert.deepEqual(await differingPlaces('equity_resource_distribution', { data, params, expected }), [])
  })
  it('items that work differently: groups that are numbers, gaps, other names, and the total without the item', async () => {
    const next = chance(91)
    const rows = Array.from({ length: 120 }, () => [0.3, 0.5, 0.6, 0.7].map((share) => (next() < 0.03 ? null : next() < share ? 1 : 0)))
    const gender = rows.map(() => (next() < 0.5 ? 0 : 1))
    const people = rows.flatMap((row, p) => (row.includes(null) ? [] : [{ row: row.map(Number), ours: gender[p] === 0 }]))
    const expectedOf = (without: boolean) =>
      [0, 1, 2, 3].map((item) => {
        const strata = [...Map.groupBy(people, ({ row }) => sum(row) - (without ? (row[item] ?? 0) : 0)).values()]
        const count = (some: typeof people, ours: boolean, right: number) =>
          some.filter((one) => one.ours === ours && one.row[item] === right).length
        const part = (a: number, b: number) => sum(strata.map((some) => (count(some, true, a) * count(some, false, b)) / some.length))
        return { item: `i${item + 1}`, alpha_mh: part(1, 0) / part(0, 1) }
      })
    const parts = {
      data: { gender, ...itemColumns(rows) },
      params: { reference_group: 0, matching: 'total score including the studied item' },
    }
    assert.deepEqual(await differingPlaces('dif_mantel_haenszel', { ...parts, expected: { items: expectedOf(false) } }), [])
    const rest = { ...parts.params, matching: 'rest score, excluding the studied item' }
    assert.deepEqual(
      await differingPlaces('dif_mantel_haenszel', { ...parts, params: rest, expected: { items: expectedOf(true).toReversed() } }),
      [],
    )
    const plain = await answerTo('dif_mantel_haenszel', { ...parts, params: { ...parts.params, continuity_correction: false } })
    const [first] = plain['items'] as { chisq: number }[]
    const [corrected] = (await answerTo('dif_mantel_haenszel', parts))['items'] as { chisq: number }[]
    assert.ok((first?.chisq ?? 0) > (corrected?.chisq ?? 0))
  })
})
