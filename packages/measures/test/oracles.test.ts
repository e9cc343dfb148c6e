import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { runFolder } from '../bin/oracles/run-folder.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const whole = join(import.meta.dirname, '../../../../shared/oracles')

describe('the reference cases', () => {
  for (const folder of [fixtures, whole].filter((path) => existsSync(path))) {
    it(`agree within their tolerances: ${folder === fixtures ? 'fixtures' : 'shared'}`, async () => {
      const failed = (await runFolder(folder)).filter((outcome) => outcome.lines.length > 0)
      assert.deepEqual(
        failed.flatMap(({ entry, lines }) => lines.map((line) => `${entry.statistic}/${entry.id}: ${line}`)),
        [],
      )
    })
  }
})
