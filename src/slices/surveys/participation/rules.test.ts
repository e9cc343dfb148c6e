import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answeredBelow, type Part, sayableAnswered, sayableOf } from './rules.ts'

/** What a number that is shown can stand for. */
function bandOf(invited: number, shown: number | null): number[] {
  const all = Array.from({ length: invited + 1 }, (_, answered) => answered)
  return shown === null ? all : all.filter((answered) => sayableAnswered(invited, answered) === shown)
}

/** A district with its schools, each with how many are invited and have answered. */
function district(...schools: [invited: number, answered: number][]): Part[] {
  const sum = (at: 0 | 1) => schools.reduce((total, school) => total + school[at], 0)
  return [
    { unitId: 'all', path: ['all'], invited: sum(0), answered: sum(1) },
    ...schools.map(([invited, answered], at) => ({ unitId: `${at}`, path: ['all', `${at}`], invited, answered })),
  ]
}

/** How many numbers are left for a hidden school, for whoever takes all that is shown together. */
function possible(parts: readonly Part[], shown: ReadonlyMap<string, number | null>, hidden: Part): number {
  const [all, ...schools] = parts
  const bands = (part: Part) => bandOf(part.invited, shown.get(part.unitId) ?? null)
  const ends = schools.filter((one) => one !== hidden).map((one) => [bands(one).at(0) ?? 0, bands(one).at(-1) ?? 0] as const)
  const [least, most] = [0, 1].map((at) => ends.reduce((sum, end) => sum + (end[at] ?? 0), 0))
  const whole = all ? bands(all) : []
  return bands(hidden).filter((own) => (whole.at(0) ?? 0) <= own + (most ?? 0) && own + (least ?? 0) <= (whole.at(-1) ?? 0)).length
}

describe('how many have answered', () => {
  it('is rounded, is not said of fewer than ten, and never says that all have', () => {
    assert.deepEqual(
      [9, 10, 14].map((invited) => sayableAnswered(invited, 9)),
      [null, 10, 10],
    )
    for (let invited = 10; invited <= 60; invited++)
      for (let answered = 0; answered <= invited; answered++)
        assert.ok(bandOf(invited, sayableAnswered(invited, answered)).length >= 3, `${answered} of ${invited}`)
  })

  it('counts everybody below a place', () => {
    const units = district([20, 0], [12, 0])
    const total = answeredBelow(
      new Map([
        ['0', 7],
        ['1', 4],
        ['all', 1],
      ]),
      units,
    )
    assert.deepEqual(
      [...total],
      [
        ['all', 12],
        ['0', 7],
        ['1', 4],
      ],
    )
  })

  it('goes unsaid for a larger school too where a small one would follow from it', () => {
    const shown = sayableOf(district([40, 21], [12, 9], [4, 4]))
    assert.deepEqual(
      [...shown],
      [
        ['all', 35],
        ['0', 20],
        ['1', null],
        ['2', null],
      ],
    )
    assert.deepEqual([...sayableOf(district([40, 21], [12, 9])).values()], [30, 20, 10])
  })

  it('hides the same places whatever was answered', () => {
    const hidden = (answered: number) => [...sayableOf(district([30, answered], [11, answered], [6, 0]))].filter(([, n]) => n === null)
    assert.deepEqual(
      hidden(0).map(([id]) => id),
      hidden(11).map(([id]) => id),
    )
  })

  it('leaves at least three numbers for every hidden school, and fewer where a planted leak shows all that is large', () => {
    let planted = 0
    for (const sizes of [
      [10, 4],
      [20, 4],
      [12, 11, 3],
      [30, 9, 8],
      [15, 15, 3, 2],
    ])
      for (const share of [0, 0.25, 0.5, 0.8, 1]) {
        const parts = district(...sizes.map((invited): [number, number] => [invited, Math.round(invited * share)]))
        const naive = new Map(parts.map((part) => [part.unitId, sayableAnswered(part.invited, part.answered)]))
        const shown = sayableOf(parts)
        for (const part of parts.filter(({ unitId }) => shown.get(unitId) === null)) {
          const left = Math.min(3, part.invited + 1)
          assert.ok(possible(parts, shown, part) >= left, `${sizes.join('/')} at ${share}: ${part.unitId}`)
          if (possible(parts, naive, part) < left) planted += 1
        }
      }
    assert.ok(planted > 0)
  })
})
