// Holds English and Spanish together, and both to the source.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readSources } from './layout/sources.ts'
import { findMessageFaults, type Catalogue } from './messages/faults.ts'

const catalogues = [...new Set(globSync('src/messages/{en,es}/*.json').map((path) => basename(path, '.json')))].map((file): Catalogue => ({
  file,
  en: read(`src/messages/en/${file}.json`),
  es: read(`src/messages/es/${file}.json`),
}))
const sources = readSources(process.cwd()).filter(({ path }) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path))
const faults = findMessageFaults(catalogues, sources)
for (const fault of faults) console.error(fault)
if (catalogues.length === 0) console.error('No message was read.')
process.exitCode = faults.length === 0 && catalogues.length > 0 ? 0 : 1

function read(path: string): Record<string, string> {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}
