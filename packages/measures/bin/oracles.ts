import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { runFolder } from './oracles/run-folder.ts'

/** Runs every case of a folder (INDEX.json, cases, CSV) against the library: `npm run oracles -- FOLDER`. */
const asked = process.argv[2]
// npm starts scripts in the project's folder and says in INIT_CWD where it was called.
const places = asked === undefined ? [] : [resolve(process.env['INIT_CWD'] ?? '.', asked), resolve(asked)]
const folder = places.find((place) => existsSync(place))
if (folder === undefined) {
  console.error(asked === undefined ? 'Which folder? npm run oracles -- FOLDER' : `There is no folder ${asked}.`)
  process.exit(2)
}

const outcomes = await runFolder(folder)
for (const { entry, lines } of outcomes) for (const line of lines) console.log(`${entry.statistic}/${entry.id}: ${line}`)
const failed = outcomes.filter(({ lines }) => lines.length > 0).length
if (outcomes.length === 0) console.error(`${folder} has no case.`)
console.log(`${outcomes.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0
