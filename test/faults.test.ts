import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { after, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { choosePlace } from '../src/platform/embedded/place.ts'
import { findPostmaster } from '../src/platform/embedded/postmaster.ts'
import { urls } from '../src/urls.ts'
import { startProgram, temporaryVar, type Program } from './support/program.ts'
import { visit, type Visitor } from './support/visitor.ts'

const place = { tenant: 'cedar-valley', place: 'orchard-elementary' }
const WRITES = 40

describe('a kill in the middle of writing', () => {
  const folder = temporaryVar()
  let program: Program | undefined
  after(async () => {
    await program?.stop()
    folder.remove()
  })

  it('of the database, then of the program, loses no acknowledged write and doubles none', async () => {
    program = await startProgram(folder.dir)
    const acknowledged: string[] = []
    const paula = await visit(program.address, 'paula')
    await writeWhile(paula, 'before', acknowledged, () => process.kill(findPostmaster(choosePlace(folder.dir))?.pid ?? 0, 'SIGKILL'))
    await writeWhile(paula, 'after', acknowledged, () => program?.process.kill('SIGKILL'))
    if (program.process.signalCode === null) await once(program.process, 'exit')
    program = await startProgram(folder.dir)
    const table = await (await (await visit(program.address, 'paula')).get(urls.resourcesCsv(place))).text()
    const counts = acknowledged.map((name) => table.split(name).length - 1)
    assert.ok(acknowledged.length > WRITES / 2, `only ${acknowledged.length} writes were acknowledged`)
    assert.deepEqual(
      counts,
      acknowledged.map(() => 1),
    )
  })

  it('of the database under forty requests at once answers each, and the program goes on', async () => {
    program ??= await startProgram(folder.dir)
    const paula = await visit(program.address, 'paula')
    const writes = Array.from({ length: 40 }, (_, n) => paula.post(urls.resources(place), { kind: 'tools', name: `at once ${n}` }))
    await wait(20)
    process.kill(findPostmaster(choosePlace(folder.dir))?.pid ?? 0, 'SIGKILL')
    for (const answer of await Promise.all(writes)) {
      assert.ok([303, 503].includes(answer.status), `${answer.status}`)
      assert.equal(answer.headers.get('retry-after'), answer.status === 503 ? '5' : null)
    }
    await servesAgain(paula)
    assert.equal(program.process.exitCode, null)
  })
})

async function servesAgain(visitor: Visitor): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await visitor.get(urls.resources(place))).status === 200) return
    await wait(200)
  }
  assert.fail('the program does not serve again')
}

/** Each write is sent again, as the same act, until it is acknowledged or the program is gone for good. */
async function writeWhile(visitor: Visitor, stage: string, acknowledged: string[], kill: () => void): Promise<void> {
  for (let n = 0; n < WRITES; n++) {
    if (n === WRITES / 2) kill()
    const name = `${stage} the kill: structure number ${n};`
    if (await isAcknowledged(visitor, name)) acknowledged.push(name)
    else return
  }
}

async function isAcknowledged(visitor: Visitor, name: string): Promise<boolean> {
  const act = randomUUID()
  for (let tries = 0; tries < 100; tries++) {
    try {
      const { status } = await visitor.post(urls.resources(place), { kind: 'structures', name }, act)
      if (status === 303) return true
    } catch {
      // The program itself is gone: what was not acknowledged may be there or not.
      return false
    }
    await wait(100)
  }
  return false
}
