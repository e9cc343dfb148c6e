import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, differingPlaces, normal } from './case-of.ts'

type Answer = number | null

/** Staff of some schools, one with few and one with a single person; two scales of four options with gaps. */
function survey() {
  const next = chance(95)
  const sizes = { 'Ash Hill': 14, Birch: 9, Cedar: 4, Dale: 11, Elm: 1 }
  const people = Object.entries(sizes).flatMap(([school, size]) => {
    const own = normal(next) / 2
    return Array.from({ length: size }, () => {
      const traits = [own + normal(next), own + normal(next)]
      const answers = [0, 0, 0, 1, 1, 1, 1].map((trait): Answer => {
        const value = Math.min(4, Math.max(1, Math.round(2.5 + ((traits[trait] ?? 0) + normal(next)) * 0.7)))
        return next() < 0.08 ? null : value
      })
      // The second item of the first scale is worded the other way round.
      return { school, answers: answers.map((value, i) => (i === 1 && value !== null ? 5 - value : value)) }
    })
  })
  const names = ['ask1', 'ask2', 'ask3', 'try1', 'try2', 'try3', 'try4']
  const columns = Object.fromEntries(names.map((name, i) => [name, people.map(({ answers }) => answers[i] ?? null)]))
  return { schools: people.map(({ school }) => school), columns }
}

describe('cases from raw survey to report', () => {
  const { schools, columns } = survey()
  const scales = {
    asking: { items: ['ask1', 'ask2', 'ask3'], reversed: 'ask2' },
    trying: { items: ['try1', 'try2', 'try3', 'try4'], reversed: [] },
  }
  const params = { scale_min: 1, scale_max: 4, min_n: 5, score_rule: 'mean of answered items after reversing, if at least 2 answered' }
  const data = { school: schools, person: schools.map((_, p) => p), ...columns }

  for (const [name, { items, reversed }] of Object.entries(scales)) {
    it(`gives for a scale what the single statistics give: ${name}`, async () => {
      const own = Object.fromEntries(items.map((item) => [item, columns[item] ?? []]))
      const turned = items.map((item) => (own[item] ?? []).map((value) => (value !== null && item === reversed ? 5 - value : value)))
      const scores = schools.map((_, p) => {
        const known = turned.map((answers) => answers[p] ?? null).filter((value) => value !== null)
        return known.length < 2 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
      })
      const reversing = { reverse_items: reversed, scale_min: 1, scale_max: 4 }
      const alpha = await answerTo('cronbach_alpha', { data: own, params: reversing })
      const omega = await answerTo('mcdonald_omega', { data: own, params: reversing })
      const byGroup = await answerTo('aggregation_icc_rwg', { data: { school: schools, score: scores }, params: { outcome: 'score' } })
      const rows = Object.fromEntries(items.map((item, i) => [item, turned[i] ?? []]))
      const agreed = await answerTo('aggregation_icc_rwg', { data: { school: schools, ...rows }, params: { items, response_options: 4 } })
      const shrunken = await answerTo('eb_shrinkage', { data: { school: schools, score: scores } })
      const groups = shrunken['schools'] as { group: string; n: number; mean: number; reliability: number; eb_mean: number }[]
      const figures = {
        items,
        n_listwise: alpha['n'],
        alpha: alpha['alpha'],
        omega: omega['omega_total'],
        n_scored: byGroup['n'],
        icc1: byGroup['icc1'],
        icc2: byGroup['icc2'],
        rwgj_mean: (agreed['rwg_j'] as { mean: number }).mean,
        tau2_reml: shrunken['tau2'],
        grand_mean: shrunken['gamma00'],
        schools: groups.map(({ group, n, mean, reliability, eb_mean }) => ({
          school: group,
          n,
          mean,
          reliability,
          eb_mean,
          suppressed: ['Cedar', 'Elm'].includes(group),
        })),
      }
      const expected = { respondents: 39, schools: 5, scales: { [name]: { ...figures, reversed } } }
      assert.deepEqual(await differingPlaces('end_to_end_survey', { data, params, expected }), [])
    })
  }
  it('names the schools to suppress, one bare or several in whatever order', async () => {
    const of = (minimum: number, suppressed_schools: unknown) =>
      differingPlaces('end_to_end_survey', { data, params: { ...params, min_n: minimum }, expected: { scales, suppressed_schools } })
    const places = (found: string[]) => found.filter((line) => line.startsWith('suppressed'))
    assert.deepEqual(places(await of(4, 'Elm')), [])
    assert.deepEqual(places(await of(5, ['Elm', 'Cedar'])), [])
    assert.equal(places(await of(5, ['Elm'])).length, 1)
  })
})
