import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

/** The port of the last start if it is still free, so that tools that were told it find the server again. */
export async function choosePort(home: string): Promise<number> {
  const path = join(home, 'postgres-port')
  const last = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  const port = (last && (await freePort(last))) || (await freePort(0))
  if (!port) throw new Error('There is no free port on 127.0.0.1 for the database.')
  writeFileSync(path, String(port))
  return port
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(undefined))
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // A server that listens on TCP has such an address.
      server.close(() => resolve(port))
    })
  })
}
