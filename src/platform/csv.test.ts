import assert from 'node:assert/strict'
import { it } from 'node:test'
import { csvOf, csvStream } from './csv.ts'

it('guards text that a spreadsheet would run, and leaves numbers alone', () => {
  const hostile = ['=1+1', '+1', '-1', '@x', '\tx', '  =1', '\uFEFF=1', '\uFF1D1', '\u200B=1', '\u2060=1']
  const lines = csvOf(
    ['a', 'b'],
    hostile.map((text) => [text, -1]),
  ).split('\r\n')
  assert.equal(lines[0], 'a,b')
  for (const [index, text] of hostile.entries()) assert.ok(lines[index + 1]?.includes(`'${text}`) && lines[index + 1]?.endsWith(',-1'))
})

it('quotes commas, quotes and line breaks', () => {
  assert.equal(csvOf(['a'], [['x, "y"\nz']]), 'a\r\n"x, ""y""\nz"\r\n')
})

it('gives a long table in pieces that make up the whole, each when it is asked for', async () => {
  let made = 0
  const table = Array.from({ length: 2000 }, (_, i) => [i, `=${i}`, null])
  function* rows() {
    for (const row of table) {
      made += 1
      yield row
    }
  }
  const reader = csvStream(['a', 'b', 'c'], rows()).getReader()
  const pieces = [(await reader.read()).value]
  assert.ok(made < table.length)
  for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value)
  assert.ok(pieces.length > 1)
  assert.equal(Buffer.concat(pieces.map((piece) => piece ?? new Uint8Array())).toString(), csvOf(['a', 'b', 'c'], table))
})
