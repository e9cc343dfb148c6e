import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  abilitiesByScore,
  andersenTest,
  andersenTestOfRows,
  emptySummary,
  foldAnswers,
  itemFit,
  mantelHaenszel,
  marginalPartialCredit,
  partialCredit,
  personSeparation,
  ratingScale,
  responsePatternsOfRows,
  responseTablesOfRows,
  responseTablesOfSummary,
  weightedAbilitiesByScore,
} from '../src/measures.ts'

const items = ['a', 'b', 'c', 'd']
const answers = [
  [0, 1, 0, 1],
  [1, 1, 0, 0],
  [1, 1, 1, 0],
  [0, 1, 1, 1],
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [1, 1, 0, 1],
  [0, 0, 1, 0],
  [1, 1, 0, 0],
  [0, 1, 0, 1],
  [0, 0, 0, 1],
  [1, 0, 1, 1],
  [0, 0, 0, 0],
  [1, 1, 1, 1],
]
const graded = answers.map((row, person) => row.map((value, i) => value + ((person + i) % 3 === 0 ? 1 : 0)))

describe('the conditional model', () => {
  it('puts difficulties around zero, the harder the fewer solve it', () => {
    const model = partialCredit(responseTablesOfRows(items, answers))
    const places = model?.items.map((item) => item.location ?? 0) ?? []
    assert.ok(Math.abs(places.reduce((total, value) => total + value, 0)) < 1e-9)
    assert.ok((places[1] ?? 1) < (places[0] ?? 0) && (places[0] ?? 1) < (places[2] ?? 0))
  })
  it('gives the same from a summary as from rows', () => {
    const shape = { items: items.map((name) => ({ name, least: 0, categories: 2 })) }
    const summary = foldAnswers(
      emptySummary(shape),
      answers.map((row) => ({ answers: row })),
    )
    assert.deepEqual(partialCredit(responseTablesOfSummary(summary)), partialCredit(responseTablesOfRows(items, answers)))
  })
  it('starts each item at its lowest answer, from a summary as from rows', () => {
    const shape = { items: items.map((name) => ({ name, least: 1, categories: 5 })) }
    const lifted = graded.map((row) => row.map((value) => value + 2))
    const summary = foldAnswers(
      emptySummary(shape),
      lifted.map((row) => ({ answers: row })),
    )
    const fromRows = partialCredit(responseTablesOfRows(items, lifted))
    assert.deepEqual(partialCredit(responseTablesOfSummary(summary)), fromRows)
    assert.deepEqual(fromRows, partialCredit(responseTablesOfRows(items, graded)))
    assert.equal(weightedAbilitiesByScore(fromRows?.items ?? []).length, 9)
  })
  it('does not depend on the order of people, and moves with the order of items', () => {
    const model = partialCredit(responseTablesOfRows(items, graded))
    const turned = partialCredit(
      responseTablesOfRows(
        items.toReversed(),
        graded.toReversed().map((row) => row.toReversed()),
      ),
    )
    for (const [i, item] of (model?.items ?? []).entries()) {
      assert.ok(Math.abs((item.location ?? 0) - (turned?.items[3 - i]?.location ?? 9)) < 1e-7)
    }
  })
  it('lets the rating scale fit no better than the partial credit model, both alike for items of two categories', () => {
    const tables = responseTablesOfRows(items, graded)
    assert.ok((partialCredit(tables)?.logLikelihood ?? -Infinity) >= (ratingScale(tables)?.logLikelihood ?? 0) - 1e-9)
    const binary = responseTablesOfRows(items, answers)
    assert.ok(Math.abs((partialCredit(binary)?.logLikelihood ?? 0) - (ratingScale(binary)?.logLikelihood ?? 1)) < 1e-9)
  })
  it('has nulls for an item that does not vary, and is null where none does', () => {
    const flat = answers.map((row) => [...row.slice(0, 3), 1])
    const model = partialCredit(responseTablesOfRows(items, flat))
    assert.deepEqual(model?.items[3]?.thresholds, [])
    assert.equal(model?.items[3]?.location, null)
    assert.equal(
      partialCredit(
        responseTablesOfRows(items, [
          [0, 0, 0, 0],
          [0, 0, 0, 0],
        ]),
      ),
      null,
    )
  })
  it('leaves a hole where a category was never chosen', () => {
    const holed = answers.map((row) => [(row[0] ?? 0) * 2, ...row.slice(1)])
    const model = partialCredit(responseTablesOfRows(items, holed))
    assert.deepEqual(model?.items[0]?.thresholds, [null, null])
    assert.notEqual(model?.items[0]?.location, null)
  })
  it('refuses answers that are not whole', () => {
    assert.throws(
      () =>
        responseTablesOfRows(
          ['a', 'b'],
          [
            [0, 0.5],
            [1, 1],
          ],
        ),
      RangeError,
    )
  })
})

