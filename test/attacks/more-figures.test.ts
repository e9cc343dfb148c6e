import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../support/world.ts'
import { answersOf, cell, type Group } from './counts.ts'
import { narrowCounts, openSolver, type Solver } from './linear-program.ts'
import { rowsBehindReliability } from './reliability-as-rows.ts'
import { DISTRICT, knownOf, schoolsWith, smallDistrict, sumsBehind, varied } from './small-district.ts'

/** People who answer all questions from one mood, so that these measure something together. */
function moody(n: number, middle: number, seed: number): number[][] {
  const [moods, noise] = [varied(n, middle, seed), varied(n, 3, seed + 500)]
  return moods.map(([mood = 3], at) =>
    (noise[at] ?? []).map((one) => Math.min(5, Math.max(1, mood + (one > 3 ? 1 : 0) - (one < 2 ? 1 : 0)))),
  )
}

const MOODY = schoolsWith(moody(33, 3, 61), moody(31, 4, 62), moody(14, 2, 63), moody(12, 3, 64), moody(10, 3, 65), moody(11, 3, 66))

const inTurns = (at: number): Group => (at % 2 === 0 ? 'leading' : 'teaching')

describe('figures that are no counts, beside all that are', () => {
  let world: World
  let district: Awaited<ReturnType<typeof smallDistrict>>
  let solver: Solver
  before(async () => {
    world = await openWorld()
    district = await smallDistrict(world)
    solver = await openSolver()
  })
  after(() => world.close())

  it('alpha and omega leave every count open, even to whoever finds all sums behind them', async () => {
    const survey = await district.ask(MOODY, 10)
    for (const place of [DISTRICT, 'lincoln']) {
      const told = await district.told(survey, place)
      assert.ok(told.view.alpha !== null && typeof told.view.omega === 'number', place)
      const known = knownOf(MOODY)
      const found = narrowCounts(known, [{ ...told, rows: rowsBehindReliability(known, place) }], solver, sumsBehind(told, MOODY), place)
      assert.deepEqual(found, [], place)
    }
  })

  it('would find the counts of a part of two answers in such sums', async () => {
    const survey = await district.ask(MOODY, 10)
    const told = await district.told(survey, 'lincoln')
    const known = knownOf(MOODY)
    const inTwo = answersOf(known).filter((answer) => answer !== 1 && answer !== 3)
    const rows = inTwo.map((answer) => `${cell(known, 'lincoln', 0, answer)} = ${countOf('lincoln', 0, answer)}`)
    const found = narrowCounts(known, [{ ...told, rows: [...rowsBehindReliability(known, 'lincoln'), ...rows] }], solver, [], 'lincoln')
    assert.deepEqual(
      found.filter(({ item }) => item === 0).map(({ answer, least, most }) => [answer, least, most]),
      answersOf(known).map((answer) => [answer, countOf('lincoln', 0, answer), countOf('lincoln', 0, answer)]),
    )
  })

  function countOf(school: string, item: number, answer: number): number {
    return (MOODY[school] ?? []).filter((person) => person[item] === answer + 1).length
  }

  it('groups leave every count open, those of each group as well', async () => {
    const told = await district.told(await district.ask(MOODY, 10, inTurns), DISTRICT)
    assert.deepEqual([told.view.groups?.groups.length, told.view.groups?.gaps.length], [2, 1])
    const known = { ...knownOf(MOODY), groupOf: inTurns }
    assert.deepEqual(narrowCounts(known, [told], solver, sumsBehind(told, MOODY)), [])
  })

  it('would find the lowest answers of a group of one mind in its mean, which is not told', async () => {
    const alone = Object.fromEntries(
      Object.entries(MOODY).map(([school, people]) => [school, people.map((one, at) => (inTurns(at) === 'leading' ? [5, 5, 5] : one))]),
    )
    const told = await district.told(await district.ask(alone, 10, inTurns), DISTRICT)
    assert.deepEqual(told.view.groups?.groups, [])
    const known = { ...knownOf(alone), groupOf: inTurns }
    const n = Object.values(alone)
      .flatMap((people) => [...people.keys()])
      .filter((at) => inTurns(at) === 'leading').length
    const groups = { groups: [{ group: 'leading' as const, n, mean: 5 }], gaps: told.view.groups?.gaps ?? [] }
    const found = narrowCounts(known, [{ ...told, view: { ...told.view, groups } }], solver, [], `leading at ${DISTRICT}`)
    assert.ok(found.some(({ answer, most }) => answer === 0 && most < 3))
  })
})
