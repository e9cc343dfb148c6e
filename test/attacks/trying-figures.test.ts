import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changeOfPeople } from '@groundwork/measures/change/change-of-people.ts'
import { agreementOfVariances } from '@groundwork/measures/groups/within-group-agreement.ts'
import { cronbachAlpha } from '@groundwork/measures/scales/cronbach-alpha.ts'
import { momentsOfRows } from '@groundwork/measures/scales/moments.ts'
import { mcdonaldOmega } from '@groundwork/measures/scales/omega.ts'
import { agreementTold } from '../../src/slices/surveys/folding/agreement/rules.ts'
import { tallyOf } from '../../src/slices/surveys/folding/rules.ts'
import type { Counted } from '../../src/slices/surveys/folding/schema.ts'
import { divisionsOf, stepOf } from '../../src/slices/surveys/reports/bands/rules.ts'
import { changeSince, type Pair, type Wave } from '../../src/slices/surveys/reports/change/rules.ts'
import { sayGroups } from '../../src/slices/surveys/reports/groups/rules.ts'
import type { Group } from './counts.ts'
import { SCALE, varied } from './small-district.ts'
import { countsByAgreement, countsByReliability, narrowAmong, scoresOfTheMissing, tablesOf, widths } from './trying-figures.ts'

const KIND = { items: 3, categories: 5 }

describe('trying all on alpha and omega', () => {
  it('would find what a few people answered, where their sum alone leaves all open', () => {
    const people = [
      [1, 2, 2],
      [3, 2, 3],
      [1, 1, 1],
      [1, 1, 3],
      [2, 1, 1],
    ]
    const moments = momentsOfRows(['a', 'b', 'c'], people)
    const [n, sum] = [people.length, people.flat().reduce((all, one) => all + one, 0)]
    const narrowest = (more: { alpha?: number | null; omega?: number | null }) =>
      Math.min(...countsByReliability({ items: 3, categories: 3 }, { n, sum, ...more }).flatMap(widths))
    const { alpha } = cronbachAlpha(moments)
    const omega = mcdonaldOmega(moments)?.omega ?? assert.fail('omega')
    assert.deepEqual([narrowest({}) >= 3, narrowest({ alpha }) >= 3, narrowest({ alpha, omega }) < 3], [true, true, true])
  })
})

describe('trying all on the agreement within schools', () => {
  const agreedOf = (people: number[][]) => {
    const { covariance } = momentsOfRows(['a', 'b', 'c'], people)
    return { n: people.length, agreement: agreementOfVariances(covariance.diagonal(), KIND.categories) ?? 0 }
  }
  const sumsOf = (schools: number[][][]) =>
    schools.map((one) => ({ school: '', n: one.length, sum: one.flat().reduce((a, b) => a + b, 0) }))
  const meanOf = (schools: number[][][]) => schools.reduce((sum, one) => sum + agreedOf(one).agreement, 0) / schools.length
  const narrowest = (schools: number[][][], told: number, half: number) =>
    Math.min(...countsByAgreement(KIND, sumsOf(schools), told, half).flatMap(widths))

  it('finds what three small schools answered in all its digits, and they are told nothing of it', () => {
    const schools = [varied(3, 3, 81), varied(4, 3, 82), varied(3, 3, 83)]
    assert.ok(narrowest(schools, meanOf(schools), 1e-10) < 3)
    assert.equal(agreementTold(schools.map(agreedOf), { items: 3, options: 5 }), null)
  })

  it('leaves every count open where it is told to two places', () => {
    const tight = (n: number, seed: number) => varied(n, 3, seed).map((one) => one.map((value) => Math.round((value + 3) / 2)))
    const schools = [varied(5, 3, 90), tight(5, 91), tight(4, 92), tight(4, 93)]
    const told = agreementTold(schools.map(agreedOf), { items: 3, options: 5 })
    assert.ok(told !== null && Math.abs(told * 100 - Math.round(told * 100)) < 1e-9)
    assert.ok(narrowest(schools, told, 0.005) >= 3)
  })

  it('is as it is of many schools, and of none where nearly all agree', () => {
    const many = Array.from({ length: 12 }, (_, at) => agreedOf(varied(8, 3, 100 + at)))
    const asked = { items: 3, options: 5 }
    const mean = many.reduce((sum, one) => sum + one.agreement, 0) / many.length
    assert.equal(agreementTold(many, asked), mean)
    assert.equal(
      agreementTold(
        many.map(({ n }) => ({ n, agreement: 0.97 })),
        asked,
      ),
      null,
    )
  })
})

