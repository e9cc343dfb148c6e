import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, differingPlaces } from './case-of.ts'

type Ties = boolean[][]

function tiesOf(seed: number, n: number, share: number, directed: boolean): Ties {
  const next = chance(seed)
  const drawn = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => i !== j && next() < share))
  return drawn.map((row, i) => row.map((tie, j) => (directed ? tie : Boolean(drawn[Math.min(i, j)]?.[Math.max(i, j)]))))
}

const cells = (n: number) => Array.from({ length: n * n }, (_, c) => [Math.floor(c / n), c % n] as const).filter(([i, j]) => i !== j)

/** Shortest paths by growing walks: counts of walks of each length, the first length that reaches. */
function paths(ties: Ties): { length: number[][]; count: number[][] } {
  const n = ties.length
  const length = ties.map((_, i) => ties.map((__, j) => (i === j ? 0 : Infinity)))
  const count = ties.map((_, i) => ties.map((__, j): number => (i === j ? 1 : 0)))
  let walks: number[][] = count.map((row) => [...row])
  for (let step = 1; step < n; step += 1) {
    walks = walks.map((row) => ties.map((_, j) => row.reduce<number>((total, walk, k) => total + (ties[k]?.[j] ? walk : 0), 0)))
    for (const [i, j] of cells(n)) {
      if ((walks[i]?.[j] ?? 0) === 0 || (length[i]?.[j] ?? 0) < Infinity) continue
      length[i]![j] = step // The rows were made above.
      count[i]![j] = walks[i]?.[j] ?? 0 // As above.
    }
  }
  return { length, count }
}

function betweennessOf(ties: Ties, directed: boolean): number[] {
  const { length, count } = paths(ties)
  return ties.map((_, v) => {
    const shares = cells(ties.length).map(([s, t]) => {
      const through = (length[s]?.[v] ?? 0) + (length[v]?.[t] ?? 0) === length[s]?.[t] && (length[s]?.[t] ?? Infinity) < Infinity
      return s === v || t === v || !through ? 0 : ((count[s]?.[v] ?? 0) * (count[v]?.[t] ?? 0)) / (count[s]?.[t] ?? 1)
    })
    return shares.reduce((total, value) => total + value, 0) / (directed ? 1 : 2)
  })
}

const shapes = [
  { name: 'with direction, an isolate, pieces', ties: tiesOf(81, 9, 0.17, true), directed: true },
  { name: 'with direction, dense', ties: tiesOf(82, 7, 0.6, true), directed: true },
  { name: 'without direction, in pieces', ties: tiesOf(83, 11, 0.15, false), directed: false },
  {
    name: 'a ring',
    ties: Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (__, j) => [1, 5].includes(Math.abs(i - j)))),
    directed: false,
  },
  { name: 'without direction, everyone tied', ties: tiesOf(84, 5, 1.1, false), directed: false },
]

function caseParts(ties: Ties, directed: boolean) {
  const n = ties.length
  const ids = ties.map((_, i) => String(100 - i))
  const kept = cells(n).filter(([i, j]) => ties[i]?.[j] && (directed || i > j))
  // A loop and a doubled tie, the latter turned round where there is no direction.
  const written = [...kept, [0, 0] as const, ...kept.slice(0, 1).map(([i, j]) => (directed ? ([i, j] as const) : ([j, i] as const)))]
  const groups = ties.map((_, i) => (i * 7) % 3)
  const data = { from: written.map(([i]) => ids[i] ?? ''), to: written.map(([, j]) => ids[j] ?? '') }
  return { ids, kept, groups, data, others: { nodes: { id: ids, dept: groups } }, params: { directed, group: 'dept' } }
}

