import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { temporaryVar } from '../../../test/support/program.ts'
import { startEmbedded, type Embedded } from './start.ts'

const undo: (() => Promise<void> | void)[] = []

describe('the embedded database', () => {
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step()
  })

  it('starts in a folder that only root can enter, and keeps its passwords private', async () => {
    const dir = privateFolder()
    const server = await start(dir)
    assert.equal(await ask(server.ownerUrl, 'select 1 as answer'), 1)
    const home = join(realpathSync(join(dir, 'postgres')), '..')
    assert.equal(statSync(join(home, 'postgres-passwords.json')).mode & 0o777, 0o600)
    assert.equal(lstatSync(join(dir, 'postgres')).isSymbolicLink(), process.getuid?.() === 0)
  })

  it('gives the program a role that owns nothing and cannot step over a wall', async () => {
    const server = await start(folder())
    const rights = 'select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as answer from pg_roles where rolname = current_user'
    assert.equal(await ask(server.appUrl, rights), false)
    await assert.rejects(ask(server.appUrl, 'create table sneaky (id int)'), /permission denied/)
    await assert.rejects(ask(server.appUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1'), /password authentication failed/)
  })

  it('keeps what was written when it is stopped and started again', async () => {
    const dir = folder()
    const first = await start(dir)
    await ask(first.ownerUrl, 'create table kept as select 7 as answer')
    await first.stop()
    const second = await start(dir)
    assert.equal(await ask(second.ownerUrl, 'select answer from kept'), 7)
    assert.equal(await ask(second.adminUrl, "select current_setting('fsync') as answer"), 'on')
  })

  it('comes back on its port, with every acknowledged row, when the server is killed', async () => {
    const server = await start(folder())
    await ask(server.ownerUrl, 'create table kept as select 7 as answer')
    process.kill(await postmasterPid(server), 'SIGKILL')
    assert.equal(await askPatiently(server.ownerUrl, 'select answer from kept'), 7)
  })

  it('replaces a server that a killed program left behind', async () => {
    const dir = folder()
    const { holder, server } = await hold(dir)
    await ask(server.ownerUrl, 'create table kept as select 7 as answer')
    const orphan = await postmasterPid(server)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const next = await start(dir)
    assert.notEqual(await postmasterPid(next), orphan)
    assert.equal(await ask(next.ownerUrl, 'select answer from kept'), 7)
  })

  it('joins the server of a program that runs, and leaves it running', async () => {
    const dir = folder()
    const { server } = await hold(dir)
    const beside = await startEmbedded({ dir, log: () => {} })
    assert.equal(beside.ownerUrl, server.ownerUrl)
    await beside.stop()
    assert.equal(await ask(server.ownerUrl, 'select 1 as answer'), 1)
  })

  it('starts although the noted process id belongs to another program by now', async () => {
    const dir = folder()
    const first = await start(dir)
    const pidFile = join(realpathSync(join(dir, 'postgres')), 'postmaster.pid')
    const text = readFileSync(pidFile, 'utf8')
    await first.stop()
    writeFileSync(pidFile, text.replace(/^\d+/, String(process.ppid)))
    const second = await start(dir)
    assert.equal(await ask(second.ownerUrl, 'select 1 as answer'), 1)
  })
})

function folder(): string {
  const { dir, remove } = temporaryVar()
  undo.push(remove)
  return dir
}

function privateFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'groundwork-'))
  undo.push(() => {
    const data = join(dir, 'postgres')
    if (existsSync(data)) rmSync(join(realpathSync(data), '..'), { recursive: true, force: true })
    rmSync(dir, { recursive: true, force: true })
  })
  return dir
}

async function start(dir: string): Promise<Embedded> {
  const server = await startEmbedded({ dir, log: () => {} })
  undo.push(() => server.stop())
  return server
}

async function hold(dir: string): Promise<{ holder: ChildProcess; server: Embedded }> {
  const script = join(import.meta.dirname, '../../../test/support/embedded-holder.ts')
  const holder = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  undo.push(async () => {
    if (holder.kill('SIGTERM')) await once(holder, 'exit')
  })
  const [line] = await once(holder.stdout, 'data')
  return { holder, server: JSON.parse(String(line)) }
}

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(question)
    return rows[0]?.answer
  } finally {
    await client.end()
  }
}

async function askPatiently(url: string, question: string): Promise<unknown> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await ask(url, question)
    } catch {
      await wait(100)
    }
  }
  throw new Error('The database did not come back.')
}

async function postmasterPid(server: Embedded): Promise<number> {
  const text = await ask(server.adminUrl, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as answer")
  return Number(text)
}