describe('the conditional model with gaps', () => {
  const gaps = answers.map((row, person) => row.map((value, i) => ((person * 5 + i) % 7 === 0 ? null : value)))
  it('is that without gaps where there are none', () => {
    assert.deepEqual(partialCredit(responsePatternsOfRows(items, graded)), partialCredit(responseTablesOfRows(items, graded)))
  })
  it('uses what people with gaps did answer', () => {
    const source = responsePatternsOfRows(items, gaps)
    const model = partialCredit(source) ?? assert.fail()
    assert.equal(model.n, answers.length)
    assert.ok(Math.abs(model.items.reduce((total, item) => total + (item.location ?? 0), 0)) < 1e-9)
    assert.ok(itemFit(model, source).every((fit) => (fit.infit ?? 0) > 0))
    assert.ok(personSeparation(model, source).extreme > 0)
  })
  it('makes of two halves that share no person what each half says of its own items', () => {
    const left = answers.map((row) => [...row.slice(0, 2), null, null])
    const right = answers.map((row) => [null, ...row.slice(1, 3), null])
    const linked = partialCredit(responsePatternsOfRows(items, [...left, ...right]))
    const alone = partialCredit(
      responseTablesOfRows(
        ['a', 'b'],
        answers.map((row) => row.slice(0, 2)),
      ),
    )
    const distance = (model: typeof linked) => (model?.items[0]?.location ?? 0) - (model?.items[1]?.location ?? 9)
    assert.ok(Math.abs(distance(linked) - distance(alone)) < 1e-6)
  })
})

describe('people on the line', () => {
  const tables = responseTablesOfRows(items, answers)
  const model = partialCredit(tables)
  it('rise with their scores, Warm less far out than maximum likelihood', () => {
    const plain = abilitiesByScore(model?.items ?? [])
    const warm = weightedAbilitiesByScore(model?.items ?? [])
    assert.deepEqual(
      plain.map((one) => one.score),
      [1, 2, 3],
    )
    assert.deepEqual(
      warm.map((one) => one.theta),
      warm.map((one) => one.theta).toSorted((a, b) => a - b),
    )
    assert.ok(Math.abs(warm[1]?.theta ?? 9) < Math.abs(plain[0]?.theta ?? 0))
  })
  it('may be told apart worse than by chance, which stays negative', () => {
    const separation = personSeparation(model ?? assert.fail(), tables)
    assert.equal(separation.extreme, 2)
    assert.ok((separation.reliability ?? 1) < 0)
    assert.equal(separation.separation, null)
  })
  it('fit the items about as the model says', () => {
    for (const { infit } of itemFit(model ?? assert.fail(), tables)) assert.ok((infit ?? 0) > 0.3 && (infit ?? 9) < 2)
  })
  it('cannot be split where an item does not vary in a part, unless it is left out', () => {
    const low = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]
    const tilted = [...answers.map((row) => row.slice(0, 3)), ...low, ...low].map((row) => {
      const score = row.reduce((total, value) => total + value, 0)
      return [...row, score > 1 ? 1 : 0]
    })
    assert.equal(andersenTest(responseTablesOfRows(items, tilted), partialCredit), null)
    assert.deepEqual(andersenTestOfRows(items, tilted, partialCredit)?.excluded, ['d'])
  })
})

describe('the marginal model', () => {
  it('agrees with the conditional one on the distances of the items', () => {
    const many = Array.from({ length: 6 }, () => answers).flat()
    const marginal = marginalPartialCredit(items, many)
    const conditional = partialCredit(responseTablesOfRows(items, many))
    const distance = (places: (number | null | undefined)[]) => (places[2] ?? 0) - (places[1] ?? 0)
    const ours = distance(marginal?.items.map((item) => item.thresholds[0]) ?? [])
    assert.ok(Math.abs(ours - distance(conditional?.items.map((item) => item.location) ?? [])) < 0.3)
  })
  it('passes over gaps, and is null without people', () => {
    assert.equal(
      marginalPartialCredit(
        items,
        answers.map((row) => [...row.slice(0, 3), null]),
      )?.n,
      answers.length,
    )
    assert.equal(marginalPartialCredit(items, []), null)
  })
})

describe('an item between groups', () => {
  it('turns its sign with the groups', () => {
    const count = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count, count), { minLength: 1, maxLength: 5 }), (strata) => {
        const of = (turn: boolean) =>
          mantelHaenszel(
            strata.map(([a, b, c, d]) =>
              turn
                ? { referenceRight: c, referenceWrong: d, focalRight: a, focalWrong: b }
                : { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d },
            ),
          )
        assert.ok(Math.abs((of(true).delta ?? 0) + (of(false).delta ?? 1)) < 1e-9)
        assert.equal(of(true).ets, of(false).ets)
      }),
    )
  })
  it('says nothing without people', () => {
    assert.deepEqual(mantelHaenszel([]), { oddsRatio: null, delta: null, logStandardError: null, chiSquare: null, p: null, ets: null })
  })
})
