import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Persona } from '../support/cast.ts'
import { openWorld, type World } from '../support/world.ts'
import type { Answers, Held } from './counts.ts'
import { narrowCounts, openSolver, type Solver } from './linear-program.ts'
import { alike, CATEGORIES, DISTRICT, ITEMS, knownOf, schoolsWith, smallDistrict, sumsBehind, sumsOf, varied } from './small-district.ts'
import { hiddenBy } from './trying-all.ts'
import { figuresOn, numbersIn } from './shown-figures.ts'

/** Districts in which something could go wrong: tiny schools, schools of one mind, one school hidden beside all others. */
const DISTRICTS: Record<string, Answers> = {
  'three tiny schools': schoolsWith(
    varied(34, 3, 11),
    varied(14, 4, 12),
    varied(16, 3, 13),
    varied(3, 3, 14),
    varied(4, 3, 15),
    varied(3, 3, 16),
  ),
  'a tiny school of one mind': schoolsWith(
    varied(31, 3, 21),
    varied(12, 4, 22),
    varied(13, 2, 23),
    alike(4, 5),
    varied(4, 3, 24),
    varied(2, 2, 25),
  ),
  'one hidden school': schoolsWith(varied(20, 3, 31), varied(12, 3, 32), varied(11, 4, 33), varied(15, 3, 34), alike(2, 1)),
  'schools of one mind': schoolsWith(alike(12, 5), alike(6, 1), varied(14, 3, 41), varied(11, 3, 42), alike(3, 5), alike(4, 5)),
  'nearly of one mind': schoolsWith(
    [...alike(11, 5), [5, 5, 4]],
    [...alike(5, 1), [1, 2, 1]],
    varied(11, 4, 51),
    alike(10, 3),
    varied(3, 3, 52),
  ),
}

/** Small schools, but none so small or so much of one mind that figures of all schools would tell of it. */
const TOLD = schoolsWith(varied(33, 3, 61), varied(15, 4, 62), varied(14, 2, 63), varied(7, 3, 64), varied(8, 3, 65), varied(6, 3, 66))

const OTHERS: Persona[] = ['lucia', 'vera', 'ruth', 'ada', 'stranger', 'sana']

describe('the linear program over all that leaders are told', () => {
  let world: World
  let district: Awaited<ReturnType<typeof smallDistrict>>
  let solver: Solver
  before(async () => {
    world = await openWorld()
    district = await smallDistrict(world)
    solver = await openSolver()
  })
  after(() => world.close())

  async function toldIn(survey: string, part: 'part' | 'choice'): Promise<[Held, Held, Held]> {
    return [
      await district.told(survey, DISTRICT, part),
      await district.told(survey, 'lincoln', part),
      await district.told(survey, 'rivera', part),
    ]
  }

  for (const [name, answers] of Object.entries(DISTRICTS))
    it(`tells no count to within less than three: ${name}`, async () => {
      const survey = await district.ask(answers)
      for (const part of ['part', 'choice'] as const) await assertOpen(answers, await toldIn(survey, part))
    })

  it('tells none either where figures of all schools are told, and with them all sums behind these', async () => {
    const told = await toldIn(await district.ask(TOLD, 10), 'part')
    assert.ok(told[0].view.schools)
    assert.equal(sumsBehind(told[0], TOLD).length, 3)
    await assertOpen(TOLD, told)
  })

  it('finds these by trying all: how many answered at three hidden schools, and their means', async () => {
    const { view } = await district.told(await district.ask(TOLD, 10), DISTRICT)
    const found = hiddenBy(knownOf(TOLD), view, 9)
    const hidden = sumsBehind({ place: DISTRICT, view }, TOLD).map(({ n, sum }) => `${n} with ${sum}`)
    assert.deepEqual(found, [hidden.toSorted().join(', ')])
  })

  async function assertOpen(answers: Answers, [whole, one, other]: [Held, Held, Held]): Promise<void> {
    const behind = sumsBehind(whole, answers)
    const attack = (held: Held[], given = behind) => narrowCounts(knownOf(answers), held, solver, given)
    assert.deepEqual(attack([whole]), [], 'the district leader')
    assert.deepEqual(attack([one], []), [], 'the leader of one school')
    assert.deepEqual(attack([one, other], []), [], 'the leaders of two schools together')
    // Whoever has the whole and some of its parts comes nearer to the rest, and nobody can lead both without being asked to; no count becomes certain.
    const together = attack([whole, one, other]).filter(({ least, most }) => least === most)
    assert.deepEqual(together, [], 'two principals and the district leader together')
  }

  it('would find the exact counts of one school', async () => {
    const answers = DISTRICTS['three tiny schools'] ?? {}
    const own = await district.told(await district.ask(answers), 'rivera')
    const people = (answers['rivera'] ?? []).filter(([first]) => first === 4).length
    const found = narrowCounts(knownOf(answers), [{ ...own, exactCounts: [{ item: 0, answer: 3, people }] }], solver, [], 'rivera')
    assert.ok(
      found.some((one) => one.place === 'rivera' && one.item === 0 && one.answer === 3 && one.least === people && one.most === people),
    )
  })

  it('would find a small school in the mean of a district beside those of all other schools', async () => {
    const answers = DISTRICTS['one hidden school'] ?? {}
    const whole = await district.told(await district.ask(answers), DISTRICT)
    const places = sumsOf(answers).map(({ school, n, sum }) => {
      const mean = sum / n / ITEMS
      return school === 'dogwood'
        ? { place: school, suppressed: true as const }
        : { place: school, suppressed: false as const, n, mean, mean_least: mean, mean_most: mean }
    })
    const found = narrowCounts(knownOf(answers), [{ ...whole, view: { ...whole.view, places } }], solver, [], 'dogwood')
    assert.equal(found.length, ITEMS * CATEGORIES)
  })

  it('would find a tiny school of one mind in what all schools have in common', async () => {
    const answers = DISTRICTS['a tiny school of one mind'] ?? {}
    const whole = await district.told(await district.ask(answers), DISTRICT)
    assert.equal(whole.view.schools, null)
    const behind = sumsBehind({ ...whole, view: { ...whole.view, schools: { icc1: null } } }, answers)
    const found = narrowCounts(knownOf(answers), [whole], solver, behind, 'cedar')
    assert.equal(found.length, ITEMS * CATEGORIES)
  })

  it('has in it every figure that a page or a file of the survey shows, and nobody else is shown one', async () => {
    const survey = await district.ask(TOLD, 10)
    for (const place of [DISTRICT, 'lincoln', 'rivera']) {
      const { leader, answer } = await district.answerOf(survey, place)
      const known = numbersIn(answer)
      for (const [where, figures] of await figuresOn(world, leader, place, survey)) {
        assert.ok(
          where.startsWith('the package') || where.startsWith('the survey') || figures.length > 5,
          `${where} shows ${figures.length} figures`,
        )
        assert.deepEqual(
          figures.filter((figure) => !known(figure)),
          [],
          `${where} for ${leader}`,
        )
      }
      for (const persona of OTHERS)
        for (const [where, figures] of await figuresOn(world, persona, place, survey))
          assert.deepEqual(figures, [], `${where} for ${persona}`)
    }
    assert.ok(!numbersIn({ mean: 3.2 })('3.21'))
  })
})
