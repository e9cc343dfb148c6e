import { randomUUID } from 'node:crypto'
import { urls } from '../../src/urls.ts'

export type Visitor = {
  cookie: string
  get: (path: string) => Promise<Response>
  /** Sends a form as a browser would; the same `once` is one act, however often it is sent. */
  post: (path: string, fields: Record<string, string>, once?: string) => Promise<Response>
}

/** One of the demo district's people, signed in to a program that runs, without a browser. */
export async function visit(address: string, person: string): Promise<Visitor> {
  const send = (path: string, cookie: string, fields?: Record<string, string>) =>
    fetch(address + path, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie, origin: address, 'sec-fetch-site': 'same-origin' },
      body: fields && new URLSearchParams(fields),
    })
  const answer = await send(urls.demoSignIn({}), '', { person, next: '/' })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (!cookie) throw new Error(`${person} could not sign in: ${answer.status}`)
  return {
    cookie,
    get: (path) => send(path, cookie),
    post: (path, fields, once = randomUUID()) => send(path, cookie, { once, ...fields }),
  }
}
