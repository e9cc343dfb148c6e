import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { show, type Took } from './figure.ts'
import { writeSurvey } from './survey.ts'

type Reading = Took & { peakMegabytes: number }

/** A file of answers to the full report, beside the time of parsing it alone, and the memory of both at two sizes. */
export async function benchReport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'measures-bench-'))
  try {
    for (const people of [100_000, 1_000_000]) {
      const path = join(folder, `${people}.csv`)
      await writeSurvey(path, people, 20_261_125)
      const parsing = await inProcess('parse', path)
      const report = await inProcess('report', path)
      const rows = `${people.toLocaleString('en-US')} × 25`
      const times = `${(report.processor / parsing.processor).toFixed(2)} times, ${(report.wall / parsing.wall).toFixed(2)} by the wall`
      show(`CSV of ${rows}: parsing alone`, parsing, '', `peak ${parsing.peakMegabytes.toFixed(0)} MB`)
      show(
        `CSV of ${rows}: full report`,
        report,
        '≤ 3 times the parsing',
        `${times}; peak ${report.peakMegabytes.toFixed(0)} MB, to be flat`,
      )
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function inProcess(what: 'parse' | 'report', path: string): Promise<Reading> {
  const script = fileURLToPath(new URL('./csv-reading.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, what, path])
  return JSON.parse(stdout)
}