describe('cases of networks', () => {
  for (const { name, ties, directed } of shapes) {
    it(name, async () => {
      const n = ties.length
      const { ids, kept, groups, ...parts } = caseParts(ties, directed)
      const { length } = paths(ties)
      const reached = cells(n)
        .map(([i, j]) => length[i]?.[j] ?? Infinity)
        .filter(Number.isFinite)
      const between = betweennessOf(ties, directed)
      const named = <T>(values: readonly T[]) => Object.fromEntries(ids.map((id, i) => [id, values[i]]))
      const external = kept.filter(([i, j]) => groups[i] !== groups[j]).length
      const sameGroup = cells(n).filter(([i, j]) => groups[i] === groups[j]).length / (n * (n - 1))
      const mutual = cells(n).filter(([i, j]) => i < j && ties[i]?.[j] && ties[j]?.[i]).length
      const expected = {
        n,
        ties: kept.length,
        density: kept.length / ((n * (n - 1)) / (directed ? 1 : 2)),
        isolates: ties.filter((row, i) => !row.some(Boolean) && !ties.some((other) => other[i])).length,
        mean_distance_reachable_pairs: reached.reduce((total, value) => total + value, 0) / reached.length,
        diameter: Math.max(...reached),
        ei_index: (2 * external) / kept.length - 1,
        ei_expected_random: 1 - 2 * sameGroup,
        nodes: {
          outdegree: named(ties.map((row) => row.filter(Boolean).length)),
          betweenness: named(between),
          betweenness_normalized: named(between.map((value) => value / (((n - 1) * (n - 2)) / (directed ? 1 : 2)))),
        },
        ...(directed
          ? { reciprocity_edgewise: (2 * mutual) / kept.length, dyad_census: { mutual, asymmetric: kept.length - 2 * mutual } }
          : {}),
      }
      assert.deepEqual(await differingPlaces('network', { ...parts, expected }), [])
    })
    it(`core and periphery: ${name}`, async () => {
      const n = ties.length
      const { ids, kept: _, groups: __, ...parts } = caseParts(ties, directed)
      const pairs = cells(n)
      const tied = pairs.map(([i, j]) => (ties[i]?.[j] ? 1 : 0))
      const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
      const found = Array.from({ length: 2 ** n - 2 }, (___, mask) => {
        const pattern = pairs.map(([i, j]) => (((mask + 1) >> i) & 1) | (((mask + 1) >> j) & 1))
        const [a, b] = [mean(tied), mean(pattern)]
        return (mean(tied.map((tie, c) => tie * (pattern[c] ?? 0))) - a * b) / Math.sqrt((a - a * a) * (b - b * b))
      })
      const defined = found.filter(Number.isFinite)
      const got = (await answerTo('network', parts))['core_periphery'] as {
        correlation: number
        core: string[]
        optimal_partitions: number
      } | null
      if (defined.length === 0) return assert.equal(got, null)
      const best = Math.max(...defined)
      const first = found.findIndex((value) => value > best - 1e-12)
      assert.ok(Math.abs((got?.correlation ?? 0) - best) < 1e-9)
      assert.equal(got?.optimal_partitions, defined.filter((value) => value > best - 1e-12).length)
      assert.deepEqual(
        got?.core,
        ids.filter((___, i) => ((first + 1) >> i) & 1),
      )
    })
  }
  it('takes other names of columns, no list of nodes, and the order of people as the case has it', async () => {
    const { data, params } = caseParts(shapes[0]?.ties ?? [], true)
    const plain = await answerTo('network', { data, params })
    assert.deepEqual(await answerTo('network', { data: { sender: data.from, receiver: data.to }, params }), plain)
    const core = (plain['core_periphery'] as { core: string[] }).core.toReversed()
    assert.deepEqual(await differingPlaces('network', { data, params, expected: { core_periphery: { core } } }), [])
  })
  it('compares two networks cell by cell, people without ties among them', async () => {
    for (const directed of [true, false]) {
      const [one, other] = [tiesOf(85, 8, 0.3, directed), tiesOf(86, 8, 0.4, directed)]
      const pairs = cells(8).filter(([i, j]) => directed || i < j)
      const [a, b] = [one, other].map((ties) => pairs.map(([i, j]) => (ties[i]?.[j] ? 1 : 0)))
      const count = (passes: (x: number, y: number) => boolean) => pairs.filter((_, c) => passes(a?.[c] ?? 0, b?.[c] ?? 0)).length
      const [kept, lost, gained] = [count((x, y) => x === 1 && y === 1), count((x, y) => x > y), count((x, y) => y > x)]
      const written = (ties: Ties, turned: boolean) => {
        const chosen = pairs.filter(([i, j]) => ties[i]?.[j])
        return { from: chosen.map(([i, j]) => (turned ? j : i)), to: chosen.map(([i, j]) => (turned ? i : j)) }
      }
      const expected = { kept, lost, gained, hamming: lost + gained, jaccard: kept / (kept + lost + gained) }
      const parts = { data: written(one, false), params: { n: 8, directed }, expected }
      assert.deepEqual(await differingPlaces('network_compare', { ...parts, others: { second: written(other, !directed) } }), [])
      const same = await answerTo('network_compare', { ...parts, others: { after: parts.data, nodes: { id: [0, 1, 2, 3, 4, 5, 6, 7] } } })
      assert.equal(same['graph_correlation'], 1)
    }
  })
})
