// `npm run bench:respond`: answering a survey of 25 questions, from the link to the durable answer: flows a second, how long
// they take, processor time of program and database, and the program's memory over 100,000 flows. `-- 20000` for a shorter
// run, `-- page` for what a phone sees on a slow line.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { choosePlace } from '../src/platform/embedded/place.ts'
import { findPostmaster } from '../src/platform/embedded/postmaster.ts'
import { repository } from '../test/support/server.ts'
import { startProgram, temporaryVar } from '../test/support/program.ts'
import { secondsOfFamily, secondsUsed } from './processor-time.ts'
import type { Driven } from './respond/driver.ts'
import { measurePage } from './respond/page.ts'
import { type Asked, askPeople } from './respond/people.ts'

const WARM_UP = 5000
const FLOWS = 100_000
/** How long nineteen of twenty flows may take, by how many go on at once. */
const GOAL_MILLISECONDS: Record<number, number> = { 1: 15, 8: 60, 32: 150 }

const folder = temporaryVar()
const program = await startProgram(folder.dir)
try {
  const [argument = String(FLOWS)] = process.argv.slice(2)
  if (argument === 'page') await measurePage(program.address, await askPeople(program.address, folder.dir, { count: 12 }))
  else await measureFlows(Number(argument))
} finally {
  await program.stop()
  folder.remove()
}

/** Few at a time first; the long rest shows whether memory grows. */
async function measureFlows(flows: number): Promise<void> {
  const [one, eight] = [Math.round(flows / 50), Math.round(flows / 10)]
  const rest = Math.round((flows - one - 2 * eight) / 2)
  const sealed = await askPeople(program.address, folder.dir, { count: WARM_UP + one + eight + 2 * rest })
  const open = await askPeople(program.address, folder.dir, { count: eight, mode: 'confidential' })
  await drive(sealed, WARM_UP, 8)
  const seen: number[] = []
  const watch = setInterval(() => seen.push(megabytes()), 1000)
  report('anonymous', 1, await drive(sealed, one, 1))
  report('anonymous', 8, await drive(sealed, eight, 8))
  report('anonymous', 32, await drive(sealed, rest, 32))
  report('anonymous', 32, await drive(sealed, rest, 32))
  report('confidential', 8, await drive(open, eight, 8))
  clearInterval(watch)
  const thirds = [0, 1, 2].map((third) => between(seen.slice((third * seen.length) / 3, ((third + 1) * seen.length) / 3)))
  console.log(`program's memory over ${flows} flows, a third of the time each: ${thirds.join(', ')} MB (goal: flat)`)
}

type Measured = Driven & { program: number; database: number }

async function drive(asked: Asked, count: number, atOnce: number): Promise<Measured> {
  const first = asked.used
  asked.used += count
  const args = [join(repository, 'bench/respond/driver.ts'), program.address, asked.survey, String(first), String(count), String(atOnce)]
  const before = processorTime()
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 10_000_000 })
  const after = processorTime()
  const driven = JSON.parse(stdout) as Driven // what the driver prints
  if (driven.failed.length > 0) throw new Error(`Not every answer was taken: ${driven.failed.join(', ')}`)
  return { ...driven, program: after.program - before.program, database: after.database - before.database }
}

function report(mode: string, atOnce: number, { flows, seconds, p50, p95, program, database }: Measured): void {
  const each = (used: number) => ((used * 1000) / flows).toFixed(2)
  console.log(
    `${mode}, ${atOnce} at once: ${(flows / seconds).toFixed(0)} flows a second${atOnce === 1 ? '' : ' (goal: 400)'}, ` +
      `median ${p50.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms (goal: ${GOAL_MILLISECONDS[atOnce]})`,
  )
  console.log(
    `  processor time a flow: ${each(program + database)} ms (goal: 2.2; this holds on a busy machine too): program ${each(program)}, database ${each(database)}`,
  )
}

/** Of the program, and of the database with its sessions. */
function processorTime(): { program: number; database: number } {
  const postmaster = findPostmaster(choosePlace(folder.dir))?.pid ?? 0
  return { program: secondsUsed(program.process.pid ?? 0), database: secondsOfFamily(postmaster) }
}

/** What is not needed any more is collected from time to time: the lowest and the highest tell more than any moment. */
function between(seen: readonly number[]): string {
  return `${Math.min(...seen)} to ${Math.max(...seen)}`
}

function megabytes(): number {
  const status = readFileSync(`/proc/${program.process.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
}
