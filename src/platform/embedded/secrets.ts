import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The passwords of the three roles; `admin` is PostgreSQL's own superuser, used to set up and to test. */
export type Secrets = { admin: string; owner: string; app: string }

/** Kept beside the data, readable by the one who runs the program alone. */
export function keepSecrets(home: string): Secrets {
  const path = join(home, 'postgres-passwords.json')
  if (!existsSync(path)) write(path, { admin: password(), owner: password(), app: password() })
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Written whole and then named, so that a kill in between leaves no half file. */
function write(path: string, secrets: Secrets): void {
  writeFileSync(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function password(): string {
  return randomBytes(24).toString('base64url')
}
