import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openWorld, ORIGIN, type World } from '../test/support/world.ts'
import { urls } from '../src/urls.ts'

const ROOT = join(import.meta.dirname, '..')
let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** Runs the command as an operator would, on the database of the test. */
async function found(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: world.database.appUrl, ORIGIN }
  const command = spawn(join(ROOT, 'bin', 'found'), args, { env })
  let [out, err] = ['', '']
  command.stdout.on('data', (chunk) => (out += chunk))
  command.stderr.on('data', (chunk) => (err += chunk))
  const [code] = await once(command, 'close')
  return { code, out, err }
}

const administrator = ['--administrator', 'Rosa de la Fuente', '--email', 'rosa@mail.example']
const terms = ['--slug', 'pine-ridge', '--name', 'Pine Ridge Schools', ...administrator, '--zone', 'America/Denver']

describe('founding a tenant', () => {
  it('prints an invitation by which its administrator begins', async () => {
    const { code, out, err } = await found(...terms)
    assert.deepEqual([code, err], [0, ''])
    const path = /http:\/\/localhost:4000(\/invitations\/[\w-]{43})/.exec(out)?.[1] ?? ''
    world.clock.turnTo(new Date())
    const response = await world.nobody.post(path, { name: 'Rosa de la Fuente', password: 'seven lanterns by the mill' })
    assert.equal(response.headers.get('location'), '/t/pine-ridge?done=people.joined')
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    assert.equal((await world.nobody.get(urls.adminPeople({ tenant: 'pine-ridge' }), { cookie })).status, 200)
    assert.equal((await world.nobody.get(urls.adminPeople({ tenant: 'cedar-valley' }), { cookie })).status, 404)
  })

  it('is done once for a name', async () => {
    const { code, err } = await found(...terms.with(1, 'oak-hollow'))
    assert.deepEqual([code, err], [1, 'There is a tenant oak-hollow already.\n'])
  })

  it('says what was expected', async () => {
    const { code, err } = await found('--slug', 'Pine Ridge', '--zone', 'Mars/Olympus')
    assert.equal(code, 2)
    assert.match(err, /--slug: small letters/)
    assert.match(err, /--zone: a time zone/)
    assert.match(err, /--email: an e-mail address/)
  })
})
