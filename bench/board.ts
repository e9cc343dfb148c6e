// `npm run bench:board`: the board of a school of 60 people with 200 resources: requests a second, bytes on the line, script.
import { execFile } from 'node:child_process'
import { get, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { choosePlace } from '../src/platform/embedded/place.ts'
import { findPostmaster } from '../src/platform/embedded/postmaster.ts'
import { KINDS } from '../src/slices/resources/kinds/schema.ts'
import { urls } from '../src/urls.ts'
import { startProgram, temporaryVar } from '../test/support/program.ts'
import { visit, type Visitor } from '../test/support/visitor.ts'
import { childrenOf, secondsUsed } from './processor-time.ts'

const PEOPLE = 60
const RESOURCES = 200
const SECONDS = 10
// The runtime compiles what is used often; a program that has just started is slower.
const WARM_UP_SECONDS = 5
const CONNECTIONS = 8

const place = { tenant: 'cedar-valley', place: 'orchard-elementary' }
const folder = temporaryVar()
const program = await startProgram(folder.dir)
try {
  const paula = await visit(program.address, 'paula')
  await fill(paula, await visit(program.address, 'ada'))
  const board = urls.resources(place)
  await measureSize('board', board, paula)
  await measureSize('the same as a table', urls.resourcesTable(place), paula)
  await measureSpeed(board, paula)
} finally {
  await program.stop()
  folder.remove()
}

/** By the forms that people use. */
async function fill(paula: Visitor, ada: Visitor): Promise<void> {
  for (let n = 1; n <= PEOPLE; n++) {
    const fields = { givenName: `Teacher ${n}`, familyName: 'Example', email: `teacher${n}@orchard.example` }
    await expectRedirect(ada.post(urls.adminPeople({ tenant: place.tenant }), fields))
  }
  for (let n = 1; n <= RESOURCES; n++) {
    const fields = { kind: KINDS[n % KINDS.length] ?? KINDS[0], name: `Resource ${n}: what a team in this school knows, has or does` }
    await expectRedirect(paula.post(urls.resources(place), fields))
  }
}

async function expectRedirect(answer: Promise<Response>): Promise<void> {
  const { status } = await answer
  if (status !== 303) throw new Error(`Expected 303, got ${status}.`)
}

async function measureSize(what: string, path: string, visitor: Visitor): Promise<void> {
  const page = await compressed(path, visitor)
  const html = (page.encoding === 'br' ? brotliDecompressSync : gunzipSync)(page.bytes).toString()
  const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, src = '']) => src)
  const styles = [...html.matchAll(/href="([^"]+\.css)"/g)].map(([, src = '']) => src)
  const sizes = await Promise.all([scripts, styles].map((files) => sizeOf(files, visitor)))
  console.log(
    `${what}: page ${kilobytes(page.bytes.length)}, script ${kilobytes(sizes[0] ?? 0)}, style ${kilobytes(sizes[1] ?? 0)} compressed; ${kilobytes(html.length)} plain`,
  )
}

async function sizeOf(files: string[], visitor: Visitor): Promise<number> {
  const all = await Promise.all([...new Set(files)].map((file) => compressed(file, visitor)))
  return all.reduce((sum, one) => sum + one.bytes.length, 0)
}

/** fetch() would decompress by itself and hide what went over the line. */
async function compressed(path: string, visitor: Visitor): Promise<{ bytes: Buffer; encoding: string | undefined }> {
  const headers = { 'accept-encoding': 'br, gzip', cookie: visitor.cookie }
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(program.address + path, { headers }, resolve).on('error', reject),
  )
  return { bytes: await buffer(answer), encoding: answer.headers['content-encoding'] }
}

/** The one who asks is a process of its own, so that it does not take time from the one who answers. */
async function measureSpeed(path: string, visitor: Visitor): Promise<void> {
  const autocannon = createRequire(import.meta.url).resolve('autocannon')
  const headers = ['-H', `cookie=${visitor.cookie}`, '-H', 'accept-encoding=br, gzip']
  const ask = (seconds: number) => {
    const args = [autocannon, '-j', '-c', String(CONNECTIONS), '-d', String(seconds), ...headers, program.address + path]
    return promisify(execFile)(process.execPath, args, { maxBuffer: 10_000_000 })
  }
  await ask(WARM_UP_SECONDS)
  const before = processorTime()
  const { stdout } = await ask(SECONDS)
  const used = processorTime()
  const { requests, latency, non2xx } = JSON.parse(stdout)
  const each = (one: 'program' | 'database') => (((used[one] - before[one]) * 1000) / requests.total).toFixed(1)
  console.log(
    `board: ${requests.average} requests a second with ${CONNECTIONS} connections, median ${latency.p50} ms, 99th percentile ${latency.p99} ms`,
  )
  console.log(
    `processor time a request: program ${each('program')} ms, database ${each('database')} ms (this holds on a busy machine too); ${non2xx} answers were no page`,
  )
}

/** Of the program, and of the database's sessions, which the program keeps open. */
function processorTime(): { program: number; database: number } {
  const postmaster = findPostmaster(choosePlace(folder.dir))?.pid ?? 0
  const database = childrenOf(postmaster).reduce((sum, pid) => sum + secondsUsed(pid), 0)
  return { program: secondsUsed(program.process.pid ?? 0), database }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
