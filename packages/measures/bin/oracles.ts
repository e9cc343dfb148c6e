import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runFolder } from './oracles/run-folder.ts'

/** Runs every case of a folder (INDEX.json, cases, CSV) against the library: `npm run oracles -- FOLDER`. */
const folder = process.argv[2]
if (!folder || !existsSync(join(folder, 'INDEX.json'))) {
  console.error(folder ? `${folder} has no INDEX.json.` : 'Which folder? npm run oracles -- FOLDER')
  process.exit(2)
}

const outcomes = await runFolder(resolve(folder))
const failed = outcomes.filter((outcome) => outcome.difference !== undefined)
for (const { entry, difference } of failed) console.log(`${entry.statistic}/${entry.id}: ${difference}`)
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
