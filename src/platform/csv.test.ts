import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
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

describe('a long table', () => {
  const HEADER = ['a', 'b', 'c']
  const PIECES = Array.from({ length: 4 }, (_, piece) => Array.from({ length: 600 }, (_, at) => [piece * 600 + at, `=${at}`, null]))

  it('goes out in pieces that make up the whole', async () => {
    const texts = await Array.fromAsync(csvStream(HEADER, PIECES))
    assert.ok(texts.length > PIECES.length)
    assert.equal(Buffer.concat(texts).toString(), csvOf(HEADER, PIECES.flat()))
  })

  it('is asked for its pieces as they are taken, and no more once the reader has gone', async () => {
    let [asked, hasEnded] = [0, false]
    async function* pieces() {
      try {
        for (const piece of PIECES) {
          asked += 1
          yield piece
        }
      } finally {
        hasEnded = true
      }
    }
    const reader = csvStream(HEADER, pieces()).getReader()
    await turn()
    assert.equal(asked, 0)
    for (const expected of [0, 1, 1, 1, 2]) {
      await reader.read()
      await turn()
      assert.equal(asked, expected)
    }
    await reader.cancel()
    assert.deepEqual([asked, hasEnded], [2, true])
  })

  it('lets others be served while a fast reader takes it', async () => {
    const reader = csvStream(HEADER, PIECES).getReader()
    let areServed = false
    setImmediate(() => (areServed = true))
    for (let read = 0; read < 3; read++) await reader.read()
    assert.ok(areServed)
    await reader.cancel()
  })

  it('breaks when a piece cannot be had', async () => {
    function* pieces() {
      yield [[1, 2, 3]]
      throw new Error('gone')
    }
    await assert.rejects(Array.fromAsync(csvStream(HEADER, pieces())), /gone/)
  })
})
