// Builds what browsers load, when there is no build or its sources changed since. Runs on Node 20 and later.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './install.mjs'

const stamp = join(repository, 'var/build.sha256')

export function ensureBuilt(node) {
  const sources = hashOfSources()
  if (existsSync(join(repository, 'dist')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  build(node)
  mkdirSync(join(repository, 'var'), { recursive: true })
  writeFileSync(stamp, sources)
}

function build(node) {
  const vite = join(repository, 'node_modules/vite/bin/vite.js')
  const { status, stdout, stderr } = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: repository, encoding: 'utf8' })
  if (status === 0) return
  console.error(`The pages' scripts and styles could not be built:\n${stdout}${stderr}`)
  process.exit(1)
}

/** All sources rather than the islands alone: an island imports rules, messages and addresses from anywhere. */
function hashOfSources() {
  const hash = createHash('sha256')
  const folders = ['src', 'packages/measures/src'].map((folder) => join(repository, folder))
  const inFolders = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []))
  const files = inFolders.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  for (const file of [...files.sort(), join(repository, 'vite.config.ts'), join(repository, 'package-lock.json')])
    hash.update(file.slice(repository.length)).update(readFileSync(file))
  return hash.digest('hex')
}
