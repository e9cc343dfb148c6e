import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { writeReport } from '../bin/report/write-report.ts'

const survey = join(import.meta.dirname, '../fixtures/end_to_end_survey/district_a.csv')

describe('a report on a file of answers', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'measures-'))
  })
  after(() => rm(folder, { recursive: true }))

  const options = () => ({ scales: [] as string[], reversed: [] as string[], minimum: 10, out: join(folder, 'out') })
  const refusal = async (text: string, more = {}) => {
    await writeFile(join(folder, 'bad.csv'), text)
    return writeReport(join(folder, 'bad.csv'), { ...options(), ...more }, () => undefined).then(
      () => 'none',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    )
  }

  it('gives the figures of the reference case as text, JSON and a page', async () => {
    const asked = { ...options(), scales: ['knowledge=know1,know2,know3,know4,know5'], reversed: ['know4'], group: 'school' }
    const text = await writeReport(survey, asked, () => undefined)
    assert.match(text, /alpha 0\.82/)
    assert.match(text, /S04 +too few/)
    const json = JSON.parse(await readFile(join(folder, 'out.json'), 'utf8'))
    assert.ok(Math.abs(json.scales[0].alpha.alpha - 0.818770668206393) < 1e-9)
    assert.ok(Math.abs(json.scales[0].groups.anova.icc1 - 0.0827523101540755) < 1e-9)
    const page = await readFile(join(folder, 'out.html'), 'utf8')
    assert.equal(page.match(/<figure/g)?.length, page.match(/<table/g)?.length)
    assert.doesNotMatch(page, /<script|https?:\/\//)
  })
  it('guesses the items, and escapes what stands in the file', async () => {
    await writeFile(join(folder, 'odd.csv'), 'name,<b>x</b>,y\nann,1,2\nbob,2,3\ncy,4,4\ndi,3,1\n')
    assert.match(await writeReport(join(folder, 'odd.csv'), options(), () => undefined), /2 items from 1 to 4/)
    assert.doesNotMatch(await readFile(join(folder, 'out.html'), 'utf8'), /<b>/)
  })
  it('refuses a bad file by row, column and what was expected', async () => {
    assert.equal(await refusal('a,b\n1,2\n3\n'), 'row 3: expected 2 fields as in the header, found "1 fields"')
    assert.equal(
      await refusal('a,b\n1,2\n3,x\n', { scales: ['s=a,b'] }),
      'row 3, column "b": expected a whole number from 1 to 3, or nothing, found "x"',
    )
    assert.match(await refusal(''), /row 1: expected a header/)
    assert.match(await refusal('a,a\n1,2\n'), /each name once/)
    assert.match(await refusal('a,b\n'), /at least one row/)
    assert.match(await refusal('a,b\n1,"2\n'), /well-formed CSV/)
    assert.match(await refusal('a,b\nx,y\n'), /two columns or more/)
    assert.match(await refusal('a,b\n1,2\n2,1\n', { group: 'school' }), /a column "school" among a, b/)
    assert.match(await refusal('a,b\n1,2\n', { scales: ['s=a'] }), /name=item,item/)
  })
})
