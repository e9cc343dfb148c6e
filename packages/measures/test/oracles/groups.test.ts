import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, differingPlaces, normal } from './case-of.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length

/** −2 ln of the restricted likelihood of a random intercept, each group's own matrix inverted by hand. */
function criterion(groups: readonly (readonly number[])[], between: number, within: number): number {
  const weights = groups.map((group) => group.length / (within + group.length * between))
  const centre = sum(groups.map((group, g) => (weights[g] ?? 0) * mean(group))) / sum(weights)
  const parts = groups.map((group) => {
    const apart = sum(group.map((value) => (value - mean(group)) ** 2)) / within
    const own = ((mean(group) - centre) ** 2 * group.length) / (within + group.length * between)
    return apart + own + (group.length - 1) * Math.log(within) + Math.log(within + group.length * between)
  })
  return sum(parts) + Math.log(sum(weights)) + (groups.flat().length - 1) * Math.log(2 * Math.PI)
}

function groupsOf(seed: number, sizes: readonly number[], apart: number): number[][] {
  const next = chance(seed)
  return sizes.map((size) => {
    const own = apart * normal(next)
    return Array.from({ length: size }, () => Math.round((own + normal(next)) * 100) / 100)
  })
}

const long = (groups: readonly (readonly number[])[], name: (g: number) => string | number) => ({
  group: groups.flatMap((group, g) => group.map(() => name(g))),
  value: groups.flat(),
})