describe('trying all on how the same people changed', () => {
  const alike = (value: number) => [value, value, value]
  const pairsOf = ([less = 0, same = 0, more = 0]: readonly number[]): Pair[] => [
    ...Array.from({ length: less }, () => ({ before: alike(4), after: alike(1) })),
    ...Array.from({ length: same }, () => ({ before: alike(3), after: alike(3) })),
    ...Array.from({ length: more }, () => ({ before: alike(2), after: alike(5) })),
  ]
  const mean = { value: 3, least: 3, most: 3, exact: true }
  const waveOf = (pairs: Pair[], more: Partial<Wave> = {}): Wave => {
    const interval = { lower: 2.8, upper: 3.2 }
    return { endedOn: '2026-03-01', scale: SCALE, mean, interval, alpha: 0.8, spread: 0.8, pairs, ...more }
  }
  const linkedOf = (wave: Wave) => changeSince(SCALE, { mean, interval: wave.interval }, [wave])?.linked ?? null
  const SIZES = [9, 10, 12, 15, 20, 21, 22, 25, 30, 39, 40, 41, 45]

  it('leaves open how many changed, and in which way', () => {
    for (const n of SIZES) {
      const possibilities = [...tablesOf(n, 3)].map((counts) => ({ counts, shown: linkedOf(waveOf(pairsOf(counts))) }))
      assert.deepEqual(narrowAmong(possibilities), [], `${n} people`)
      assert.ok(n < 12 || possibilities.some(({ shown }) => shown?.shares))
    }
  })

  it('would find all of them in shares that are rounded each for itself', () => {
    const [parts] = divisionsOf(21)
    const shown = (counts: readonly number[]) => counts.map((count) => stepOf(count, 21, parts ?? 1))
    const found = narrowAmong([...tablesOf(21, 3)].map((counts) => ({ counts, shown: shown(counts) })))
    assert.ok(found.includes('[2,2,2]: {"least":[7,7,7],"most":[7,7,7]}'))
  })

  it('does not say what somebody scored who answered the first time alone, as the error of all others would', () => {
    const all = [alike(1), ...Array.from({ length: 39 }, (_, at) => [4, 4 + (at % 2), 4 + (Math.floor(at / 2) % 2)])]
    const scores = all.map((one) => one.reduce((sum, value) => sum + value - 1, 0))
    const [n, sum, squares] = [scores.length, added(scores), added(scores.map((score) => score ** 2))]
    const { alpha } = cronbachAlpha(momentsOfRows(['a', 'b', 'c'], all))
    assert.ok(alpha !== null)
    const spread = Math.sqrt((squares - sum ** 2 / n) / (n - 1)) / 3
    const pairs = all.slice(1).map((one) => ({ before: one, after: one }))
    const ofOthers = changeOfPeople(
      pairs.map(({ before, after }) => ({ before: added(before) / 3, after: added(after) / 3 })),
      alpha,
    )
    const shown = Math.ceil((ofOthers.minimalDetectable95 ?? 0) * 10) / 10
    const tried = scoresOfTheMissing(KIND, { n, sum, squares, alpha }, shown)
    assert.deepEqual(tried, [0])
    const told = [pairs, pairs.toSpliced(0, 1, { before: alike(2), after: alike(2) })].map((some) =>
      linkedOf(waveOf(some, { alpha, spread })),
    )
    assert.equal(told[0]?.leastChange, told[1]?.leastChange)
    assert.equal(told[0]?.leastChange, Math.ceil(10 * 1.96 * Math.SQRT2 * spread * Math.sqrt(1 - alpha)) / 10)
  })
})

describe('trying all on questions that are compared between groups', () => {
  const PEOPLE = 32
  const TEACHING = [6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26]
  type Case = { leading: number; teaching: number }
  /** Of each group so many on the favorable side of the first question. */
  const answersOf = (role: Group, favorable: number): Counted[] =>
    varied(PEOPLE, 3, role === 'leading' ? 120 : 130).map(([, two = 3, three = 3], at) => {
      const values = [at < favorable ? 4 + (at % 2) : 2 + (at % 2), two, three]
      return { unitId: 'u', role, values }
    })
  const saidOf = ({ leading, teaching }: Case) => {
    const answers = [...answersOf('leading', leading), ...answersOf('teaching', teaching)]
    return sayGroups(tallyOf([SCALE], answers, true).get(SCALE.key)?.get('u') ?? assert.fail())
  }
  /** To which side the group leans: its mean is known, and whoever leans to one side is not all on the other. */
  const lies = (said: ReturnType<typeof saidOf>) => (said?.groups.find(({ group }) => group === 'leading')?.mean ?? 0) > 3
  const cases = Array.from({ length: PEOPLE + 1 }, (_, leading) => leading).flatMap((leading) =>
    TEACHING.map((teaching): Case => ({ leading, teaching })),
  )
  const seen = cases.map((one) => ({ counts: [one.leading, PEOPLE - one.leading], one, said: saidOf(one) }))

  it('leaves open how many of a group lie on either side', () => {
    const gapOf = ({ said }: (typeof seen)[number]) => said?.gaps[0]?.items[0]
    assert.deepEqual(narrowAmong(seen.map((one) => ({ counts: one.counts, shown: gapOf(one) }))), [])
    assert.ok(new Set(seen.map((one) => gapOf(one)?.size)).size === 4)
    assert.deepEqual(narrowAmong(seen.map((one) => ({ counts: one.counts, shown: [lies(one.said), gapOf(one)?.size === null] }))), [])
  })

  it('would find that all of a group lie on one side, where a question cannot be compared for that alone', () => {
    const isAlike = ({ leading }: Case) => leading === 0 || leading === PEOPLE
    const found = narrowAmong(seen.map(({ counts, one, said }) => ({ counts, shown: [lies(said), isAlike(one)] })))
    assert.ok(found.some((one) => one.endsWith(`{"least":[${PEOPLE},0],"most":[${PEOPLE},0]}`)))
  })
})

function added(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0)
}
