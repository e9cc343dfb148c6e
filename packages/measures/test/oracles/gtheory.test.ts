import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, chance, differingPlaces, normal, type Columns } from './case-of.ts'

/** A score for each cell of a design, the last facet's level running fastest. */
type Cell = { levels: number[]; score: number }

function cellsOf(seed: number, sizes: readonly number[]): Cell[] {
  const next = chance(seed)
  const people = Array.from({ length: sizes[0] ?? 0 }, () => normal(next))
  const all = sizes.reduce<number[][]>(
    (some, size) => some.flatMap((levels) => Array.from({ length: size }, (_, level) => [...levels, level])),
    [[]],
  )
  return all.map((levels) => ({ levels, score: Math.round(((people[levels[0] ?? 0] ?? 0) + normal(next)) * 100) / 100 }))
}

function columnsOf(cells: readonly Cell[], names: readonly string[]): Columns {
  const levels = names.map((name, f) => [name, cells.map((cell) => `${name[0]}${(cell.levels[f] ?? 0) + 1}`)] as const)
  return { ...Object.fromEntries(levels), score: cells.map((cell) => cell.score) }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Mean square of an effect: half the mean square of all its differences of differences, taken over pairs of levels. */
function meanSquare(cells: readonly Cell[], sizes: readonly number[], effect: readonly number[]): number {
  const meanAt = (levels: readonly number[]) => {
    const own = cells.filter((cell) => effect.every((facet, place) => cell.levels[facet] === levels[place]))
    return sum(own.map((cell) => cell.score)) / own.length
  }
  const pairs = effect.map((facet) => {
    const size = sizes[facet] ?? 0
    return Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size] as const).filter(([a, b]) => a < b)
  })
  const corners = pairs.reduce<(readonly [number, number])[][]>(
    (some, list) => some.flatMap((chosen) => list.map((pair) => [...chosen, pair])),
    [[]],
  )
  const squares = corners.map((chosen) => {
    const signed = chosen.reduce<{ sign: number; levels: number[] }[]>(
      (some, [a, b]) =>
        some.flatMap(({ sign, levels }) => [
          { sign, levels: [...levels, a] },
          { sign: -sign, levels: [...levels, b] },
        ]),
      [{ sign: 1, levels: [] }],
    )
    return sum(signed.map(({ sign, levels }) => sign * meanAt(levels))) ** 2
  })
  const repeats = cells.length / effect.reduce((product, facet) => product * (sizes[facet] ?? 1), 1)
  return (sum(squares) / squares.length / 2 ** effect.length) * repeats
}

const effectsOf = (facets: number) =>
  Array.from({ length: 2 ** facets - 1 }, (_, bits) =>
    Array.from({ length: facets }, (__, facet) => facet).filter((facet) => ((bits + 1) >> facet) & 1),
  )

