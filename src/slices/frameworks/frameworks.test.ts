import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { openWorld, type World } from '../../../test/support/world.ts'
import { inTenant, type Scope } from '../../access/scope.ts'
import type { Tx } from '../../platform/database.ts'
import { findFramework, listFrameworks, listVariables } from './queries.ts'
import { faultsIn } from './rules.ts'

describe('the frameworks that come with the program', () => {
  let world: World
  let dana: Scope
  before(async () => {
    world = await openWorld()
    dana = await world.scope('dana')
  })
  after(() => world.close())

  function read<Result>(query: (tx: Tx) => Promise<Result>): Promise<Result> {
    return inTenant(world.deps.db, dana, query)
  }

  it('are without a fault, each as it was published last', async () => {
    const frameworks = await read(listFrameworks)
    assert.ok(frameworks.length > 0)
    for (const { key, document } of frameworks) {
      const keys = (await read((tx) => listVariables(tx, key))).map((one) => one.variable)
      assert.deepEqual(faultsIn(document, keys), [], key)
      assert.match(document.source, /\w/)
    }
  })

  it('hold the ten variables of district capacity, in three steps and a foundation', async () => {
    const { document } = await read((tx) => findFramework(tx, 'district_capacity'))
    const inStep = document.steps.map(({ key, place }) => [place, document.variables.filter(({ step }) => step === key).length])
    assert.deepEqual(inStep, [
      ['path', 3],
      ['path', 1],
      ['path', 4],
      ['foundation', 2],
    ])
  })

  it('can be changed by nobody who uses the program', async () => {
    const change = (tx: Tx) => tx.updateTable('reference.frameworkVersion').set({ version: 2 }).execute()
    await assert.rejects(read(change), /permission denied/)
  })

  it('are the newest version, and keep the variables of earlier ones', async () => {
    const owner = new pg.Client({ connectionString: world.database.ownerUrl })
    await owner.connect()
    await owner.query(
      `insert into reference.framework_version select framework_key, 2, '2026-11-23',
         jsonb_set(document, '{title,en}', '"Capacity, said anew"') from reference.framework_version`,
    )
    await owner.end()
    const { version, document } = await read((tx) => findFramework(tx, 'district_capacity'))
    assert.deepEqual([version, document.title['en']], [2, 'Capacity, said anew'])
    assert.equal((await read((tx) => listVariables(tx))).length, 10)
  })
})
