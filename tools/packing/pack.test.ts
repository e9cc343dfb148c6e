import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { packMeasures } from './pack.ts'

const repository = resolve(import.meta.dirname, '../..')

describe('the library as a package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-packed-'))
  const installed = join(folder, 'node_modules/@groundwork/measures')
  before(() => packMeasures(installed))
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('runs as JavaScript from under node_modules, whole and by the piece', () => {
    // Its dependencies lie in the repository, as the registry would bring them.
    symlinkSync(join(repository, 'node_modules'), join(installed, 'node_modules'))
    const program = `
      import { cronbachAlpha, momentsOfRows } from '@groundwork/measures'
      import { xmrChart } from '@groundwork/measures/charts/xmr-chart.js'
      const { alpha } = cronbachAlpha(momentsOfRows(['a', 'b'], [[1, 2], [2, 2], [3, 4], [5, 4]]))
      console.log(alpha.toFixed(4), xmrChart([1, 2, 1, 2, 1]).phases.length)`
    writeFileSync(join(folder, 'use.mjs'), program)
    // Four rows by hand: variances 35/12 and 4/3, of the sums 91/12: 2 (1 − 51/91).
    assert.equal(execFileSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' }).trim(), '0.8791 1')
  })

  it('has a command line, types, and a description that can be published', () => {
    const help = execFileSync(process.execPath, [join(installed, 'bin/measures.js'), '--help'], { encoding: 'utf8' })
    assert.match(help, /measures report FILE\.csv/)
    assert.match(readFileSync(join(installed, 'src/measures.d.ts'), 'utf8'), /cronbachAlpha/)
    const described: unknown = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    assert.ok(typeof described === 'object' && described && !('private' in described))
  })
})
