import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readCell, readRespondents } from './cells/rules.ts'
import { guessChoices, profiler } from './columns/rules.ts'
import { readLines } from './identifiers/rules.ts'
import { whyNotLoadAt } from './loads/rules.ts'
import { matcherOf } from './matching/rules.ts'
import { inOrder, withGaps } from './rules.ts'
import type { OutsidePoint, SchoolScores } from './schema.ts'
import { readHeader, readRecords } from './sheet/rules.ts'
import { schoolsPerDot, spreadOf, standingOf } from './spread/rules.ts'

const SCHOOLS = [
  { id: 'a', name: 'Lincoln Elementary', identifiers: ['0007', '01M015'] },
  { id: 'b', name: 'Rivera  High', identifiers: [] },
  { id: 'c', name: 'Twin', identifiers: ['0107'] },
  { id: 'd', name: 'twin', identifiers: ['0108'] },
]

describe('a cell', () => {
  const numbers: [string, number][] = [
    ['4.32', 4.32],
    [' 85% ', 85],
    ['85.5 %', 85.5],
    ['1,234', 1234],
    ['1,234,567.5', 1234567.5],
    ['4,3', 4.3],
    ['.5', 0.5],
    ['-2', -2],
    ['0', 0],
    ['007', 7],
  ]
  for (const [text, value] of numbers)
    it(`reads ${JSON.stringify(text)} as ${value}`, () => {
      const cell = readCell(text)
      assert.equal(cell.is === 'number' && cell.value, value)
    })

  for (const text of ['', ' ', 'N/A', 'n/a', 'NA', '#N/A', 'null', '-', '–', '*', '**', '.', 's', '<5', '< 10', 'NaN'])
    it(`takes ${JSON.stringify(text)} for no score, and never for nought`, () => {
      assert.deepEqual(readCell(text), { is: 'missing' })
    })

  for (const text of ['high', '4.3.2', '12 of 20', '1e5', '0x10', 'Infinity', '9'.repeat(400), '1.234,5'])
    it(`takes ${JSON.stringify(text.slice(0, 20))} for neither`, () => {
      assert.deepEqual(readCell(text), { is: 'text' })
    })

  it('counts answers, and says few where the file itself keeps them back', () => {
    const read = ['31', '5', '4', '0', '<5', '< 10', '*', '', 'N/A', 'many', '-3'].map((text) => readRespondents(text, 5))
    assert.deepEqual(read, [31, 5, 'few', 'few', 'few', 'few', 'few', null, null, 'text', 'text'])
  })
})

describe('a file', () => {
  async function records(text: string) {
    const rows = []
    for await (const row of readRecords(new TextEncoder().encode(text))) rows.push(row)
    return rows
  }

  it('is read with marks, any line ends, semicolons and cells of several lines', async () => {
    const rows = await records('\uFEFFa;b;;\r\n1;"x\r\ny";;\r\n;;;\r\n2;ñ')
    assert.deepEqual(rows, [
      { row: 1, cells: ['a', 'b', '', ''] },
      { row: 2, cells: ['1', 'x y', '', ''] },
      { row: 4, cells: ['2', 'ñ'] },
    ])
    assert.deepEqual(readHeader(rows[0]), ['a', 'b'])
  })

  it('keeps letters whole that lie over two pieces', async () => {
    const rows = await records(`name\n${'é'.repeat(40_000)}x\n`)
    assert.equal(rows[1]?.cells[0], 'é'.repeat(1000))
    const long = await records(`a\n${'ñé,'.repeat(30)}\n`.repeat(2000))
    assert.ok(long.every(({ cells }) => cells.length === 1 || cells[0] === 'ñé'))
  })

  it('is not a table without end', async () => {
    await assert.rejects(records(`a\n${'1\n'.repeat(200_001)}`), { fault: 'too_many_rows', row: 200_001 })
    await assert.rejects(records(`a\n"${'x'.repeat(1_100_000)}"\n`), { fault: 'bad_csv' })
    assert.throws(() => readHeader({ row: 1, cells: new Array<string>(2001).fill('a') }), { fault: 'too_many_columns' })
  })
})

describe('the guess', () => {
  function guess(header: string[], rows: string[][], fileName = 'x.csv') {
    const told = profiler(header, matcherOf(SCHOOLS))
    for (const [index, cells] of rows.entries()) told.tell({ row: index + 2, cells })
    return guessChoices(told.profile(), fileName)
  }

  it('finds the columns of the number and the name by our own schools, and the year in the name of the file', () => {
    const choices = guess(['title', 'code', 'Trust'], [['LINCOLN elementary', '01m015', '4.2']], 'scores_2019.csv')
    assert.deepEqual([choices.identifierColumn, choices.nameColumn, choices.year], [1, 0, 2019])
    assert.deepEqual(choices.scores, [{ index: 2, name: 'Trust', low: 1, high: 5, better: 'up' }])
  })

  it('takes what is called a score, else all numbers that are not too many', () => {
    const named = guess(['DBN', 'Rate %', 'Trust Score'], [['01', '85%', '4.1']])
    assert.deepEqual(
      named.scores.map((score) => score.name),
      ['Trust Score'],
    )
    const wide = guess(
      Array.from({ length: 14 }, (_, index) => `q${index}`),
      [new Array<string>(14).fill('3')],
    )
    assert.deepEqual(wide.scores, [])
    const rate = guess(['School ID', 'Return'], [['01', '60%']])
    assert.deepEqual(rate.scores[0], { index: 1, name: 'Return', low: 0, high: 100, better: 'up' })
  })

  it('gives a scale on which every value lies', () => {
    const scaleOf = (values: string[]) => {
      const { scores } = guess(
        ['School ID', 'Score'],
        values.map((value, index) => [String(index), value]),
      )
      return [scores[0]?.low, scores[0]?.high]
    }
    assert.deepEqual(scaleOf(['0.2', '0.9']), [0, 1])
    assert.deepEqual(scaleOf(['1.5', '4.9']), [1, 5])
    assert.deepEqual(scaleOf(['0.5', '7.9']), [0, 10])
    assert.deepEqual(scaleOf(['-3', '250.5']), [-3, 251])
    assert.deepEqual(scaleOf(['200', '200']), [200, 201])
  })
})

