import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { writeReport } from '../report/write-report.ts'
import { timedAsync } from './figure.ts'

// A process of its own for each reading, since the memory of one tells nothing after another. Prints one line of JSON.
const [what = '', path = ''] = process.argv.slice(2)
const options = { scales: [], reversed: [], group: 'school', minimum: 10, out: `${path}.report` }
const { wall, processor } = await timedAsync<unknown>(() => (what === 'parse' ? parseAlone() : writeReport(path, options, () => undefined)))
console.log(JSON.stringify({ wall, processor, peakMegabytes: process.resourceUsage().maxRSS / 1024 }))

/** What any program has to spend that reads the file with this parser. */
async function parseAlone(): Promise<number> {
  const records: AsyncIterable<unknown> = createReadStream(path).pipe(parse())
  let rows = 0
  for await (const record of records) if (record !== undefined) rows += 1
  return rows
}
