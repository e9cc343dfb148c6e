import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

const source = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const tokens = [...source.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => ({
  name,
  light,
  dark,
}))

const grounds = ['paper', 'raised', 'sunk']
const texts = ['ink', 'soft', 'blue', 'blue-strong', 'hue-1', 'hue-2', 'hue-3', 'hue-4', 'needs']
const washes = ['blue', 'hue-1', 'hue-2', 'hue-3', 'hue-4', 'needs']

for (const theme of ['light', 'dark'] as const) {
  describe(`Colours in the ${theme} theme`, () => {
    for (const text of texts)
      it(`set ${text} at 4.5 to 1 or more on every ground`, () => {
        for (const ground of grounds)
          assert.ok(contrast(text, ground, theme) >= 4.5, `${ground}: ${contrast(text, ground, theme).toFixed(2)}`)
      })

    for (const hue of washes)
      it(`set ${hue} and ink at 4.5 to 1 or more on its own wash`, () => {
        for (const text of [hue, 'ink'])
          assert.ok(contrast(text, `${hue}-wash`, theme) >= 4.5, `${text}: ${contrast(text, `${hue}-wash`, theme).toFixed(2)}`)
      })

    it('set the main button at 4.5 to 1 or more, resting and hovered', () => {
      for (const blue of ['blue', 'blue-strong']) assert.ok(contrast('on-blue', blue, theme) >= 4.5)
    })

    it('draw the edge of an entry, and the ring of the focus, at 3 to 1 or more', () => {
      for (const line of ['edge', 'blue'])
        for (const ground of grounds) assert.ok(contrast(line, ground, theme) >= 3, `${line} on ${ground}`)
    })

    it('give the four hues the same weight', () => {
      const weights = [1, 2, 3, 4].map((hue) => contrast(`hue-${hue}`, 'paper', theme))
      assert.ok(Math.max(...weights) / Math.min(...weights) < 1.12, weights.map((weight) => weight.toFixed(2)).join(' '))
    })
  })
}

function colour(name: string, theme: 'light' | 'dark') {
  const token = tokens.find((each) => each.name === name)
  assert.ok(token, `no token ${name}`)
  return token[theme]
}

/** The contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string, theme: 'light' | 'dark') {
  const [dim = 0, bright = 0] = [luminance(colour(a, theme)), luminance(colour(b, theme))].toSorted((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(share: number) {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
