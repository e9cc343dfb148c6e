// `npm run bench:export`: a survey's answers as CSV for spreadsheets: written alone, and downloaded through the program from the database.
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { inTenant, type Scope } from '../src/access/scope.ts'
import { csvStream } from '../src/platform/csv.ts'
import type { Database } from '../src/platform/database.ts'
import { urls } from '../src/urls.ts'
import { openWorld } from '../test/support/world.ts'
import { answeredSurvey, QUESTIONS } from './exporting/answered-survey.ts'

const PEOPLE = 100_000
const GOAL = '≤ 1.5 s, first byte ≤ 0.3 s'
const GOAL_KEPT = '≤ 25 MB, flat'
const LOOK_EVERY = 20
// The first turn is what a program that has just started needs; the others what one needs that has run for a while.
const TURNS = 4
const GROUPS = ['leading', 'teaching', 'other']
const MISSING_EVERY = 97
const NEW_LINE = 10
const ROWS_A_PIECE = 1000

console.log(`${PEOPLE.toLocaleString('en-US')} × ${QUESTIONS} answers, goal ${GOAL}`)
const header = ['person', 'unit', 'group', ...Array.from({ length: QUESTIONS }, (_, i) => `q${i + 1}`), 'remark']
for (let turn = 1; turn <= TURNS; turn++) await measure(`written alone, turn ${turn}`, () => csvStream(header, people()))
await measureDownload()

/** All that a download takes but the socket: session, rights, pseudonyms and the record of it included. */
async function measureDownload(): Promise<void> {
  const world = await openWorld()
  try {
    const survey = await answeredSurvey(world, PEOPLE)
    const address = urls.researchAnswersCsv({ tenant: 'cedar-valley', survey })
    const download = async (encoding: string) => {
      const { body, status } = await world.as('ruth').get(address, { 'accept-encoding': encoding })
      if (!body || status !== 200) throw new Error(`Expected the answers, got ${status}.`)
      return body
    }
    const scope = await world.scope('ruth')
    for (let turn = 1; turn <= TURNS; turn++) {
      await measure(`downloaded, turn ${turn}`, () => download('identity'))
      await readAtOnce(world.deps.db, scope, survey)
    }
    await measure('downloaded and packed, as a browser asks', async () =>
      (await download('gzip')).pipeThrough(new DecompressionStream('gzip')),
    )
    await measureKept(() => download('identity'))
  } finally {
    await world.close()
  }
}

/** The same rows with nothing done about them, to know how busy the machine is. */
async function readAtOnce(db: Database, scope: Scope, survey: string): Promise<void> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const rows = await inTenant(db, scope, async (tx) => {
    const { rows } = await sql`select id, unit_id, role, answers::text from survey_response where survey_id = ${survey}`.execute(tx)
    return rows.length
  })
  const { user, system } = process.cpuUsage(before)
  console.log(`  ${rows} rows read at once: processor ${seconds((user + system) / 1000)}, wall ${seconds(performance.now() - started)}`)
}

/** What is held while the file goes out, without what only waits to be cleared away; in a turn of its own, since looking takes time. */
async function measureKept(start: () => Promise<Body>): Promise<void> {
  setFlagsFromString('--expose-gc')
  const clear: () => void = runInNewContext('gc')
  const kept = async () => {
    clear()
    await setTimeout(5) // buffers are given back a moment later
    clear()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1e6
  }
  const [before, looks]: [number, number[]] = [await kept(), []]
  let pieces = 0
  for await (const _ of await start()) if (pieces++ % LOOK_EVERY === 0) looks.push((await kept()) - before)
  const [first, middle, last] = [looks[1], looks[Math.floor(looks.length / 2)], looks.at(-1)].map((mb) => `${mb?.toFixed(0)} MB`)
  console.log(`held while it goes out: ${first} at the beginning, ${middle} in the middle, ${last} at the end, goal ${GOAL_KEPT}`)
}

type Body = AsyncIterable<Uint8Array>

/** Read by a sink that keeps nothing, as a socket does. */
async function measure(what: string, start: () => Body | Promise<Body>): Promise<void> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const memory = process.memoryUsage().rss
  let [pieces, bytes, lines, firstByte, firstAnswers, most] = [0, 0, 0, 0, 0, memory]
  for await (const piece of await start()) {
    firstByte ||= performance.now() - started
    if (pieces++ > 0) firstAnswers ||= performance.now() - started
    if (pieces % LOOK_EVERY === 0) most = Math.max(most, process.memoryUsage().rss)
    bytes += piece.length
    for (const byte of piece) if (byte === NEW_LINE) lines++
  }
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  if (lines !== PEOPLE + 1) throw new Error(`Expected ${PEOPLE + 1} lines, got ${lines}.`)
  console.log(
    `${what}: processor ${seconds((user + system) / 1000)}, wall ${seconds(wall)}, first byte after ${firstByte.toFixed(0)} ms, ` +
      `first answers after ${firstAnswers.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB in ${pieces} pieces, ` +
      `process ${(memory / 1e6).toFixed(0)} MB before and at most ${(most / 1e6).toFixed(0)} meanwhile`,
  )
}

/** Piece by piece, as the database hands them on; numbers stay numbers, remarks are guarded where they must be. */
function* people(): Generator<(string | number | null)[][]> {
  for (let from = 0; from < PEOPLE; from += ROWS_A_PIECE) yield Array.from({ length: ROWS_A_PIECE }, (_, at) => answersOf(from + at))
}

function answersOf(n: number): (string | number | null)[] {
  const answers = Array.from({ length: QUESTIONS }, (_, i) => ((n + i) % MISSING_EVERY === 0 ? null : 1 + ((n * 7 + i * i) % 5)))
  const remark = n % 50 === 0 ? '=what we heard, in short' : ''
  return [n.toString(16).padStart(24, '0'), `School ${n % 200}`, GROUPS[n % GROUPS.length] ?? '', ...answers, remark]
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
