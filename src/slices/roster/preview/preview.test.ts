import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { after, before, describe, it } from 'node:test'
import { openWorld } from '../../../../test/support/world.ts'
import type { World } from '../../../../test/support/world.ts'

const ROOT = new URL('../../../../', import.meta.url).pathname
const FIXTURES = `${ROOT}test/fixtures/oneroster/`

function roster(args: string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(`${ROOT}bin/roster`, args, { encoding: 'utf8', cwd: ROOT, env: { ...process.env, ...env } })
}

describe('bin/roster preview', () => {
  it('prints what the good bundle has, and ends well', () => {
    const { status, stdout } = roster(['preview', `${FIXTURES}synthetic_v1p1_good`, '--json'])
    const { version, mode, counts, defects } = JSON.parse(stdout)
    assert.deepEqual({ status, version, mode, defects }, { status: 0, version: '1.1', mode: 'bulk', defects: [] })
    assert.equal(counts.users, 780)
  })

  it('prints every defect with its place, and ends with 1 where anything is refused', () => {
    const { status, stdout } = roster(['preview', `${FIXTURES}synthetic_v1p1_broken`, '--json'])
    assert.equal(status, 1)
    const defect = JSON.parse(stdout).defects.find((one: { file: string; row: number }) => one.file === 'users.csv' && one.row === 14)
    assert.deepEqual(defect, {
      file: 'users.csv',
      row: 14,
      column: 'role',
      code: 'bad_enum',
      severity: 'error',
      expected: 'administrator | aide | guardian | parent | proctor | relative | student | teacher',
      found: 'principal',
    })
  })

  it('speaks to people without --json', () => {
    const { stdout } = roster(['preview', `${FIXTURES}synthetic_dirty_v1p1.zip`])
    assert.match(stdout, /error {3}users\.csv:46 sourcedId duplicate_id/)
  })

  it('says what was wrong with a file that is none, and how it is called', () => {
    const nothing = roster(['preview', '/nowhere.zip', '--json'])
    assert.equal(nothing.status, 1)
    assert.equal(JSON.parse(nothing.stdout).defects[0].code, 'bad_archive')
    assert.equal(roster(['preview']).status, 2)
    assert.equal(roster(['load', 'x', '--what']).status, 2)
  })

  it('starts from another folder and through a bare path', () => {
    const out = execFileSync(`${ROOT}bin/roster`, ['preview', 'synthetic_v1p1_good', '--json'], {
      cwd: FIXTURES,
      env: { PATH: '/usr/bin:/bin' },
    })
    assert.equal(JSON.parse(out.toString()).counts.orgs, 11)
  })
})

describe('bin/roster apply', () => {
  let world: World
  before(async () => void (world = await openWorld()))
  after(async () => await world.close())

  const apply = (args: string[]) => roster(['apply', `${FIXTURES}synthetic_v1p1_good`, ...args], { DATABASE_URL: world.database.appUrl })

  it('loads a folder, and the second time finds nothing to do', () => {
    const first = apply(['--tenant', 'cedar-valley'])
    assert.equal(first.status, 0, first.stderr)
    assert.match(first.stdout, /person: 318 added/)
    const second = apply(['--tenant', 'cedar-valley'])
    assert.equal(second.status, 0, second.stderr)
    assert.match(second.stderr, /Nothing to change/)
  })

  it('asks for the tenant, and says where there is none of that name', () => {
    assert.equal(apply([]).status, 2)
    const unknown = apply(['--tenant', 'nowhere'])
    assert.equal(unknown.status, 1)
    assert.match(unknown.stderr, /no tenant nowhere/)
  })

  it('changes nothing by a bundle that cannot be applied', () => {
    const args = ['apply', `${FIXTURES}synthetic_v1p1_broken`, '--tenant', 'oak-hollow']
    const { status, stderr } = roster(args, { DATABASE_URL: world.database.appUrl })
    assert.equal(status, 1)
    assert.match(stderr, /cannot be applied/)
  })
})