describe('cases of generalizability', () => {
  for (const { letters, names, sizes } of [
    { letters: 'pi', names: ['person', 'item'], sizes: [7, 4] },
    { letters: 'sot', names: ['school', 'observer', 'time'], sizes: [5, 3, 4] },
    { letters: 'soti', names: ['school', 'observer', 'time', 'item'], sizes: [5, 2, 3, 2] },
  ]) {
    it(`a crossed design of ${sizes.length} facets`, async () => {
      const cells = cellsOf(61, sizes)
      const facets = [...letters]
      const full = sizes.length
      const effects = effectsOf(full)
      const squares = new Map(effects.map((effect) => [effect.join(), meanSquare(cells, sizes, effect)]))
      const holds = (some: readonly number[], effect: readonly number[]) => effect.every((facet) => some.includes(facet))
      // Of a balanced design a component is the alternating sum of the mean squares that hold its effect, per score of a level.
      const variance = (effect: readonly number[]) => {
        const outside = Array.from({ length: full }, (_, facet) => facet).filter((facet) => !effect.includes(facet))
        const parts = effects
          .filter((other) => holds(other, effect))
          .map((other) => (-1) ** (other.length - effect.length) * (squares.get(other.join()) ?? 0))
        return sum(parts) / outside.reduce((product, facet) => product * (sizes[facet] ?? 1), 1)
      }
      const written = (effect: readonly number[]) => effect.map((facet) => facets[facet]).join('') + (effect.length === full ? '_e' : '')
      const numbers = sizes.map((size) => size + 1)
      const share = (passes: (effect: readonly number[]) => boolean) =>
        sum(
          effects
            .filter(passes)
            .map(
              (effect) =>
                Math.max(0, variance(effect)) / effect.reduce((product, facet) => product * (facet === 0 ? 1 : (numbers[facet] ?? 1)), 1),
            ),
        )
      const [universe, relative] = [share((effect) => effect.join() === '0'), share((effect) => effect.length > 1 && effect[0] === 0)]
      const absolute = share((effect) => effect.join() !== '0')
      const expected = {
        ...Object.fromEntries(facets.map((facet, f) => [`n_${facet}`, sizes[f]])),
        ms: Object.fromEntries(effects.map((effect) => [effect.map((facet) => facets[facet]).join(':'), squares.get(effect.join())])),
        variance_components: Object.fromEntries(effects.map((effect) => [written(effect), variance(effect)])),
        d_studies: [
          {
            ...Object.fromEntries(facets.slice(1).map((facet, f) => [`n_${facet}`, numbers[f + 1]])),
            relative_error: relative,
            absolute_error: absolute,
            g_coefficient: universe / (universe + relative),
            phi: universe / (universe + absolute),
          },
        ],
      }
      const params = { design: `${facets.join(' x ')}, random`, ...Object.fromEntries(facets.map((facet, f) => [facet, names[f]])) }
      const shuffled = cells.toSorted((a, b) => a.score - b.score)
      const data = columnsOf(shuffled, names)
      const otherwise = Object.fromEntries(Object.entries(data).toReversed())
      assert.deepEqual(await differingPlaces('gtheory', { data, params, expected }), [])
      assert.deepEqual(await differingPlaces('gtheory', { data: otherwise, params: { design: params.design }, expected }), [])
    })
  }
  it('persons by items side by side are the same as one below the other, a person with a gap being left out', async () => {
    const cells = cellsOf(62, [6, 3])
    const expected = { ms: { p: 0, i: 0, pi_e: 0 }, variance_components: { p: 0, i: 0, pi_e: 0 } }
    const long = await answerTo('gtheory', { data: columnsOf(cells, ['person', 'item']), params: { design: 'p x i, random' }, expected })
    const of = (item: number) => [...cells.filter(({ levels }) => levels[1] === item).map(({ score }) => score), item === 1 ? null : 4]
    const wide = { teacher: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], one: of(0), two: of(1), three: of(2) }
    const side = await answerTo('gtheory', {
      data: wide,
      params: { design: 'p x i, random', layout: 'rows = persons, columns = items' },
      expected,
    })
    for (const key of ['n_p', 'n_i', 'd_studies']) assert.deepEqual(side[key], long[key], key)
    for (const part of ['p', 'i', 'pi_e']) {
      const [one, other] = [side, long].map((answer) => (answer['variance_components'] as Record<string, number>)[part])
      assert.ok(Math.abs((one ?? 0) - (other ?? 1)) < 1e-12, part)
    }
  })
  it('a nested facet may be numbered anew within each level, or not, and its letters are the case’s own', async () => {
    const cells = cellsOf(63, [6, 3, 4])
    const anew = {
      person: cells.map(({ levels }) => levels[0] ?? 0),
      hour: cells.map(({ levels }) => levels[1] ?? 0),
      item: cells.map(({ levels }) => levels[2] ?? 0),
    }
    const score = cells.map((cell) => cell.score)
    const through = { ...anew, item: cells.map(({ levels }) => (levels[1] ?? 0) * 4 + (levels[2] ?? 0)) }
    const params = { design: 'p x (i:h), random', object: 'p', nesting: 'item within hour' }
    const asked = { d_studies: [{ n_h: 2, n_i_per_h: 5 }] }
    const one = await answerTo('gtheory', { data: { ...anew, score }, params, expected: asked })
    assert.deepEqual(await answerTo('gtheory', { data: { score, ...through }, params, expected: asked }), one)
    assert.deepEqual([one['n_p'], one['n_h'], one['n_i_per_h']], [6, 3, 4])
    const found = one['variance_components'] as Record<string, number>
    const [p = 0, ph = 0, error = 0] = [found['p'], found['ph'], found['pi_in_h_e']].map((value) => Math.max(0, value ?? 0))
    const [study] = one['d_studies'] as { relative_error: number; g_coefficient: number }[]
    assert.ok(Math.abs((study?.relative_error ?? 0) - (ph / 2 + error / 10)) < 1e-12)
    assert.ok(Math.abs((study?.g_coefficient ?? 0) - p / (p + ph / 2 + error / 10)) < 1e-12)
    assert.ok('i_in_h' in found)
  })
  it('a design may be written in words, with its components and numbers by their first letters', async () => {
    const cells = cellsOf(66, [5, 3, 4])
    const names = ['school', 'observer', 'time']
    const asked = { d_studies: [{ n_o: 2, n_t: 3 }] }
    const params = { school: 'school', observer: 'observer', time: 'time' }
    const short = await answerTo('gtheory', {
      data: columnsOf(cells, names),
      params: { design: 's x o x t; s:o:t is error' },
      expected: asked,
    })
    const long = await answerTo('gtheory', {
      data: columnsOf(cells, names),
      params: { ...params, design: 'school x observer x time' },
      expected: asked,
    })
    const [some, others] = [short, long].map((answer) => answer['variance_components'] as Record<string, number>)
    for (const name of ['s', 'o', 't', 'so', 'st', 'ot', 'sot_e']) assert.equal(others?.[name], some?.[name], name)
    assert.deepEqual([long['n_s'], long['n_o'], long['n_t'], long['d_studies']], [5, 3, 4, short['d_studies']])
  })
  it('observers that lie within one school each are fitted by likelihood', async () => {
    const cells = cellsOf(67, [6, 3])
    const data = {
      place: cells.map(({ levels }) => levels[0] ?? 0),
      observer: cells.map((_, row) => row),
      score: cells.map(({ score }) => score),
    }
    const expected = { variance_components: { place: 0, residual: 0 }, d_studies: [{ n_o: 3 }] }
    const means = Map.groupBy(cells, ({ levels }) => levels[0])
    const within =
      sum([...means.values()].flatMap((own) => own.map(({ score }) => (score - sum(own.map((cell) => cell.score)) / 3) ** 2))) / 12
    for (const design of ['observer within place', 'observer:place']) {
      const got = await answerTo('gtheory', { data, params: { design }, expected })
      const { place = 0, residual = 0 } = got['variance_components'] as Record<string, number>
      assert.ok(place === 0 || Math.abs(residual - within) < 1e-6)
      const [study] = got['d_studies'] as { g_coefficient: number }[]
      assert.ok(Math.abs((study?.g_coefficient ?? 0) - place / (place + residual / 3)) < 1e-12)
    }
  })
  it('a design with holes is fitted by likelihood, with the terms that the case names', async () => {
    const next = chance(64)
    const cells = cellsOf(65, [12, 4, 3]).filter(() => next() < 0.7)
    const data = columnsOf(cells, ['school', 'observer', 'time'])
    const terms = { school: 0, observer: 0, 'school:observer': 0, residual: 0 }
    const params = { design: 'school x observer x time, not fully crossed', estimator: 'REML' }
    const got = await answerTo('gtheory', { data, params, expected: { variance_components: terms, d_studies: [{ n_o: 2, n_t: 3 }] } })
    const found = got['variance_components'] as Record<string, number>
    assert.deepEqual(
      Object.keys(found).filter((key) => key in terms),
      Object.keys(terms),
    )
    const [study] = got['d_studies'] as { g_coefficient: number }[]
    const [universe = 0, joint = 0, residual = 0] = [found['school'], found['school:observer'], found['residual']]
    assert.ok(Math.abs((study?.g_coefficient ?? 0) - universe / (universe + joint / 2 + residual / 6)) < 1e-12)
    await assert.rejects(answerTo('gtheory', { data, params, expected: { variance_components: { moon: 1 } } }), /moon/)
  })
})