describe('cases of groups', () => {
  for (const [name, sizes, apart] of [
    ['a group of one among others', [1, 3, 8, 5, 2], 0.8],
    ['groups alike in size', [4, 4, 4, 4, 4, 4], 0.5],
    ['groups that do not differ', [6, 7, 8], 0],
  ] as const) {
    it(`shrunken means: ${name}`, async () => {
      const groups = groupsOf(51, sizes, apart)
      if (apart === 0) for (const group of groups) group.push(-sum(group))
      const { group, value } = long(groups, (g) => 7 - g)
      const got = await answerTo('eb_shrinkage', {
        data: { school: group, score: value },
        expected: { schools: [{ group: '5' }, { group: '7' }] },
      })
      const [between, within] = [Number(got['tau2']), Number(got['sigma2'])]
      const least = criterion(groups, between, within)
      assert.ok(Math.abs(least - Number(got['reml_criterion'])) < 1e-8)
      for (const [b, w] of [
        [between + 0.02, within],
        [Math.max(0, between - 0.02), within],
        [between, within * 1.05],
        [between, within * 0.95],
      ]) {
        assert.ok(criterion(groups, b ?? 0, w ?? 0) >= least - 1e-9)
      }
      assert.equal(between === 0, apart === 0)
      const [first] = got['schools'] as { group: string; mean: number; eb_mean: number; n: number }[]
      assert.equal(first?.group, '5')
      assert.ok(Math.abs((first?.mean ?? 0) - mean(groups[2] ?? [])) < 1e-9)
      const kept = between / (between + within / (groups[2]?.length ?? 0))
      assert.ok(Math.abs((first?.eb_mean ?? 0) - Number(got['gamma00']) - kept * ((first?.mean ?? 0) - Number(got['gamma00']))) < 1e-9)
    })
  }
  it('shrunken means: the units may be called schools in the answer', async () => {
    const { group, value } = long(groupsOf(52, [3, 4, 5], 1), (g) => `S${g}`)
    const got = await answerTo('eb_shrinkage', { data: { group, value } })
    const schools = (got['schools'] as { group: string; n: number }[]).map(({ group: school, n }) => ({ school, n })).toReversed()
    assert.deepEqual(await differingPlaces('eb_shrinkage', { data: { group, value }, expected: { schools } }), [])
  })
  it('known variances: no spread beyond error gives zero and the one mean to all; standard errors serve as well', async () => {
    const values = [28, 8, -3, 7, -1, 1, 18, 12]
    const errors = [15, 10, 16, 11, 9, 11, 10, 18]
    const weights = errors.map((error) => error ** -2)
    const pooled = sum(values.map((value, i) => value * (weights[i] ?? 0))) / sum(weights)
    const expected = {
      tau2_reml: 0,
      tau2_dl: 0,
      I2_dl: 0,
      mu_reml: pooled,
      se_mu_reml: sum(weights) ** -0.5,
      shrinkage_reml: values.map(() => 0),
      blup_reml: values.map(() => pooled),
      blup_se_reml: values.map(() => sum(weights) ** -0.5),
    }
    const variances = { unit: values.map((_, i) => i), yi: values, vi: errors.map((error) => error ** 2) }
    assert.deepEqual(await differingPlaces('eb_known_variance', { data: variances, expected }), [])
    const bySe = await answerTo('eb_known_variance', { data: { y: values, sei: errors } })
    assert.deepEqual(bySe, await answerTo('eb_known_variance', { data: variances }))
  })
  it('agreement: a group of one is null, more spread than chance is 0, and a case without options has none', async () => {
    const data = { team: ['a', 'b', 'b', 'c', 'c', 'c', null], x: [3, 1, 5, 4, 4, 5, 2], y: [3, 1, 5, 4, null, 5, 2] }
    const params = { group: 'team', outcome: 'x', items: ['x', 'y'], response_options: 5 }
    const variance = 1 / 3
    const expected = {
      groups: 3,
      n: 6,
      rwg_single: {
        item: 'x',
        sigma_eu_sq: 2,
        by_group: { a: null, b: 0, c: 1 - variance / 2 },
        mean: (1 - variance / 2) / 2,
        share_ge_070: 0.5,
      },
      ad_mean_single: { by_group: { a: null, b: 2, c: 4 / 9 }, mean: (2 + 4 / 9) / 2 },
      rwg_j: { items: ['x', 'y'], by_group: { a: null, b: 0, c: (2 * 0.75) / (2 * 0.75 + 0.25) } },
    }
    assert.deepEqual(await differingPlaces('aggregation_icc_rwg', { data, params, expected }), [])
    const byRange = { ...params, response_options: null, scale_min: 1, scale_max: 5 }
    assert.deepEqual(await differingPlaces('aggregation_icc_rwg', { data, params: byRange, expected }), [])
    const none = { groups: 3, rwg_single: null, ad_mean_single: null, rwg_j: null }
    assert.deepEqual(await differingPlaces('aggregation_icc_rwg', { data, params: { group: 'team', outcome: 'x' }, expected: none }), [])
  })
  it('agreement: groups that differ less than people do have a negative ICC, and it stays', async () => {
    const groups = [
      [1, 5],
      [2, 4],
      [1, 5],
      [3, 3],
    ]
    const { group, value } = long(groups, (g) => g)
    const within = sum(groups.map(([a = 0, b = 0]) => (a - b) ** 2 / 2)) / 4
    const expected = { ms_between: 0, ms_within: within, icc1: -1, icc1_n0: -1, icc2: null, eta_squared: 0, F: 0, p: 1 }
    assert.deepEqual(
      await differingPlaces('aggregation_icc_rwg', { data: { g: group, v: value }, params: { group: 'g', outcome: 'v' }, expected }),
      [],
    )
  })
  it('change of people: with gaps, other names, and any confidence', async () => {
    const [before, after] = [
      [10, 12, 14, null, 16],
      [13, 12, 20, 15, 9],
    ]
    const sd = Math.sqrt((9 + 1 + 1 + 9) / 3)
    const error = sd * Math.sqrt(0.2)
    const expected = {
      n: 4,
      sd_pre: sd,
      sem: error,
      s_diff: error * Math.SQRT2,
      mdc95: 1.96 * error * Math.SQRT2,
      improved: 1,
      worsened: 1,
      unchanged: 2,
    }
    const data = { person: [1, 2, 3, 4, 5], before, after }
    assert.deepEqual(
      await differingPlaces('sem_mdc_rci', {
        data,
        params: { reliability: '0.8', confidence: 0.9 },
        expected: { ...expected, ci95_halfwidth: 1.645 * error },
      }),
      [],
    )
    await assert.rejects(answerTo('sem_mdc_rci', { data }), /reliability/)
  })
})
