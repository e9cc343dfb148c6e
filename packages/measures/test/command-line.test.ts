import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const program = join(import.meta.dirname, '../bin/measures.ts')

describe('the command line', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'measures-'))
    await writeFile(join(folder, 'good.csv'), 'a,b\n1,2\n2,3\n4,4\n3,1\n')
    await writeFile(join(folder, 'bad.csv'), 'a,b\n1,2\n2,often\n4,4\n3,1\n')
  })
  after(() => rm(folder, { recursive: true }))

  const run = (...args: string[]) =>
    new Promise<{ code: number | string; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [program, ...args], { cwd: folder }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }))
    })

  it('prints a report and says what it wrote where it was started', async () => {
    const { code, out, err } = await run('report', 'good.csv')
    assert.equal(code, 0)
    assert.match(out, /alpha +0\.\d\d/)
    assert.match(err, /Wrote good\.report\.json and good\.report\.html/)
    assert.ok((await readdir(folder)).includes('good.report.html'))
  })
  it('ends with 1 on a bad file, naming file, row and column, and writes nothing', async () => {
    const { code, out, err } = await run('report', 'bad.csv', '--out', 'none')
    assert.deepEqual({ code, out }, { code: 1, out: '' })
    assert.match(err, /^bad\.csv: row 3, column "b": expected a whole number from 1 to 4, or nothing, found "often"/)
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('none')),
      [],
    )
  })
  it('ends with 1 on a file that is not there, and with 2 and the usage on words it does not know', async () => {
    assert.equal((await run('report', 'nothing.csv')).code, 1)
    for (const args of [
      [],
      ['report'],
      ['draw', 'good.csv'],
      ['report', 'good.csv', '--range', '5'],
      ['report', 'good.csv', '--colour', 'red'],
    ]) {
      const { code, err } = await run(...args)
      assert.equal(code, 2)
      assert.match(err, /measures report FILE\.csv/)
    }
  })
})
