import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, describe, it } from 'node:test'
import { differences } from '../../bin/oracles/compare.ts'
import { publishedOf } from '../../bin/oracles/published.ts'
import { runFolder } from '../../bin/oracles/run-folder.ts'

const folders: string[] = []
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

/** A folder of files by their paths; what is no text becomes JSON. */
function folderOf(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'oracles-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

const separation = (id: string, expected: object, more: object = {}) => ({
  id,
  statistic: 'rasch_separation',
  data: { main: { file: 'one.csv', rows: 2 } },
  expected,
  tolerance: { default: { abs: 1e-9 } },
  ...more,
})
const right = { reliability: [0.5, 0.8] }
const csv = '"measure","separation"\n"a",1\n"b",2\n'

async function linesOf(folder: string): Promise<string[]> {
  return (await runFolder(folder)).flatMap(({ entry, lines }) => lines.map((line) => `${entry.statistic}/${entry.id}: ${line}`))
}

describe('running a folder', () => {
  it('finds cases that the index does not list, and goes on without an index', async () => {
    const files = {
      's/one.csv': csv,
      's/a.json': separation('a', right),
      's/b.json': separation('b', { reliability: [0.5, 0.9] }),
      's/note.json': {},
    }
    const listed = [{ statistic: 'rasch_separation', id: 'a', json: 's/a.json', title: 'More is told here', origin: 'simulated' }]
    for (const index of [{}, { 'INDEX.json': listed }, { 'INDEX.json': { cases: listed } }, { 'INDEX.json': [] }]) {
      const outcomes = await runFolder(folderOf({ ...files, ...index }))
      assert.deepEqual(
        outcomes.map(({ entry, lines }) => [entry.id, lines]),
        [
          ['a', []],
          ['b', ['reliability.1 expected 0.9 got 0.8']],
        ],
      )
    }
  })
  it('lets a case fail alone that cannot be read, computed or known', async () => {
    const folder = folderOf({
      'INDEX.json': [{ statistic: 's', id: 'gone' }],
      's/one.csv': csv,
      's/a.json': separation('a', right),
      's/broken.json': '{',
      's/lost.json': separation('lost', right, { data: { main: { file: 'none.csv' } } }),
      's/text.json': separation('text', right, { data: { main: 'text.csv' } }),
      's/text.csv': '"separation"\n"high"\n',
      's/new.json': separation('new', right, { statistic: 'moon_phase' }),
      's/empty.json': separation('empty', {}),
    })
    const lines = await linesOf(folder)
    assert.equal((await runFolder(folder)).length, 7)
    assert.equal(lines.length, 6)
    for (const [id, part] of Object.entries({
      gone: 'no result: ENOENT',
      broken: 'no result: ',
      lost: 'no result: ENOENT',
      text: '"high" is not a number',
      new: '"moon_phase" is not known',
      empty: 'expects nothing',
    })) {
      assert.ok(
        lines.some((line) => line.includes(`/${id}: `) && line.includes(part)),
        `${id}: ${lines.join('\n')}`,
      )
    }
  })
  it('keeps an empty line of a table with one column as a missing value, and passes over it elsewhere', async () => {
    const one = { 's/one.csv': '"separation"\n1\n\n2\n', 's/a.json': separation('a', { reliability: [0.5, null, 0.8] }) }
    assert.deepEqual(await linesOf(folderOf(one)), [])
    const two = { 's/one.csv': `\uFEFF${csv}\n`, 's/a.json': separation('a', right) }
    assert.deepEqual(await linesOf(folderOf(two)), [])
  })
  it('prints each differing place, then the sum, and fails by its exit code, for absolute and relative folders', () => {
    const folder = folderOf({
      's/one.csv': csv,
      's/a.json': separation('a', { reliability: [0.1, 0.2] }),
      's/b.json': separation('b', right),
    })
    const script = join(import.meta.dirname, '../../bin/oracles.ts')
    const run = (argument: string[], cwd: string) =>
      spawnSync(process.execPath, [script, ...argument], { cwd, encoding: 'utf8', env: { ...process.env, INIT_CWD: cwd } })
    const { status, stdout } = run([relative(tmpdir(), folder)], tmpdir())
    assert.equal(status, 1)
    assert.deepEqual(stdout.trim().split('\n'), [
      'rasch_separation/a: reliability.0 expected 0.1 got 0.5',
      'rasch_separation/a: reliability.1 expected 0.2 got 0.8',
      '1 passed, 1 failed',
    ])
    const good = run([folderOf({ 's/one.csv': csv, 's/a.json': separation('a', right) })], '/')
    assert.deepEqual([good.status, good.stdout], [0, '1 passed, 0 failed\n'])
    assert.equal(run([folderOf({})], '/').status, 1)
    assert.equal(run([join(folder, 'nowhere')], '/').status, 2)
  })
})

describe('comparing', () => {
  const same = (expected: unknown, got: unknown, tolerance = {}) => differences(expected, got, tolerance).length === 0
  it('takes a list of one and its bare value as the same', () => {
    assert.ok(same({ a: 3, b: [3], c: 'x' }, { a: [3], b: 3, c: ['x'] }))
    assert.ok(!same({ a: 3 }, { a: [3, 4] }))
    assert.ok(!same({ a: [3] }, { a: [3, 4] }))
  })
  it('takes [] and {} as the same, and nothing else for them', () => {
    assert.ok(same({ a: [], b: {} }, { a: {}, b: [] }))
    assert.ok(!same({ a: [] }, { a: [1] }))
    assert.ok(!same({ a: {} }, { a: null }))
  })
  it('asks that what is not defined is answered, and not with a number', () => {
    for (const expected of [null, 'NA', 'NaN', 'Inf', '-Inf']) {
      assert.ok(same({ a: expected }, { a: null }), String(expected))
      assert.ok(!same({ a: expected }, { a: 0 }), String(expected))
      assert.ok(!same({ a: expected }, {}), String(expected))
    }
    assert.ok(same({ a: 'Inf' }, { a: Infinity }))
    assert.ok(!same({ a: 0 }, { a: null }))
    assert.ok(!same({ a: 0 }, { a: Number.NaN }))
  })
  it('takes names that are numbers as either, and compares no words about the method', () => {
    assert.ok(same({ group: '7', item: 7 }, { group: 7, item: '7' }))
    assert.ok(!same({ group: '7' }, { group: 8 }))
    assert.ok(same({ model: 'as R says it', split: 'median', x: 1 }, { split: 'at the median', x: 1 }))
    assert.ok(!same({ name: 'a' }, { name: 'b' }))
  })
  it('takes the tolerance of the longest name that fits, without list numbers too, a bare number, and a least one of its own', () => {
    const tolerance = { default: 0.1, se: { abs: 0.001 }, 'rows.se': { rel: 0.01 } }
    assert.ok(same({ rows: [{ se: 100 }], se: 1, x: 1 }, { rows: [{ se: 100.9 }], se: 1.0005, x: 1.05 }, tolerance))
    assert.ok(!same({ se: 1 }, { se: 1.002 }, tolerance))
    assert.ok(!same({ rows: [{ se: 100 }] }, { rows: [{ se: 102 }] }, tolerance))
    assert.ok(same({ x: 3e-13 }, { x: 0 }, { x: { rel: 0.001 } }))
    assert.ok(!same({ x: 3e-9 }, { x: 0 }, { x: { rel: 0.001 } }))
    assert.ok(same({ x: 1 / 3 }, { x: 0.333333333333333 }))
    assert.ok(!same({ x: 1 }, { x: 1.00001 }))
  })
  it('names every place', () => {
    assert.deepEqual(
      differences({ a: { b: [1, 2], d: 1 }, c: 1 }, { a: { b: [1, 3] } }, {}).map(({ path }) => path),
      ['a.b.1', 'a.d', 'c'],
    )
  })
})

describe('figures of print', () => {
  const of = (printed: object, got: Record<string, unknown>) =>
    publishedOf({ statistic: 's', id: 'i', params: {}, tables: {}, tolerance: {}, expected: { published_rounded: printed } }, got)
  it('are found by the names that print gives them', () => {
    const got = {
      tau2_reml: 1,
      paired_t: 4,
      ucl: [5, 5],
      nodes: { betweenness: { '1': 231 } },
      kappa: 0.4,
      published_rounded: { kappa: 0.5 },
    }
    assert.deepEqual(of({ tau2: 1, t: 4, ucl: 5, betweenness_1: 231, kappa: 0.5, other: 1 }, got), {
      tau2: 1,
      t: 4,
      ucl: 5,
      betweenness_1: 231,
      kappa: 0.5,
      other: undefined,
    })
  })
})
