import pg from 'pg'
import { hashPassword } from 'better-auth/crypto'
import { inIdentity } from '../../src/access/scope.ts'
import { letterWorkers } from '../../src/slices/people/letters/jobs.ts'
import { replacePassword } from '../../src/slices/people/passwords/commands.ts'
import { emailOf, type Persona } from './cast.ts'
import type { World } from './world.ts'

/** Sends the letters that wait in the queue, now and in their order, and answers those that came of it. */
export async function sendLetters(world: World) {
  const before = world.letters.length
  const client = new pg.Client({ connectionString: world.database.ownerUrl })
  await client.connect()
  const taken = "delete from pgboss.job where name like 'people\\_%' and state = 'created' returning name, data, created_on"
  const { rows } = await client.query<{ name: string; data: never }>(
    `with taken as (${taken}) select name, data from taken order by created_on`,
  )
  await client.end()
  const workers = letterWorkers(world.deps)
  for (const { name, data } of rows) await workers.find((one) => one.job.name === name)?.work(data)
  return world.letters.slice(before)
}

/** The path that a letter asks to open. */
export function linkIn(letter: { text: string } | undefined): string {
  const link = /https?:\/\/[^/\s]+(\/\S*)/.exec(letter?.text ?? '')?.[1]
  if (!link) throw new Error('There is no link in that letter.')
  return link
}

const hashes = new Map<string, Promise<string>>()

/** Gives one of the cast a password, ending their sessions as every change does. */
export async function givePassword(world: World, persona: Persona, password: string): Promise<string> {
  const hash = await (hashes.get(password) ?? hashes.set(password, hashPassword(password)).get(password))
  const id = world.ids.identities[persona]
  await inIdentity(world.deps.db, id, (tx) => replacePassword(tx, id, hash ?? '', world.clock.now()))
  return emailOf(persona)
}
