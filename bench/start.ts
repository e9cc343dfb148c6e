// `npm run bench:start`: how long a first and a second start take, and what the program holds in memory at rest.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { findPostmaster } from '../src/platform/embedded/postmaster.ts'
import { choosePlace } from '../src/platform/embedded/place.ts'
import { startProgram, temporaryVar } from '../test/support/program.ts'
import { childrenOf } from './processor-time.ts'

const SECONDS_OF_REST = 20
const folder = temporaryVar()
try {
  console.log(`first start, packages there, with the demonstration district: ${await secondsToStart()} s`)
  console.log(`second start: ${await secondsToStart()} s`)
  await measureRest()
} finally {
  folder.remove()
}

async function secondsToStart(): Promise<string> {
  const began = performance.now()
  const program = await startProgram(folder.dir)
  const took = performance.now() - began
  await program.stop()
  return (took / 1000).toFixed(1)
}

async function measureRest(): Promise<void> {
  const program = await startProgram(folder.dir)
  await (await fetch(program.address)).text()
  await wait(SECONDS_OF_REST * 1000)
  const postmaster = findPostmaster(choosePlace(folder.dir))?.pid ?? 0
  const sessions = childrenOf(postmaster).map(privateMegabytes)
  const database = privateMegabytes(postmaster) + sessions.reduce((sum, one) => sum + one, 0)
  console.log(`memory ${SECONDS_OF_REST} s after one page: program ${residentMegabytes(program.process.pid ?? 0)} MB resident`)
  console.log(`database ${Math.round(database)} MB (its share of shared memory counted once), in ${sessions.length + 1} processes`)
  await program.stop()
}

function residentMegabytes(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}

/** Proportional: what several processes share is divided among them. */
function privateMegabytes(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024
}