describe('a school of a file', () => {
  const { match } = matcherOf(SCHOOLS)

  it('is found by its number, else by its exact name, whatever the capitals and blanks', () => {
    assert.deepEqual(match(' 01m015 ', 'Some other name'), { unitId: 'a', by: 'identifier' })
    assert.deepEqual(match('99', 'rivera HIGH'), { unitId: 'b', by: 'name' })
  })

  it('is none of ours where that would be a guess', () => {
    assert.deepEqual(match('7', ''), { unitId: null, why: 'zeros_lost', expected: '0007' })
    assert.deepEqual(match('', 'Twin'), { unitId: null, why: 'name_twice', expected: '' })
    assert.deepEqual(match('', 'Rivera'), { unitId: null, why: 'unknown_school', expected: '' })
    assert.deepEqual(match('', ''), { unitId: null, why: 'unknown_school', expected: '' })
    assert.deepEqual(match('1M015', ''), { unitId: null, why: 'zeros_lost', expected: '01M015' })
  })

  it('gets its number from a pasted line, once', () => {
    const schools = [
      { id: 'a', name: 'Lincoln, the old one', slug: 'lincoln', numbers: [{ id: null, identifier: '0007', from: 'roster' as const }] },
      { id: 'b', name: 'Rivera', slug: 'rivera', numbers: [] },
    ]
    const { given, bad } = readLines('Lincoln, the old one, 0007\n\nRivera\tR-1\nrivera; r-1\nRivera, 0007\nOther, 1\nRivera\n', schools)
    assert.deepEqual(given, [{ unitId: 'b', identifier: 'R-1' }])
    assert.deepEqual(
      bad.map(({ line, fault }) => [line, fault]),
      [
        [5, 'taken'],
        [6, 'unknown_school'],
        [7, 'no_comma'],
      ],
    )
  })
})

describe('how schools lie', () => {
  it('gives the quartiles of R, and every school its stretch', () => {
    const spread = spreadOf([5, 1, 2, 4], { low: 1, high: 5 })
    assert.deepEqual([spread.lowest, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.highest], [1, 1.75, 3, 4.25, 5])
    assert.equal(spread.bins.length, 40)
    assert.deepEqual([spread.bins[0], spread.bins[39]], [1, 1])
    assert.equal(
      spread.bins.reduce((sum, count) => sum + count),
      4,
    )
  })

  it('says nothing of none, and no quarter of few', () => {
    const none = spreadOf([], { low: 0, high: 1 })
    assert.deepEqual([none.schools, none.lowest, none.median], [0, null, null])
    assert.equal(standingOf(1, spreadOf([1, 2, 3], { low: 0, high: 5 })), undefined)
    const five = spreadOf([1, 2, 3, 4, 5], { low: 0, high: 5 })
    assert.deepEqual(
      [1.9, 2, 4, 4.1, null].map((value) => standingOf(value, five)),
      ['lowest_quarter', 'middle_half', 'middle_half', 'highest_quarter', undefined],
    )
  })

  it('lets a dot stand for more schools where they are many', () => {
    assert.deepEqual([[0, 3], [12], [13], [60], [130], [20_000]].map(schoolsPerDot), [1, 1, 2, 5, 20, 2000])
  })

  it('shows the years for which there is nothing', () => {
    const point = (year: number) => ({ edition: { year, period: '' } }) as OutsidePoint // all that the years ask about
    const shown = withGaps([point(2018), point(2019), point(2019), point(2022)])
    assert.deepEqual(
      shown.map((one) => (typeof one === 'string' ? one : one.edition.year)),
      [2018, 2019, 2019, '2020', '2021', 2022],
    )
  })

  it('puts schools without a score last, whichever way', () => {
    const row = (unitName: string, score: number | null) => ({ unitName, scores: [score] }) as SchoolScores // all that the order asks about
    const rows = [row('B', null), row('C', 2), row('A', null), row('D', 3)]
    assert.equal(
      inOrder(rows, 0, false)
        .map((one) => one.unitName)
        .join(''),
      'CDAB',
    )
    assert.equal(
      inOrder(rows, 0, true)
        .map((one) => one.unitName)
        .join(''),
      'DCAB',
    )
    assert.equal(
      inOrder(rows, undefined, true)
        .map((one) => one.unitName)
        .join(''),
      'DCBA',
    )
  })
})

it('takes files where several schools are, or at the top', () => {
  assert.equal(whyNotLoadAt({ kind: 'district', path: ['a'] }), undefined)
  assert.equal(whyNotLoadAt({ kind: 'school', path: ['a'] }), undefined)
  assert.equal(whyNotLoadAt({ kind: 'region', path: ['a', 'b'] }), undefined)
  assert.equal(whyNotLoadAt({ kind: 'school', path: ['a', 'b'] }), 'measures.outside_load_above')
})
