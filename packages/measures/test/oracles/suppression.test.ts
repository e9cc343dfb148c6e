import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, differingPlaces } from './case-of.ts'

type Cell = readonly [number, number]

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Every way to fill the hidden cells with whole counts so that all rows and columns keep their totals. */
function fillings(table: readonly (readonly number[])[], hidden: readonly Cell[]): number[][] {
  const left = (passes: (cell: Cell) => boolean) => sum(hidden.filter(passes).map(([row, column]) => table[row]?.[column] ?? 0))
  const rows = table.map((_, row) => left((cell) => cell[0] === row))
  const columns = (table[0] ?? []).map((_, column) => left((cell) => cell[1] === column))
  const found: number[][] = []
  const fill = (place: number, values: number[]) => {
    const [row = -1, column = -1] = hidden[place] ?? []
    if (row < 0) {
      if ([...rows, ...columns].every((rest) => rest === 0)) found.push([...values])
      return
    }
    for (let value = 0; value <= Math.min(rows[row] ?? 0, columns[column] ?? 0); value += 1) {
      rows[row] = (rows[row] ?? 0) - value
      columns[column] = (columns[column] ?? 0) - value
      fill(place + 1, [...values, value])
      rows[row] += value
      columns[column] += value
    }
  }
  fill(0, [])
  return found
}

function rangesOf(table: readonly (readonly number[])[], hidden: readonly Cell[]) {
  const ways = fillings(table, hidden)
  return hidden.map((_, place) => ({
    min: Math.min(...ways.map((way) => way[place] ?? 0)),
    max: Math.max(...ways.map((way) => way[place] ?? 0)),
  }))
}

const tables = [
  { name: 'two by three', rows: '1 5 4/4 3 6', minimum: 3, width: 1 },
  { name: 'a zero between', rows: '2 0 5/4 3 1/5 3 4', minimum: 3, width: 1 },
  { name: 'wider intervals asked for', rows: '1 3 4/3 2 4/3 4 2', minimum: 2, width: 3 },
  { name: 'nothing small', rows: '6 7/8 9', minimum: 5, width: 1 },
  { name: 'no cell to hide it with', rows: '3 0/0 9', minimum: 5, width: 1 },
].map(({ rows, ...more }) => ({ ...more, table: rows.split('/').map((row) => row.split(' ').map(Number)) }))

describe('cases of suppression', () => {
  for (const { name, table, minimum, width } of tables) {
    it(`a table: ${name}`, async () => {
      const all = table.flatMap((counts, row) => counts.map((_, column): Cell => [row, column]))
      const count = ([row, column]: Cell) => table[row]?.[column] ?? 0
      const primary = all.filter((cell) => count(cell) > 0 && count(cell) < minimum)
      const others = all.filter((cell) => count(cell) >= minimum)
      const safe = (more: readonly Cell[]) =>
        rangesOf(table, [...primary, ...more]).every(({ min, max }, place) => place >= primary.length || max - min >= width)
      const sets = others.reduce<Cell[][]>((some, cell) => [...some, ...some.map((set) => [...set, cell])], [[]])
      const bySize = others.map((_, size) => sets.filter((set) => set.length === size && size < 5)).concat([[others]])
      const best = bySize.map((some) => some.filter(safe)).find((some) => some.length > 0) ?? []
      const named = ([row, column]: Cell) => ({ row: `R${row}`, col: `C${column}` })
      const pattern = (title: string, more: readonly Cell[]) => {
        const hidden = [...primary, ...more]
        const intervals = rangesOf(table, hidden).map((range, place) => {
          const cell = hidden[place] ?? ([0, 0] as const)
          return { ...named(cell), true: count(cell), ...range, exactly_recoverable: range.min === range.max }
        })
        return { name: title, suppressed: hidden.map(named), intervals, safe: safe(more) }
      }
      const expected = {
        primary: primary.toReversed().map(named),
        n_primary: primary.length,
        row_totals: Object.fromEntries(table.map((counts, row) => [`R${row}`, sum(counts)])),
        minimum_complementary_cells: best[0]?.length ?? null,
        minimum_total_value_of_complementary_cells: best.length > 0 ? Math.min(...best.map((set) => sum(set.map(count)))) : null,
        number_of_optimal_size_patterns: best.length > 0 ? best.length : null,
        patterns: [pattern('primary only', []), pattern('best', best[0] ?? others), pattern('one', others.slice(0, 1))],
      }
      const columns = (table[0] ?? []).map((_, column) => [`C${column}`, table.map((counts) => counts[column] ?? 0)] as const)
      const data = { place: table.map((_, row) => `R${row}`), ...Object.fromEntries(columns) }
      const params = { min_n: minimum, protect_width: width }
      assert.deepEqual(await differingPlaces('small_cell_suppression', { data, params, expected }), [])
      const withTotals = {
        place: ['Total', ...data.place],
        ...Object.fromEntries(columns.map(([title, counts]) => [title, [sum(counts), ...counts]])),
        Total: [sum(table.flat()), ...table.map(sum)],
      }
      assert.deepEqual(await differingPlaces('small_cell_suppression', { data: withTotals, params, expected }), [])
    })
  }
  it('a list: none small, one small, a group of nobody, and the total among the groups', async () => {
    const data = { group: ['a', 'b', 'c', 'd'], n: [50, 0, 12, 4] }
    const one = { primary: 'd', complementary_needed: 1, smallest_complement: 'c', hidden_sum_if_primary_only: 4 }
    assert.deepEqual(await differingPlaces('small_cell_suppression', { data, params: { min_n: 10 }, expected: one }), [])
    const total = { group: [...data.group, 'Total'], n: [...data.n, 66] }
    assert.deepEqual(await differingPlaces('small_cell_suppression', { data: total, params: { min_n: 10 }, expected: one }), [])
    const none = { primary: [], complementary_needed: 0, smallest_complement: null, hidden_sum_if_primary_only: 0 }
    assert.deepEqual(await differingPlaces('small_cell_suppression', { data, params: { min_n: 3 }, expected: none }), [])
    const two = { primary: ['d', 'c'], complementary_needed: 0, smallest_complement: null, hidden_sum_if_primary_only: 16 }
    assert.deepEqual(await differingPlaces('small_cell_suppression', { data, params: { min_n: 15 }, expected: two }), [])
  })
  it('two releases: the smaller may come first, and a difference of enough or of nobody tells nothing', async () => {
    const of = (n: number[], mean: number[]) =>
      answerTo('small_cell_suppression', { data: { release: ['one', 'other'], n, mean }, params: { min_n: 10 } })
    for (const [n, mean] of [
      [
        [14, 13],
        [3.5, 46 / 13],
      ],
      [
        [13, 14],
        [46 / 13, 3.5],
      ],
    ] as const) {
      const { difference_n, recovered_value, disclosive } = await of([...n], [...mean])
      assert.deepEqual([difference_n, Math.round(Number(recovered_value) * 1e9) / 1e9, disclosive], [1, 3, true])
    }
    assert.equal((await of([40, 30], [3, 3]))['disclosive'], false)
    assert.deepEqual(await of([40, 40], [3, 3]), { difference_n: 0, recovered_value: null, disclosive: false })
  })
})
