import { createTransport } from 'nodemailer'
import type { Clock } from './clock.ts'

export type Letter = { to: string; subject: string; text: string }

/** How letters leave the program; tests and the demo hand in their own. */
export type Mail = { send(letter: Letter): Promise<void> }

/** Sends by SMTP; `url` as in `smtp://user:password@host:587`. */
export function smtpMail(options: { url: string; from: string }): Mail {
  const transport = createTransport(options.url)
  return {
    async send(letter) {
      await transport.sendMail({ from: options.from, ...letter })
    },
  }
}

export type SentLetter = Letter & { sentAt: Date }

/** Letters that stay here, for the demo's outbox: in memory, the newest first. */
export type Outbox = Mail & { letters(): readonly SentLetter[] }

const OUTBOX_SIZE = 100

export function openOutbox(clock: Clock): Outbox {
  let letters: readonly SentLetter[] = []
  return {
    async send(letter) {
      letters = [{ ...letter, sentAt: clock.now() }, ...letters].slice(0, OUTBOX_SIZE)
    },
    letters: () => letters,
  }
}

export function isOutbox(mail: Mail): mail is Outbox {
  return 'letters' in mail
}
