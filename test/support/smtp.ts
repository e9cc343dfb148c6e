import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Mailbox = {
  /** What SMTP_URL should be. */
  url: string
  letters: { to: string[]; email: Email }[]
  /** The first letter to an address, waited for: jobs send mail later than the request. */
  letterTo: (address: string) => Promise<Email>
  close: () => Promise<void>
}

/** A real SMTP server on the loopback that keeps what it receives. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: Mailbox['letters'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((email) => letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), email }))
        .then(() => done(), done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo // A server that listens on TCP has such an address.
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    letterTo: (address) => waitForLetter(letters, address),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function waitForLetter(letters: Mailbox['letters'], address: string): Promise<Email> {
  for (let tries = 0; tries < 200; tries++) {
    const letter = letters.find(({ to }) => to.includes(address))
    if (letter) return letter.email
    await wait(50)
  }
  throw new Error(`No letter to ${address} came; there were ${letters.length} to others.`)
}
