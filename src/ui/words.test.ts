import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
// The icons have the names that their makers gave them.
const others = /\.test\.ts$|icon-names\.ts$|\.generated\.ts$/
const domain =
  /\b(goals?|resources?|schools?|districts?|teachers?|principals?|strateg(?:y|ies)|cycles?|ballots?|rosters?|surveys?|pupils?|students?|classroom)\b/i

it('No part knows what the program is about: it could ship in another', () => {
  const files = globSync('**/*.{ts,tsx,css}', { cwd: folder }).filter((file) => !others.test(file))
  assert.ok(files.length > 40)
  const found = files.flatMap((file) => {
    const lines = readFileSync(folder + file, 'utf8').split('\n')
    return lines.flatMap((line, index) => (domain.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []))
  })
  assert.deepEqual(found, [])
})
