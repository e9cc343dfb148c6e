import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, differingPlaces, normal } from './case-of.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length

function series(seed: number, length: number, step = 0): number[] {
  const next = chance(seed)
  return Array.from({ length }, (_, i) => Math.round(20 + 3 * normal(next) + (i >= length / 2 ? step : 0)))
}

type Finding = { ends: number[]; points: number[] }

/** All windows of a length that a pattern fits, each looked at on its own. */
function windows(z: readonly number[], length: number, fits: (window: readonly number[]) => boolean): Finding {
  const starts = z.flatMap((_, from) => (from + length <= z.length && fits(z.slice(from, from + length)) ? [from] : []))
  const points = new Set(starts.flatMap((from) => Array.from({ length }, (_, i) => from + i + 1)))
  return { ends: starts.map((from) => from + length), points: [...points] }
}

const steps = (window: readonly number[]) => window.slice(1).map((value, i) => value - (window[i] ?? 0))
const sameSide = (window: readonly number[]) => window.every((value) => value > 0) || window.every((value) => value < 0)
const beyond = (zone: number, enough: number) => (window: readonly number[]) =>
  [1, -1].some((side) => (window.at(-1) ?? 0) * side > zone && window.filter((value) => value * side > zone).length >= enough)

function rulesOf(z: readonly number[]): Record<string, Finding> {
  return {
    r1_beyond_3sigma: windows(z, 1, ([value = 0]) => Math.abs(value) > 3),
    r2_run_of_8_one_side: windows(z, 8, sameSide),
    r2_run_of_9_one_side: windows(z, 9, sameSide),
    r3_trend_6_steady: windows(z, 6, (window) => sameSide(steps(window))),
    r4_14_alternating: windows(z, 14, (window) => steps(window).every((step, i, all) => i === 0 || step * (all[i - 1] ?? 0) < 0)),
    r5_2_of_3_beyond_2sigma: windows(z, 3, beyond(2, 2)),
    r6_4_of_5_beyond_1sigma: windows(z, 5, beyond(1, 4)),
    r7_15_within_1sigma: windows(z, 15, (window) => window.every((value) => Math.abs(value) < 1)),
    r8_8_outside_1sigma_both_sides: windows(z, 8, (window) => window.every((value) => Math.abs(value) > 1) && !sameSide(window)),
  }
}

