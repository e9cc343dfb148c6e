import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { openWorld, ORIGIN, type World } from '../../../../test/support/world.ts'
import { inIdentity } from '../../../access/scope.ts'
import { type Mail, smtpMail } from '../../../platform/mail.ts'
import { urls } from '../../../urls.ts'
import { sendResetLetter } from './commands.ts'
import { letterWorkers } from './jobs.ts'

type Received = { to: string[]; message: Buffer }

const received: Received[] = []
let refusals = 0
let mail: Mail
let world: World
let server: SMTPServer

before(async () => {
  world = await openWorld()
  server = new SMTPServer({ disabledCommands: ['STARTTLS', 'AUTH'], onRcptTo, onData })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo // it listens on a port, so its address is one
  mail = smtpMail({ url: `smtp://127.0.0.1:${port}`, from: 'Groundwork <groundwork@cedar-valley.example>' })
})
after(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
  await world.close()
})

/** Refuses for a while where told to, as a greylisting server does. */
function onRcptTo(_address: unknown, _session: unknown, callback: (error?: Error) => void) {
  callback(refusals-- > 0 ? Object.assign(new Error('Try again later'), { responseCode: 451 }) : undefined)
}

function onData(
  stream: NodeJS.ReadableStream,
  session: { envelope: { rcptTo: { address: string }[] } },
  callback: (error?: Error) => void,
) {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => {
    received.push({ to: session.envelope.rcptTo.map((one) => one.address), message: Buffer.concat(chunks) })
    callback()
  })
}

async function letters(count: number): Promise<Received[]> {
  const end = Date.now() + 60_000
  while (received.length < count && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 200))
  return received
}

const email = 'maria.alvarez@cedar-valley.example'

describe('letters', () => {
  it('are tried again when the mail server refused them: nothing is written until one has left', async () => {
    await world.nobody.post(urls.passwordReset({}), { email })
    const rows = () =>
      inIdentity(world.deps.db, undefined, (tx) => tx.selectFrom('identity.verification').select(['id', 'identifier']).execute())
    const [request] = await rows()
    refusals = 1
    await assert.rejects(sendResetLetter({ ...world.deps, mail }, request?.id ?? ''), /Try again later/)
    assert.deepEqual(await rows(), [request])
    assert.equal(received.length, 0)
  })

  it('reach the mail server by the queue, in the language of the person, and their link works', async () => {
    await world.as('maria').post(urls.me({}), { name: 'María Álvarez', language: 'es', theme: 'auto' })
    await world.jobs.work(letterWorkers({ ...world.deps, mail }))
    const [letter] = await letters(1)
    const message = await PostalMime.parse(letter?.message ?? '')
    assert.deepEqual(letter?.to, [email])
    assert.equal(message.from?.address, 'groundwork@cedar-valley.example')
    assert.equal(message.subject, 'Una contraseña nueva para Groundwork')
    assert.match(message.text ?? '', /Hola, María Álvarez:/)
    const link = new RegExp(`${ORIGIN}(/password-reset/[\\w-]{43})\r?\n`).exec(message.text ?? '')?.[1] ?? ''
    assert.equal((await world.nobody.get(link)).status, 200)
  })

  it('leave once each', async () => {
    await world.nobody.post(urls.passwordReset({}), { email })
    await letters(2)
    await new Promise((resolve) => setTimeout(resolve, 500))
    assert.equal(received.length, 2)
  })
})
