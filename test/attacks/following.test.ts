import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../support/world.ts'
import type { ScaleView } from './counts.ts'
import { DISTRICT, ITEMS, schoolsWith, smallDistrict, varied } from './small-district.ts'

function near(one: number | null | undefined, other: number): void {
  assert.ok(typeof one === 'number' && Math.abs(one - other) < 2e-9)
}

function answersWith(lift: number) {
  return schoolsWith(
    varied(33, 3 + lift, 61),
    varied(15, 4, 62),
    varied(14, 2 + lift, 63),
    varied(12, 3, 64),
    varied(10, 3, 65),
    varied(11, 3 + lift, 66),
  )
}

/** What a rounded share leaves open: of the first step none at all, of the last all. */
function openedBy(share: number, step: number) {
  const isFirst = share < 1.5 * step
  const isLast = share > 1 - 1.5 * step
  return { least: isFirst ? 0 : share - step / 2, most: isLast ? 1 : share + step / 2 }
}

describe('what the attacks leave out because it follows from what else is said', () => {
  let world: World
  let earlier: ScaleView
  let later: ScaleView
  before(async () => {
    world = await openWorld()
    const asking = await smallDistrict(world)
    const first = await asking.ask(answersWith(0), 10)
    earlier = (await asking.told(first, DISTRICT)).view
    later = (await asking.told(await asking.ask(answersWith(1), 10), DISTRICT)).view
  })
  after(() => world.close())

  it('follows: the mean before, the difference and which way it goes', () => {
    const { change, mean } = later
    assert.ok(change && mean !== null && earlier.mean !== null)
    near(change.mean_before, earlier.mean)
    near(change.difference, mean - earlier.mean)
    const error = ({ lower, upper }: ScaleView) => ((upper ?? 0) - (lower ?? 0)) / 2 / 1.96
    const isMore = mean - earlier.mean > 1.96 * Math.hypot(error(earlier), error(later))
    assert.equal(change.direction, isMore ? 'more' : 'unclear')
  })

  it('follows: how sure alpha is, from alpha and how many people and questions there are', () => {
    const reach = ({ alpha, alpha_lower: lower, alpha_upper: upper }: ScaleView) =>
      [lower, upper].map((bound) => (1 - (bound ?? assert.fail())) / (1 - (alpha ?? assert.fail())))
    assert.equal(earlier.n, later.n)
    const [lower, upper] = reach(earlier)
    const [other, another] = reach(later)
    near(lower, other ?? 0)
    near(upper, another ?? 0)
    assert.notEqual(earlier.alpha, later.alpha)
  })

  it('follows: how reliable the mean of a school is, and the likely mean', () => {
    const { tau2, sigma2, grand_mean: grand } = later.schools ?? {}
    assert.ok(typeof tau2 === 'number' && typeof sigma2 === 'number' && typeof grand === 'number')
    const shown = later.places.flatMap((place) => (place.suppressed ? [] : [place]))
    assert.ok(shown.length >= 4)
    for (const { n, mean, reliability, eb_mean } of shown) {
      near(reliability, tau2 / (tau2 + sigma2 / n))
      if (mean !== null) near(eb_mean, grand + (reliability ?? 0) * (mean - grand))
    }
  })

  it('follows: how all answers of a part lie, from how those to its questions do', () => {
    const said = later.items.flatMap(({ distribution }) => distribution ?? [])
    assert.equal(said.length, ITEMS)
    const shares = said.flatMap(({ low, middle, high, step }) => [low, middle ?? 0, high].map((share) => openedBy(share, step)))
    const mean = (name: 'least' | 'most', band: number) =>
      shares.reduce((sum, one, at) => sum + (at % 3 === band ? one[name] : 0), 0) / ITEMS
    near(later.distribution?.low_least, Math.max(mean('least', 0), 1 - mean('most', 1) - mean('most', 2)))
    near(later.distribution?.low_most, Math.min(mean('most', 0), 1 - mean('least', 1) - mean('least', 2)))
  })
})
