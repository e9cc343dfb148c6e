import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CanvasDriver, type Node, put, stepTarget, walk } from './rules.ts'

const idea = (id: string, ...resources: string[]) => ({
  id,
  statement: id,
  resources: resources.map((one) => ({ id: one, resourceId: one, name: one, kind: 'tools' as const, way: 'uses' as const })),
  kept: 0,
  open: 0,
  late: 0,
})

const drivers: CanvasDriver[] = [
  { id: 'd1', statement: 'd1', measure: null, ideas: [idea('i1', 'r1', 'r2'), idea('i2')] },
  { id: 'd2', statement: 'd2', measure: null, ideas: [idea('i3', 'r3')] },
  { id: 'd3', statement: 'd3', measure: null, ideas: [] },
]

const node = (text: string): Node => {
  const column = ({ g: 'goal', d: 'driver', i: 'idea', r: 'resource' } as const)[text[0] as 'g' | 'd' | 'i' | 'r'] // the tables below use these alone
  return { column, id: text }
}

describe('walking the diagram by arrow keys', () => {
  const ways = [
    ['goal', 'right', 'd1'],
    ['d1', 'right', 'i1'],
    ['i1', 'right', 'r1'],
    ['r2', 'left', 'i1'],
    ['i3', 'left', 'd2'],
    ['d2', 'left', 'goal'],
    ['d1', 'down', 'd2'],
    ['i2', 'down', 'i3'],
    ['i3', 'up', 'i2'],
    ['r2', 'down', 'r3'],
    ['goal', 'left', undefined],
    ['r3', 'right', undefined],
    ['i2', 'right', undefined],
    ['d3', 'right', undefined],
    ['d3', 'down', undefined],
    ['d1', 'up', undefined],
    ['goal', 'up', undefined],
  ] as const
  for (const [from, direction, to] of ways) {
    it(`${direction} from ${from} leads to ${to ?? 'nowhere'}`, () => assert.equal(walk(drivers, node(from), direction)?.id, to))
  }
})

function shape(all: readonly CanvasDriver[]): string {
  return all.map((driver) => `${driver.id}(${driver.ideas.map((one) => one.id).join(' ')})`).join(' ')
}

describe('moving by one step', () => {
  const steps = [
    ['i2', 'up', 'd1(i2 i1) d2(i3) d3()'],
    ['i1', 'down', 'd1(i2 i1) d2(i3) d3()'],
    ['i2', 'down', 'd1(i1) d2(i2 i3) d3()'],
    ['i3', 'up', 'd1(i1 i2 i3) d2() d3()'],
    ['i3', 'down', 'd1(i1 i2) d2() d3(i3)'],
    ['d1', 'down', 'd2(i3) d1(i1 i2) d3()'],
    ['d3', 'up', 'd1(i1 i2) d3() d2(i3)'],
    ['d2', 'down', 'd1(i1 i2) d3() d2(i3)'],
  ] as const
  for (const [moved, direction, expected] of steps) {
    it(`puts ${moved} ${direction}`, () => {
      const target = stepTarget(drivers, node(moved), direction)
      assert.ok(target)
      assert.equal(shape(put(drivers, node(moved), target)), expected)
    })
  }

  for (const [stuck, direction] of [
    ['i1', 'up'],
    ['d1', 'up'],
    ['d3', 'down'],
    ['r1', 'down'],
    ['goal', 'up'],
  ] as const) {
    it(`leaves ${stuck} where it is when there is no ${direction}`, () =>
      assert.equal(stepTarget(drivers, node(stuck), direction), undefined))
  }

  it('loses and doubles nothing, wherever something is put', () => {
    for (const target of ['i1', 'i2', 'i3', 'end', 'unknown']) {
      const after = put(drivers, node('i2'), { driverId: 'd2', before: target })
      assert.deepEqual(after.flatMap((driver) => driver.ideas.map((one) => one.id)).sort(), ['i1', 'i2', 'i3'])
    }
  })
})