describe('cases of charts', () => {
  for (const [name, values] of [
    ['short', series(71, 4)],
    ['a step', series(72, 40, 9)],
    ['long, with a wild point', series(73, 90).map((value, i) => (i === 30 ? 90 : value))],
    ['alternating', Array.from({ length: 30 }, (_, i) => 20 + (i % 2 === 0 ? 3 : -3) + (i % 7) / 10)],
    ['flat at the end', [...series(74, 12), ...Array.from({ length: 18 }, () => 20)]],
  ] as const) {
    it(`single values: ${name}`, async () => {
      const centre = mean(values)
      const ranges = steps(values).map(Math.abs)
      const width = mean(ranges)
      const kept = mean(ranges.filter((range) => range <= 3.267 * width))
      const expected = {
        n: values.length,
        ucl: centre + (3 * width) / 1.128,
        lcl: centre - (3 * width) / 1.128,
        ucl_266: centre + 2.66 * width,
        mr_bar_screened: kept,
        ucl_screened: centre + (3 * kept) / 1.128,
        mr_out: ranges.flatMap((range, i) => (range > 3.267 * width ? [i + 1] : [])),
        rules: rulesOf(values.map((value) => ((value - centre) / width) * 1.128)),
      }
      const data = { week: values.map((_, i) => i + 1), value: values }
      assert.deepEqual(await differingPlaces('spc_xmr', { data, params: { d2: 1.128 }, expected }), [])
      const own = { rules: rulesOf(values.map((value) => (value - 21) / 2.5)) }
      for (const params of [
        { center: 21, sigma: 2.5 },
        { centre: '21', sigma: 2.5 },
      ]) {
        assert.deepEqual(await differingPlaces('spc_rules', { data: { t: data.week, y: values }, params, expected: own }), [])
      }
    })
    it(`run chart: ${name}`, async () => {
      const sorted = values.toSorted((a, b) => a - b)
      const median = ((sorted[Math.floor((values.length - 1) / 2)] ?? 0) + (sorted[Math.floor(values.length / 2)] ?? 0)) / 2
      const sides = values.filter((value) => value !== median).map((value) => value > median)
      const lengths =
        sides
          .join(' ')
          .match(/(true ?)+|(false ?)+/g)
          ?.map((run) => run.trim().split(' ').length) ?? []
      const coins = Array.from({ length: sides.length }, (_, k) => k)
      const choose = (n: number, k: number) =>
        Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1)
      const below = (k: number) => sum(coins.slice(0, k + 1).map((i) => choose(sides.length - 1, i))) / 2 ** (sides.length - 1)
      const limit = Math.round(Math.log2(sides.length)) + 3
      const fewest = coins.find((k) => below(k) >= 0.05) ?? 0
      const longest = Math.max(...lengths)
      const expected = {
        median,
        n_useful: sides.length,
        n_runs: lengths.length,
        n_crossings: lengths.length - 1,
        longest_run: longest,
        anhoej_longest_run_max: limit,
        anhoej_crossings_min: fewest,
        anhoej_signal: longest > limit || lengths.length - 1 < fewest,
      }
      const got = await answerTo('run_chart', { data: { value: values } })
      assert.deepEqual(await differingPlaces('run_chart', { data: { t: values.map((_, i) => i), value: values }, expected }), [])
      assert.equal((got['shifts_of_6'] as unknown[]).length, lengths.filter((length) => length >= 6).length)
    })
  }
  it('shares of differing sizes, none and all among them: limits stay within 0 and 1', async () => {
    const next = chance(75)
    const sizes = Array.from({ length: 30 }, () => 4 + Math.floor(next() * 200))
    const events = sizes.map((size, i) => (i === 3 ? 0 : i === 7 ? size : Math.floor(size * (0.1 + 0.2 * next()))))
    const share = sum(events) / sum(sizes)
    const spread = sizes.map((size) => Math.sqrt((share * (1 - share)) / size))
    const z = events.map((event, i) => (event / (sizes[i] ?? 1) - share) / (spread[i] ?? 1))
    const sigma = mean(steps(z).map(Math.abs)) / 1.128
    const reach = (times: number) =>
      spread.map((width) => [Math.max(0, share - times * width), Math.min(1, share + times * width)] as const)
    const expected = {
      p_bar: share,
      lcl: reach(3).map(([lower]) => lower),
      ucl: reach(3).map(([, upper]) => upper),
      out_of_control: events.flatMap((event, i) => (Math.abs(z[i] ?? 0) > 3 && event / (sizes[i] ?? 1) <= 1 ? [i + 1] : [])),
      laney_sigma_z: sigma,
      lcl_laney: reach(3 * sigma).map(([lower]) => lower),
      ucl_laney: reach(3 * sigma).map(([, upper]) => upper),
      rules: rulesOf(z),
    }
    assert.deepEqual(await differingPlaces('spc_p', { data: { t: sizes.map((_, i) => i), events, n: sizes }, expected }), [])
    assert.deepEqual(await differingPlaces('spc_p', { data: { n: sizes, Count: events }, expected }), [])
  })
  it('counts over differing areas, and over one area each where the case tells of none', async () => {
    const events = [4, 9, 2, 30, 7, 0, 6, 8, 5, 3]
    const areas = [1, 2, 0.5, 3, 1.5, 1, 2.5, 1, 1, 0.7]
    const rate = sum(events) / sum(areas)
    const expected = {
      u_bar: rate,
      ucl: areas.map((area) => rate + 3 * Math.sqrt(rate / area)),
      lcl: areas.map((area) => Math.max(0, rate - 3 * Math.sqrt(rate / area))),
      rules: rulesOf(events.map((event, i) => (event / (areas[i] ?? 1) - rate) / Math.sqrt(rate / (areas[i] ?? 1)))),
    }
    assert.deepEqual(await differingPlaces('spc_u_c', { data: { t: areas.map((_, i) => i), events, size: areas }, expected }), [])
    const c = { u_bar: mean(events), c_bar: mean(events), ucl: events.map(() => mean(events) + 3 * Math.sqrt(mean(events))) }
    assert.deepEqual(await differingPlaces('spc_u_c', { data: { t: areas.map((_, i) => i), events }, expected: c }), [])
  })
  it('limits may be frozen at the first points', async () => {
    const values = series(76, 30, 12)
    const first = values.slice(0, 12)
    const centre = mean(first)
    const upper = centre + (3 * mean(steps(first).map(Math.abs))) / 1.128
    const data = { t: values.map((_, i) => i), value: values }
    assert.deepEqual(
      await differingPlaces('spc_xmr', { data, params: { d2: 1.128, baseline: 12 }, expected: { mean: centre, ucl: upper } }),
      [],
    )
    const found = await answerTo('spc_xmr', { data, params: { freeze: 12 } })
    assert.ok((found['out_of_control'] as number[]).length > 10)
  })
})
