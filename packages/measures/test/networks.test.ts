import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  brokerage,
  compareNetworks,
  corePeriphery,
  distances,
  graphOf,
  groupMixing,
  networkStructure,
  undirected,
} from '../src/measures.ts'

const nodes = ['a', 'b', 'c', 'd', 'e', 'f']
const node = fc.constantFrom(...nodes)
const graph = fc
  .tuple(fc.array(fc.tuple(node, node), { maxLength: 20 }), fc.boolean())
  .map(([ties, directed]) => graphOf(nodes, ties, directed))

describe('a network', () => {
  it('ignores loops and doubled ties, and refuses people it does not know', () => {
    assert.equal(
      graphOf(
        nodes,
        [
          ['a', 'a'],
          ['a', 'b'],
          ['a', 'b'],
          ['b', 'a'],
        ],
        true,
      ).ties.length,
      2,
    )
    assert.equal(
      graphOf(
        nodes,
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        false,
      ).ties.length,
      1,
    )
    assert.throws(() => graphOf(nodes, [['a', 'z']], true), RangeError)
  })
  it('without ties has no figures that need them', () => {
    const empty = networkStructure(graphOf(nodes, [], true))
    assert.deepEqual(
      [empty.density, empty.isolates, empty.weakComponents, empty.transitivity, empty.reciprocity, empty.meanDistance],
      [0, 6, 6, null, null, null],
    )
    assert.equal(networkStructure(graphOf(['a'], [], false)).density, null)
    assert.equal(corePeriphery(graphOf(nodes, [], true)), null)
  })
  it('has as much betweenness as its paths have nodes within', () => {
    fc.assert(
      fc.property(graph, (one) => {
        const { betweenness } = distances(one)
        const within = nodes.reduce((total, _, source) => total + stepsWithin(one.out, source), 0)
        const total = betweenness.reduce((sum, value) => sum + value, 0)
        assert.ok(Math.abs(total - within / (one.directed ? 1 : 2)) < 1e-9)
      }),
    )
  })
  it('is estimated from some sources, exactly so from all', () => {
    fc.assert(
      fc.property(graph, (one) => {
        assert.deepEqual(distances(one, [0, 1, 2, 3, 4, 5]), distances(one))
        const parts = [
          [0, 2],
          [1, 3],
          [4, 5],
        ].map((sources) => distances(one, sources))
        for (const [place, value] of distances(one).betweenness.entries()) {
          const mean = parts.reduce((total, part) => total + (part.betweenness[place] ?? 0), 0) / 3
          assert.ok(Math.abs(mean - value) < 1e-9)
        }
        assert.ok(parts.every((part) => part.standardErrors?.every((error) => error >= 0)))
      }),
    )
  })
  it('falls into as many weak pieces whether or not direction counts', () => {
    fc.assert(
      fc.property(graph, (one) => {
        const found = networkStructure(one)
        assert.equal(networkStructure(undirected(one)).weakComponents, found.weakComponents)
        assert.ok((found.strongComponents ?? 6) >= found.weakComponents)
      }),
    )
  })
  it('has a star’s whole centre in its middle', () => {
    const star = networkStructure(
      graphOf(
        nodes,
        nodes.slice(1).map((leaf) => ['a', leaf] as const),
        false,
      ),
    )
    assert.deepEqual([star.centralization.degree, star.centralization.betweenness, star.diameter], [1, 1, 2])
    assert.deepEqual(
      corePeriphery(
        graphOf(
          nodes,
          nodes.slice(1).map((leaf) => ['a', leaf] as const),
          false,
        ),
      )?.core,
      ['a'],
    )
  })
})

describe('groups in a network', () => {
  const line = graphOf(
    nodes,
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ],
    true,
  )
  it('count ties across and within, and leave out who has none', () => {
    const mixing = groupMixing(line, ['x', 'x', 'y', null, null, null])
    assert.deepEqual([mixing.internal, mixing.external, mixing.ei], [1, 1, 0])
  })
  it('name the broker’s part', () => {
    const parts = brokerage(line, ['x', 'x', 'y', 'x', null, null])
    assert.deepEqual([parts[1]?.representative, parts[2]?.itinerant, parts[0]?.total], [1, 1, 0])
  })
})

describe('two networks', () => {
  it('correlate wholly with themselves and share the ties out', () => {
    fc.assert(
      fc.property(graph, graph, (one, other) => {
        const same = compareNetworks(one, one)
        assert.ok(same.correlation === null || Math.abs(same.correlation - 1) < 1e-9)
        if (one.directed !== other.directed) assert.throws(() => compareNetworks(one, other), RangeError)
        else assert.equal(compareNetworks(one, other).kept + compareNetworks(one, other).lost, one.ties.length)
      }),
    )
  })
})

/** Nodes strictly within the shortest paths from a source: for each reachable node its distance less one. */
function stepsWithin(out: readonly (readonly number[])[], source: number): number {
  const depth = new Map([[source, 0]])
  const open = [source]
  for (const one of open) {
    for (const other of out[one] ?? []) {
      if (depth.has(other)) continue
      depth.set(other, (depth.get(one) ?? 0) + 1)
      open.push(other)
    }
  }
  return [...depth.values()].reduce((total, steps) => total + Math.max(0, steps - 1), 0)
}
