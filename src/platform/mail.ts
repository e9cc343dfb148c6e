import { createTransport } from 'nodemailer'

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
