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
    assert.match(text, /alpha +0\.82/)
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
  it('takes what shares its values for items, and says what it left out', async () => {
    await writeFile(join(folder, 'mixed.csv'), 'id;sex;a;b;c\n901;1;1;5;3\n902;2;5;1;4\n\n903;1;3;4;5\n904;2;2;2;1\n')
    const text = await writeReport(join(folder, 'mixed.csv'), options(), () => undefined)
    assert.match(text, /4 rows.*the 3 columns that hold whole numbers from 1 to 5.*Not in a scale: id \(901 to 904\), sex \(1 to 2\)\./)
  })
  it('takes columns of one name for a scale, and names those that go against the others', async () => {
    const text = await writeReport(survey, options(), () => undefined)
    assert.match(text, /the 20 columns .* are taken as 4 by their names: know, tool, stru, rela\./)
    assert.match(text, /know: 5 items.*\n[^]*This item goes against the others: know4\./)
    assert.match(await readFile(join(folder, 'out.html'), 'utf8'), /against the others: know4/)
  })
  it('counts the answers of a scale whose range a late row widens, as if it had been known', async () => {
    const rows = Array.from({ length: 10_500 }, (_, i) => `${1 + (i % 3)},${1 + ((i >> 1) % 3)}`)
    await writeFile(join(folder, 'late.csv'), `a,b\n${rows.join('\n')}\n5,4\n`)
    assert.match(await writeReport(join(folder, 'late.csv'), options(), () => undefined), /2 items from 1 to 5; 10501 people/)
  })
  it('takes the signs of no answer and the range that it is told', async () => {
    await writeFile(join(folder, 'nines.csv'), 'a,b\n9,2\n2,3\n4,9\n3,4\n2,.\n')
    const text = await writeReport(
      join(folder, 'nines.csv'),
      { ...options(), missing: ['9'], range: { least: 1, most: 5 } },
      () => undefined,
    )
    assert.match(text, /2 items from 1 to 5; 5 people with a score, 2 answered all/)
  })
  it('keeps back a second group where the first could be subtracted out', async () => {
    const rows = ['x', 'y', 'z'].flatMap((group, i) =>
      Array.from({ length: 3 + 10 * i }, (_, n) => `${group},${1 + (n % 4)},${1 + ((n + i) % 4)}`),
    )
    await writeFile(join(folder, 'groups.csv'), `school,a,b\n${rows.join('\n')}\n`)
    const text = await writeReport(join(folder, 'groups.csv'), { ...options(), group: 'school' }, () => undefined)
    assert.match(text, /x +too few\n +y +too few\n +z +23 /)
  })
  it('says where a figure cannot be used, and what the columns hold that it left out', async () => {
    const against = Array.from({ length: 40 }, (_, n) => [1 + ((n * n) % 5), 1 + ((3 * n * n + n) % 5), 5 - ((n * n + 2 * n) % 5)])
    await writeFile(join(folder, 'against.csv'), `age,a,b,c\n${against.map((row, n) => [20 + n, ...row].join(',')).join('\n')}\n`)
    const text = await writeReport(join(folder, 'against.csv'), options(), () => undefined)
    assert.match(text, /Not in a scale: age \(20 to 59\)\./)
    assert.match(text, /omega +14.20 .*less than no error: do not use it/)
  })
  it('refuses a bad file by row, column and what was expected', async () => {
    assert.equal(await refusal('a,b\n1,2\n3\n'), 'row 3: expected 2 fields as in the header, found "1 fields"')
    assert.equal(
      await refusal('a,b\n1,2\n3,x\n', { scales: ['s=a,b'] }),
      'row 3, column "b": expected a whole number from 1 to 3, or nothing, found "x"',
    )
    assert.match(
      await refusal('a,b\n1,2\n\n3,4\n2,x\n4,1\n'),
      /^row 5, column "b": expected a whole number from 1 to 4, or nothing, found "x"; if/,
    )
    assert.match(await refusal('a,b\n1,2\n2,1\n', { reversed: ['b'], scales: ['s=a,a'] }), /name=item,item/)
    assert.match(await refusal('a,b,c\n1,2,1\n2,1,2\n', { reversed: ['c'], scales: ['s=a,b'] }), /column "c": expected an item of a scale/)
    assert.match(await refusal('PK\u0003\u0004\u0014'), /save the workbook as CSV/)
    assert.match(await refusal('a,b\n1,2\n3,x\u0007y\n', { scales: ['s=a,b'] }), /found "x y"/)
    assert.match(await refusal(''), /row 1: expected a header/)
    assert.match(await refusal('a,a\n1,2\n'), /each name once/)
    assert.match(await refusal('a,b\n'), /at least one row/)
    assert.match(await refusal('a,b\n1,"2\n'), /well-formed CSV/)
    assert.match(
      await refusal('a,b\nx,1.5\n'),
      /two columns or more .* made numbers first .* found "1 of text, such as a; 1 of decimals, such as b"/,
    )
    assert.match(await refusal('a,b\n1,2\n2,1\n', { group: 'school' }), /a column "school" among a, b/)
    assert.match(await refusal('a,b\n1,2\n', { scales: ['s=a'] }), /name=item,item/)
  })
})
