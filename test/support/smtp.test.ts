import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createTransport } from 'nodemailer'
import { openMailbox } from './smtp.ts'

it('receives a letter as it was written', async () => {
  const mailbox = await openMailbox()
  const transport = createTransport(mailbox.url)
  await transport.sendMail({ from: 'groundwork@example.org', to: 'maria@example.org', subject: 'Reunión', text: 'Hasta mañana' })
  const letter = await mailbox.letterTo('maria@example.org')
  assert.deepEqual([letter.subject, letter.text?.trim()], ['Reunión', 'Hasta mañana'])
  transport.close()
  await mailbox.close()
})
