import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { meanCorrelation } from '@groundwork/measures/groups/mean-correlation.ts'
import type { Persona } from '../support/cast.ts'
import { openWorld, type World } from '../support/world.ts'
import { type Answers, type Held, indexOf, membersOf } from './counts.ts'
import { narrowCounts, openSolver } from './linear-program.ts'
import { figuresOn, numbersIn } from './shown-figures.ts'
import { DISTRICT, ITEMS, knownOf, schoolsWith, sumsBehind, varied } from './small-district.ts'
import { hiddenSums, productBehind, remaining, rowsOfProduct, skippedScores, sumsTold } from './trying-pairs.ts'
import { type Both, LEADERS, type PairView, scoreOf, twoParts, withSecond } from './two-parts.ts'

const LARGE = schoolsWith(varied(34, 3, 71), varied(31, 3, 72), varied(8, 3, 73), varied(36, 3, 74))
/** Three schools too small to be told apart, beside others that are. */
const HIDDEN = schoolsWith(varied(33, 3, 61), varied(15, 4, 62), varied(14, 2, 63), varied(7, 3, 64), varied(8, 3, 65), varied(6, 3, 66))

const OTHERS: Persona[] = ['lucia', 'vera', 'ruth', 'ada', 'stranger', 'sana']

describe('how parts go together, to whoever would learn more from it', () => {
  let world: World
  let district: Awaited<ReturnType<typeof twoParts>>
  before(async () => {
    world = await openWorld()
    district = await twoParts(world)
  })
  after(() => world.close())

  /** The places of which somebody is told how the parts go together over people. */
  async function toldOf(survey: string): Promise<string[]> {
    const all = await Promise.all(Object.keys(LEADERS).map(async (place) => ({ place, view: await district.told(survey, place) })))
    return all.filter(({ view }) => view.scale_correlations.staff.length > 0).map(({ place }) => place)
  }

  /** The fewest people whom somebody who holds all of it can look at apart: a place, or what others leave of the district. */
  function fewestApart(told: readonly string[], answers: Both): number {
    const sizeOf = (place: string) => (place === DISTRICT ? Object.values(answers).flat() : (answers[place] ?? [])).length
    const parts = told.filter((place) => place !== DISTRICT)
    const rests = told.includes(DISTRICT)
      ? subsetsOf(parts).map((some) => sizeOf(DISTRICT) - some.reduce((sum, place) => sum + sizeOf(place), 0))
      : []
    return Math.min(...[...parts.map(sizeOf), ...rests].filter((people) => people > 0))
  }

  it('is never told of fewer than thirty people, not as what others leave either', async () => {
    const all = withSecond(LARGE)
    const [eight, none] = [
      { ...all, cedar: [] },
      { ...all, birch: [] },
    ]
    for (const [answers, places] of [
      [eight, [DISTRICT, 'lincoln']],
      [none, [DISTRICT, 'lincoln', 'rivera']],
    ] as const) {
      const told = await toldOf(await district.ask(answers))
      assert.deepEqual(told, places)
      assert.ok(fewestApart(told, answers) >= 30)
    }
    assert.equal(fewestApart([DISTRICT, 'lincoln', 'birch'], eight), 8, 'told of a school of eight, it would be found')
    assert.equal(fewestApart([DISTRICT, 'lincoln', 'rivera'], eight), 8, 'and as what two others leave')
  })

  it('adds one sum of products to what is told of each part, which leaves every count of answers open', async () => {
    const solver = await openSolver()
    for (const [place, first, fewest] of [
      ['lincoln', LARGE, 5],
      [DISTRICT, HIDDEN, 10],
    ] as const) {
      const all = withSecond(first)
      const told = await district.told(await district.ask(all, fewest), place)
      const [view, other] = viewsOf(told)
      const known = knownOf(first)
      const people = membersOf(known, place).flatMap((school) => all[school] ?? [])
      const scores = people.map((one) => [scoreOf(one, 0) ?? 0, scoreOf(one, 1) ?? 0] as const)
      const [pair] = told.scale_correlations.staff
      const product = productBehind(pair?.correlation ?? 0, sumsTold(known, view), sumsTold(known, other))
      assert.ok(Math.abs(product - scores.reduce((sum, [one, two]) => sum + one * two, 0)) < 1e-6, `${place}: it is found by trying`)
      const others = scores.map(([, score]) => score)
      const held = (of: number): Held[] => [{ place, view, rows: rowsOfProduct(known, indexOf(known, place), others, of) }]
      const given = sumsBehind({ place, view }, first)
      assert.deepEqual(narrowCounts(known, held(Math.round(product)), solver, given), [], place)
      // The program does mind it: with no product at all, it has no solution.
      assert.throws(() => narrowCounts(known, held(0), solver, given), RangeError)
    }
  })

  it('leaves open what the one person scored who left the other part out', async () => {
    const all = withSecond(LARGE)
    const [first = [], ...rest] = all['lincoln'] ?? []
    const answers = { ...all, lincoln: [first.map((value, at) => (at < ITEMS ? value : null)), ...rest] }
    const told = await district.told(await district.ask(answers), 'lincoln')
    const [one, other] = viewsOf(told).map((view) => sumsTold(knownOf(LARGE), view))
    assert.ok(one && other && one.n === 34 && other.n === 33)
    const exact = meanCorrelation(rest.map((both) => ({ one: scoreOf(both, 0), other: scoreOf(both, 1) }))).correlation ?? 0
    assert.deepEqual(skippedScores(knownOf(LARGE), [one, other], { correlation: exact, step: null }), [scoreOf(first, 0)])
    const [pair] = told.scale_correlations.staff
    assert.ok(pair?.step && pair.n === null && Math.abs(pair.correlation - exact) <= pair.step / 2 + 1e-9)
    assert.equal(skippedScores(knownOf(LARGE), [one, other], pair).length, 4 * ITEMS + 1)
  })

  it('follows, between schools, from the sums that were said to be found of hidden schools, and so adds nothing to them', async () => {
    const all = withSecond(HIDDEN)
    const told = await district.told(await district.ask(all, 10), DISTRICT)
    const second: Answers = Object.fromEntries(
      Object.entries(all).map(([school, people]) => [school, people.map((one) => one.slice(ITEMS).map((value) => value ?? 0))]),
    )
    const [view, other] = viewsOf(told)
    assert.equal(sumsBehind({ place: DISTRICT, view }, HIDDEN).length, 3)
    const means = (said: PairView['scales'][number], answers: Answers) => {
      const given = new Map(sumsBehind({ place: DISTRICT, view: said }, answers).map(({ school, n, sum }) => [school, sum / n / ITEMS]))
      for (const one of said.places) if (!one.suppressed && one.mean !== null) given.set(one.place, one.mean)
      return given
    }
    const [ones, others] = [means(view, HIDDEN), means(other, second)]
    const { correlation } = meanCorrelation([...ones].map(([school, one]) => ({ one, other: others.get(school) ?? null })))
    const [pair] = told.scale_correlations.school_means
    assert.equal(pair?.schools, 6)
    assert.ok(Math.abs((correlation ?? 9) - (pair?.correlation ?? 0)) < 1e-9)
  })

  it('is in the API wherever a page or a file shows it, and nobody else is shown any', async () => {
    const survey = await district.ask(withSecond(HIDDEN), 10)
    for (const [place, leader] of Object.entries(LEADERS)) {
      const view = await district.told(survey, place)
      const { scale_correlations: correlations, ...rest } = view
      const [known, without] = [numbersIn(view), numbersIn(rest)]
      for (const [where, figures] of await figuresOn(world, leader, place, survey)) {
        const lacking = figures.filter((figure) => !known(figure))
        assert.deepEqual(lacking, [], `${where} for ${leader}`)
        // It is there at all.
        if (place === DISTRICT && ['the report', 'the table'].includes(where))
          assert.ok(
            figures.some((figure) => !without(figure)),
            where,
          )
      }
      assert.equal(correlations.school_means.length, place === DISTRICT ? 1 : 0)
      for (const persona of OTHERS)
        for (const [where, figures] of await figuresOn(world, persona, place, survey))
          assert.deepEqual(figures, [], `${where} for ${persona}`)
    }
  })

  it('would lead to the sums of hidden schools of sealed answers, were it told of five parts, even to two places', () => {
    const schools = [34, 30, 28, 25, 20, 18, 15, 3, 4, 5]
    const parts = Array.from({ length: 5 }, (_, part) =>
      schools.map((n, at) => varied(n, 2.6 + ((at * (part + 2)) % 5) / 5, 300 + 10 * part + at)),
    )
    const truth = parts.map((own) => own.map((people) => people.flat().reduce((sum, value) => sum + value, 0)))
    const possible = parts.map((own) => hiddenSums(own))
    assert.ok(
      possible.every((own) => own.length >= 20),
      'ICC(1) to two places leaves much open',
    )
    const left = remaining(possible, schools, truth, 2)
    assert.ok(
      left.every((own) => own <= 2),
      `${possible.map((own) => own.length).join(', ')} become ${left.join(', ')}`,
    )
  })

  function viewsOf({ scales }: PairView) {
    const [one, other] = ['part', 'other'].map((key) => scales.find((scale) => scale.key === key) ?? assert.fail(key))
    return [one ?? assert.fail(), other ?? assert.fail()] as const
  }
})

function subsetsOf(all: readonly string[]): string[][] {
  const [first, ...rest] = all
  if (first === undefined) return [[]]
  return subsetsOf(rest).flatMap((some) => [some, [first, ...some]])
}
