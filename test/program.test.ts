import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { findPostmaster } from '../src/platform/embedded/postmaster.ts'
import { choosePlace } from '../src/platform/embedded/place.ts'
import { launchProgram, startProgram, temporaryVar, type Program } from './support/program.ts'

const empty = { DEMO: 'off', SMTP_URL: 'smtp://127.0.0.1:9' }

describe('the program as a process', () => {
  const folder = temporaryVar()
  const fresh = temporaryVar()
  let current: Program | undefined
  after(async () => {
    await current?.stop()
    for (const one of [folder, fresh]) one.remove()
  })

  /** The program of the test before, where that left one that runs; else it starts, over what the last one wrote. */
  async function running(): Promise<Program> {
    if (current?.process.exitCode !== null || current.process.signalCode !== null) current = await startProgram(folder.dir, empty)
    return current
  }

  it('answers where it says, and stops everything on SIGTERM', async () => {
    const program = await running()
    assert.equal((await fetch(`${program.address}/readyz`)).status, 200)
    program.process.kill('SIGTERM')
    const [code] = await once(program.process, 'exit')
    assert.equal(code, 0)
    assert.equal(findPostmaster(choosePlace(folder.dir)), undefined)
    await assert.rejects(fetch(`${program.address}/readyz`))
  })

  it('stops everything as well when it is told to while it starts', async () => {
    const { program, output } = await launchProgram(fresh.dir, empty)
    await until(() => existsSync(join(fresh.dir, 'postgres', 'postmaster.pid')))
    program.kill('SIGTERM')
    const [code] = await once(program, 'exit')
    assert.deepEqual([code, output()], [0, ''])
    assert.equal(findPostmaster(choosePlace(fresh.dir)), undefined)
  })

  it('says where it runs when it is started a second time', async () => {
    const first = await running()
    await assert.rejects(startProgram(folder.dir, empty), new RegExp(`ended with 0:\\s+Groundwork is running already: ${first.address}`))
    assert.equal((await fetch(`${first.address}/readyz`)).status, 200)
  })

  it('starts again after it was killed', async () => {
    const first = await running()
    first.process.kill('SIGKILL')
    await once(first.process, 'exit')
    const second = await running()
    assert.equal((await fetch(`${second.address}/readyz`)).status, 200)
  })

  it('answers again by itself after the database was killed', async () => {
    const program = await running()
    const killed = findPostmaster(choosePlace(folder.dir))?.pid ?? 0
    process.kill(killed, 'SIGKILL')
    await until(() => (findPostmaster(choosePlace(folder.dir))?.pid ?? killed) !== killed)
    await until(async () => (await fetch(`${program.address}/readyz`)).status === 200)
  })

  it('refuses a wrong setting with a sentence', async () => {
    await assert.rejects(startProgram(fresh.dir, { ...empty, LOG_LEVEL: 'loud' }), /ended with 1:\s+LOG_LEVEL is "loud"\. Expected one of/)
  })
})

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail('It did not come about within twenty seconds.')
}
