// `npm run bench:export`: a survey's answers as CSV for spreadsheets: written alone, and downloaded through the program from the database.
import { csvStream } from '../src/platform/csv.ts'
import { urls } from '../src/urls.ts'
import { openWorld } from '../test/support/world.ts'
import { answeredSurvey, QUESTIONS } from './exporting/answered-survey.ts'

const PEOPLE = 100_000
const GOAL = '≤ 1.5 s'
// The first turn is what a program that has just started needs; the others what one needs that has run for a while.
const TURNS = 4
const GROUPS = ['leading', 'teaching', 'other']
const MISSING_EVERY = 97
const NEW_LINE = 10

console.log(`${PEOPLE.toLocaleString('en-US')} × ${QUESTIONS} answers, goal ${GOAL}`)
const header = ['person', 'unit', 'group', ...Array.from({ length: QUESTIONS }, (_, i) => `q${i + 1}`), 'remark']
for (let turn = 1; turn <= TURNS; turn++) await measure(`written alone, turn ${turn}`, () => csvStream(header, people()))
await measureDownload()
console.log(`peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)

/** All that a download takes but the socket: session, rights, pseudonyms and the record of it included. */
async function measureDownload(): Promise<void> {
  const world = await openWorld()
  try {
    const survey = await answeredSurvey(world, PEOPLE)
    const address = urls.researchAnswersCsv({ tenant: 'cedar-valley', survey })
    for (let turn = 1; turn <= TURNS; turn++) {
      await measure(`downloaded, turn ${turn}`, async () => {
        const { body, status } = await world.as('ruth').get(address)
        if (!body || status !== 200) throw new Error(`Expected the answers, got ${status}.`)
        return body
      })
    }
  } finally {
    await world.close()
  }
}

type Body = AsyncIterable<Uint8Array>

/** Read by a sink that keeps nothing, as a socket does. */
async function measure(what: string, start: () => Body | Promise<Body>): Promise<void> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  let [pieces, bytes, lines, firstByte] = [0, 0, 0, 0]
  for await (const piece of await start()) {
    firstByte ||= performance.now() - started
    pieces++
    bytes += piece.length
    for (const byte of piece) if (byte === NEW_LINE) lines++
  }
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  if (lines !== PEOPLE + 1) throw new Error(`Expected ${PEOPLE + 1} lines, got ${lines}.`)
  console.log(
    `${what}: processor ${seconds((user + system) / 1000)}, wall ${seconds(wall)}, first byte after ${firstByte.toFixed(0)} ms, ` +
      `${(bytes / 1e6).toFixed(1)} MB in ${pieces} pieces`,
  )
}

/** One after the other, as a cursor of the database hands them on; numbers stay numbers, remarks are guarded where they must be. */
function* people(): Generator<(string | number | null)[]> {
  for (let n = 0; n < PEOPLE; n++) {
    const answers = Array.from({ length: QUESTIONS }, (_, i) => ((n + i) % MISSING_EVERY === 0 ? null : 1 + ((n * 7 + i * i) % 5)))
    const remark = n % 50 === 0 ? '=what we heard, in short' : ''
    yield [n.toString(16).padStart(24, '0'), `School ${n % 200}`, GROUPS[n % GROUPS.length] ?? '', ...answers, remark]
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
