import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, itemColumns } from './case-of.ts'

type Row = (number | null)[]

/** Answers of a partial credit model with the given steps, some missing. */
function answers(seed: number, people: number, steps: readonly (readonly number[])[], missing = 0): Row[] {
  const next = chance(seed)
  return Array.from({ length: people }, () => {
    const ability = (next() + next() + next() - 1.5) * 2
    return steps.map((own) => {
      const weights = [0, ...own].map((_, x) => Math.exp(own.slice(0, x).reduce((sum, step) => sum + ability - step, 0)))
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const answer = weights.findIndex((weight) => (left -= weight) < 0)
      return next() < missing ? null : answer
    })
  })
}

/** All answers to items of so many steps each. */
function patternsOf(steps: readonly number[]): number[][] {
  return steps.reduce<number[][]>(
    (some, most) => some.flatMap((pattern) => Array.from({ length: most + 1 }, (_, x) => [...pattern, x])),
    [[]],
  )
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const known = (row: Row) => row.filter((value) => value !== null)
const weightOf = (cumulative: readonly (readonly number[])[], pattern: readonly number[]) =>
  Math.exp(-sum(pattern.map((x, i) => cumulative[i]?.[x] ?? 0)))

/** ln of the chance of each person's answers among all with that raw score, every pattern written out. */
function logLikelihood(rows: readonly Row[], cumulative: readonly (readonly number[])[]): number {
  return sum(
    rows.map((row) => {
      const own = cumulative.filter((_, i) => row[i] !== null)
      const all = patternsOf(own.map((item) => item.length - 1)).filter((pattern) => sum(pattern) === sum(known(row)))
      return Math.log(weightOf(own, known(row)) / sum(all.map((pattern) => weightOf(own, pattern))))
    }),
  )
}

function cumulativeOf(thresholds: unknown): number[][] {
  return Object.values(thresholds as Record<string, number[]>).map((steps) => [0, ...steps.map((_, x) => sum(steps.slice(0, x + 1)))])
}

/** At the maximum no small change of a parameter raises the likelihood. */
function assertTop(rows: readonly Row[], cumulative: number[][], directions: readonly (readonly (readonly number[])[])[]): void {
  const top = logLikelihood(rows, cumulative)
  for (const direction of directions) {
    for (const size of [-0.01, 0.01]) {
      const moved = cumulative.map((item, i) => item.map((value, x) => value + size * (direction[i]?.[x] ?? 0)))
      assert.ok(logLikelihood(rows, moved) < top, JSON.stringify(direction))
    }
  }
}

const eachCell = (cumulative: number[][]) =>
  cumulative.flatMap((item, i) =>
    item.slice(1).map((_, x) => cumulative.map((other, j) => other.map((__, y) => (i === j && y === x + 1 ? 1 : 0)))),
  )

describe('cases of Rasch models', () => {
  const dichotomous = [[-1], [-0.3], [0.4], [1]]
  for (const [name, rows] of [
    ['four items', answers(31, 90, dichotomous)],
    ['two items', answers(32, 40, [[-0.5], [0.5]])],
    ['four items with gaps', answers(33, 90, dichotomous, 0.15).filter((row) => known(row).length > 1)],
  ] as const) {
    it(`of two categories: ${name}`, async () => {
      const got = await answerTo('rasch_cml', { data: itemColumns(rows) })
      const difficulties = Object.values(got['item_difficulty'] as Record<string, number>)
      assert.ok(Math.abs(sum(difficulties)) < 1e-9)
      const cumulative = difficulties.map((value) => [0, value])
      assert.ok(Math.abs(logLikelihood(rows, cumulative) - Number(got['conditional_loglik'])) < 1e-8)
      assertTop(rows, cumulative, eachCell(cumulative))
    })
  }
  for (const [name, rows] of [
    [
      'as many steps each',
      answers(34, 80, [
        [-1, 0.5],
        [0, 0.2],
        [-0.2, 1],
      ]),
    ],
    ['one step to three', answers(35, 90, [[-1, 0.5], [0.1], [-0.5, 0.2, 1]])],
    ['with gaps', answers(36, 90, [[-1, 0.5], [0.1], [-0.5, 0.2, 1]], 0.1).filter((row) => known(row).length > 1)],
    [
      'the lowest answer of an item is 1',
      answers(37, 80, [
        [-1, 0.5],
        [0, 0.2],
        [-0.2, 1],
      ]).map(([a, ...rest]) => [Number(a) + 1, ...rest]),
    ],
  ] as const) {
    it(`partial credit: ${name}`, async () => {
      const got = await answerTo('partial_credit_cml', { data: itemColumns(rows) })
      const cumulative = cumulativeOf(got['thresholds'])
      const least = Math.min(...known(rows.map((row) => row[0] ?? null)))
      const shifted = rows.map((row) => row.map((value, i) => (i === 0 && value !== null ? value - least : value)))
      assert.ok(Math.abs(logLikelihood(shifted, cumulative) - Number(got['conditional_loglik'])) < 1e-8)
      assertTop(shifted, cumulative, eachCell(cumulative))
      assert.equal((got['wle_by_raw_score'] as object[]).length, sum(cumulative.map((item) => item.length - 1)) + 1)
    })
  }
  it('rating scale: an item whose top category nobody chose has the steps of all, with and without gaps', async () => {
    const full = answers(38, 70, [
      [-1, 0, 1],
      [-0.6, 0.4, 1.4],
      [-0.2, 0.8, 1.8],
      [-1.2, -0.2, 0.8],
    ])
    const gaps = chance(39)
    const rows = full.map((row) => row.map((value, i) => (i === 2 && value === 3 ? 2 : value)))
    for (const some of [
      rows,
      rows.map((row) => row.map((value) => (gaps() < 0.1 ? null : value))).filter((row) => known(row).length > 1),
    ]) {
      const got = await answerTo('rating_scale_cml', { data: itemColumns(some) })
      const thresholds = Object.values(got['thresholds'] as Record<string, number[]>)
      const steps = thresholds.map((own) => own.slice(1).map((value, x) => value - (own[x] ?? 0)))
      for (const own of steps)
        assert.deepEqual(
          own.map((value) => value.toFixed(8)),
          steps[0]?.map((value) => value.toFixed(8)),
        )
      assert.equal(steps[2]?.length, 2)
      const cumulative = cumulativeOf(got['thresholds'])
      assert.ok(Math.abs(logLikelihood(some, cumulative) - Number(got['conditional_loglik'])) < 1e-8)
      const ofItems = cumulative.map((_, i) => cumulative.map((other, j) => other.map((__, x) => (i === j ? x : 0))))
      const ofSteps = [2, 3].map((step) => cumulative.map((other) => other.map((_, x) => (x >= step ? 1 : 0))))
      assertTop(some, cumulative, [...ofItems, ...ofSteps])
    }
  })
  it("Andersen's test splits people at the median of those who answered the same", async () => {
    const rows = answers(40, 160, dichotomous, 0.12).filter((row) => known(row).length > 1)
    const high = rows.map((row) => {
      const alike = rows.filter((other) => other.every((value, i) => (value === null) === (row[i] === null)))
      const scores = alike.map((other) => sum(known(other))).toSorted((a, b) => a - b)
      const middle = ((scores[Math.floor((scores.length - 1) / 2)] ?? 0) + (scores[Math.floor(scores.length / 2)] ?? 0)) / 2
      return sum(known(row)) > middle
    })
    const fit = async (some: readonly Row[]) => Number((await answerTo('rasch_cml', { data: itemColumns(some) }))['conditional_loglik'])
    const apart = (await fit(rows.filter((_, p) => high[p]))) + (await fit(rows.filter((_, p) => !high[p])))
    const { andersen_lr: test } = (await answerTo('rasch_cml', { data: itemColumns(rows) })) as {
      andersen_lr: { statistic: number; df: number }
    }
    assert.ok(Math.abs(test.statistic - 2 * (apart - (await fit(rows)))) < 1e-7)
    assert.equal(test.df, 3)
  })
  it('people of all or no points are counted as extreme, and a first column of names is no item', async () => {
    const rows = answers(41, 60, dichotomous)
    const extreme = rows.filter((row) => [0, 4].includes(sum(known(row)))).length
    const plain = await answerTo('rasch_cml', { data: itemColumns(rows) })
    assert.equal(plain['n_extreme'], extreme)
    assert.deepEqual(await answerTo('rasch_cml', { data: { person: rows.map((_, p) => p), ...itemColumns(rows) } }), plain)
  })
  for (const [name, nodes, abilities, close] of [
    ['the usual nodes', undefined, Array.from({ length: 801 }, (_, q) => -8 + q / 50), 1e-4],
    ['nodes as the case has them', '15 equally spaced from -3.5 to 3.5', Array.from({ length: 15 }, (_, q) => -3.5 + q / 2), 1e-8],
  ] as const) {
    it(`marginal likelihood: the deviance is that of the integral, with gaps and differing steps, over ${name}`, async () => {
      const rows = answers(42, 90, [[-1, 0.5], [0.1], [-0.5, 0.2, 1]], 0.1).filter((row) => known(row).length > 0)
      const got = await answerTo('partial_credit_mml', { data: itemColumns(rows), params: { nodes } })
      const steps = got['thresholds'] as Record<string, number>
      const cumulative = ['i1', 'i2', 'i3'].map((item) => {
        const own = Object.entries(steps).flatMap(([key, value]) => (key.startsWith(`${item}_`) ? [value] : []))
        return [0, ...own.map((_, x) => sum(own.slice(0, x + 1)))]
      })
      const heights = abilities.map((ability) => Math.exp(-(ability ** 2) / (2 * Number(got['sigma2']))))
      const likelihood = (row: Row, ability: number) =>
        row.reduce((product: number, value, i) => {
          const weights = (cumulative[i] ?? []).map((beta, x) => Math.exp(x * ability - beta))
          return value === null ? product : (product * (weights[value] ?? 0)) / sum(weights)
        }, 1)
      const deviance =
        -2 *
        sum(rows.map((row) => Math.log(sum(abilities.map((ability, q) => (heights[q] ?? 0) * likelihood(row, ability))) / sum(heights))))
      assert.ok(Math.abs(deviance - Number(got['deviance'])) < close, `${deviance} ${String(got['deviance'])}`)
    })
  }
})
