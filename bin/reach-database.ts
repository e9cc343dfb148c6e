import { type Database, openDatabase } from '../src/platform/database.ts'
import { startEmbedded } from '../src/platform/embedded/start.ts'
import { migrate } from '../src/platform/migrations.ts'

export type Reached = { db: Database; url: string; close: () => Promise<void> }

/** The server of DATABASE_URL, or the embedded one, which a running program shares. */
export async function reachDatabase(): Promise<Reached> {
  const url = process.env['DATABASE_URL']
  if (url) {
    const db = openDatabase({ url, connections: 2 })
    return { db, url, close: () => db.close() }
  }
  const embedded = await startEmbedded({ dir: process.env['VAR_DIR'] || 'var', log: (sentence) => process.stderr.write(`${sentence}\n`) })
  await migrate(embedded.ownerUrl, 'db/migrations')
  const db = openDatabase({ url: embedded.appUrl, connections: 2 })
  const close = async () => {
    await db.close()
    await embedded.stop()
  }
  return { db, url: embedded.appUrl, close }
}
