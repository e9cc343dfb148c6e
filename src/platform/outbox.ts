import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from './ids.ts'
import type { Clock } from './clock.ts'
import type { Letter, Mail } from './mail.ts'

export type KeptLetter = Letter & { id: string; sentAt: string }

/** Where the demonstration's letters go instead of to anybody: files beside its database, to be read on a page. */
export type Outbox = Mail & { letters(): Promise<KeptLetter[]> }

const LETTERS_SHOWN = 100

export function openOutbox(folder: string, clock: Clock): Outbox {
  return {
    async send(letter) {
      const now = clock.now()
      const kept: KeptLetter = { ...letter, id: newId(now.getTime()), sentAt: now.toISOString() }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(join(folder, `${kept.id}.json`), JSON.stringify(kept), { mode: 0o600 })
    },
    async letters() {
      const names = (await readdir(folder).catch(() => []))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .reverse()
      const texts = await Promise.all(names.slice(0, LETTERS_SHOWN).map((name) => readFile(join(folder, name), 'utf8')))
      return texts.map((text) => JSON.parse(text) as KeptLetter) // written by `send` alone
    },
  }
}
