// `npm run new-slice visits` makes a slice that works: a table, a page that lists and adds, both languages, its tests.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { edited, mountingEdits } from './new-slice/mounting.ts'
import { namesOf, whyNotName } from './new-slice/names.ts'
import { sliceFiles } from './new-slice/templates.ts'
import { sliceOrder } from './slice-order.ts'

const slice = process.argv[2] ?? ''
const whyNot = whyNotName(slice, sliceOrder)
if (whyNot) {
  console.error(whyNot)
  process.exit(1)
}

const names = namesOf(slice)
for (const [path, text] of Object.entries(sliceFiles(names, nextMigration()))) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { flag: 'wx' })
  console.log(path)
}
for (const edit of mountingEdits(names)) writeFileSync(edit.file, edited(readFileSync(edit.file, 'utf8'), edit))
console.log(`Next: npm run db:types; put it into its place in tools/slice-order.ts; give its addresses their rows in the access matrix.`)

/** Tens, so that a slice has room for migrations of its own in between. */
function nextMigration(): string {
  const last = Math.max(...readdirSync('db/migrations').map((name) => Number(name.slice(0, 4))))
  return String(Math.floor(last / 10) * 10 + 10).padStart(4, '0')
}
