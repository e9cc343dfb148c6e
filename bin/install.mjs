// Brings the packages of the lock file, and with them the Node that runs everything else. Runs on Node 20 and later.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = dirname(dirname(fileURLToPath(import.meta.url)))
const pinnedNode = join(repository, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
const wanted = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']

/** Returns the Node to run the program with; installs only where something differs from the lock file. */
export function ensureInstalled() {
  if (!isInstalled()) install()
  if (!existsSync(pinnedNode)) bringNode()
  process.env.PATH = `${join(repository, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`
  return pinnedNode
}

/** npm writes down what it installed in a hidden lock file: the two must agree, other platforms' packages apart. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json')
  const locked = Object.entries(readPackages('package-lock.json')).filter(([path]) => path.startsWith('node_modules/'))
  return locked.every(([path, entry]) => (installed[path] ? installed[path].version === entry.version : entry.optional))
}

function readPackages(file) {
  const path = join(repository, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

/** Some registries lack packages of other platforms; `npm ci` then refuses the lock file, and `npm install` does not. */
function install() {
  console.log('Installing packages; this takes a minute or two the first time.')
  if (npm('ci', 'ignore') || npm('install', 'inherit')) return
  console.error('The packages could not be installed; what npm said stands above.')
  process.exit(1)
}

/** Node comes by an install script, which npm may be told not to run; then the same script runs here. */
function bringNode() {
  const folder = join(repository, 'node_modules/node')
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'inherit' })
  if (existsSync(pinnedNode)) return
  console.error('The pinned Node could not be installed; what npm said stands above.')
  process.exit(1)
}

function npm(verb, stdio) {
  return spawnSync('npm', [verb, ...wanted], { cwd: repository, stdio, shell: process.platform === 'win32' }).status === 0
}
