// `npm run pack:measures -- FOLDER`: the library of statistics as a package of plain JavaScript with its types, ready to publish.
import { resolve } from 'node:path'
import { packMeasures } from './packing/pack.ts'

const folder = resolve(process.argv[2] ?? 'dist/measures')
packMeasures(folder)
console.log(`The package lies in ${folder}: look at it with "npm pack --dry-run", and publish it from there.`)
