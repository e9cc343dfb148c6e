import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Mailbox, openMailbox } from '../../../../test/support/smtp.ts'
import { openWorld, ORIGIN, type World } from '../../../../test/support/world.ts'
import { inIdentity } from '../../../access/scope.ts'
import { smtpMail } from '../../../platform/mail.ts'
import { urls } from '../../../urls.ts'
import { sendResetLetter } from './commands.ts'
import { letterWorkers } from './jobs.ts'

const email = 'maria.alvarez@cedar-valley.example'
const from = 'Groundwork <groundwork@cedar-valley.example>'
let world: World
let mailbox: Mailbox

before(async () => {
  world = await openWorld()
  mailbox = await openMailbox()
})
after(async () => {
  await world.close()
  await mailbox.close()
})

describe('letters', () => {
  it('are tried again where the mail server is away: nothing is written until one has left', async () => {
    await world.nobody.post(urls.passwordReset({}), { email })
    const rows = () =>
      inIdentity(world.deps.db, undefined, (tx) => tx.selectFrom('identity.verification').select(['id', 'identifier']).execute())
    const [request] = await rows()
    const mail = smtpMail({ url: 'smtp://127.0.0.1:1', from })
    await assert.rejects(sendResetLetter({ ...world.deps, mail }, request?.id ?? ''), /ECONNREFUSED/)
    assert.deepEqual(await rows(), [request])
  })

  it('reach the mail server by the queue, in the language of the person, and their link works', async () => {
    await world.as('maria').post(urls.me({}), { name: 'María Álvarez', language: 'es', theme: 'auto' })
    await world.jobs.work(letterWorkers({ ...world.deps, mail: smtpMail({ url: mailbox.url, from }) }))
    const letter = await mailbox.letterTo(email)
    assert.equal(letter.from?.address, 'groundwork@cedar-valley.example')
    assert.equal(letter.subject, 'Una contraseña nueva para Groundwork')
    assert.match(letter.text ?? '', /Hola, María Álvarez:/)
    const link = new RegExp(`${ORIGIN}(/password-reset/[\\w-]{43})\\r?\\n`).exec(letter.text ?? '')?.[1] ?? ''
    assert.equal((await world.nobody.get(link)).status, 200)
  })

  it('leave once each, and none for an address that nobody has', async () => {
    await world.nobody.post(urls.passwordReset({}), { email: 'nobody@cedar-valley.example' })
    await world.nobody.post(urls.passwordReset({}), { email: 'tomas.reed@cedar-valley.example' })
    await mailbox.letterTo('tomas.reed@cedar-valley.example')
    const recipients = mailbox.letters.flatMap((letter) => letter.to)
    assert.deepEqual(recipients, [email, 'tomas.reed@cedar-valley.example'])
  })
})
