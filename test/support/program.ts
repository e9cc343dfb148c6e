import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync, existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { quickFolder } from './quick-folder.ts'
import { repository } from './server.ts'

export type Program = {
  address: string
  process: ChildProcess
  /** What it has said so far. */
  output: () => string
  /** Ends it as Ctrl-C would, and gives its exit code. */
  stop: () => Promise<number | null>
}

/** A folder for the data of programs under test; `remove` takes the data along that lie outside of it. */
export function temporaryVar() {
  const dir = mkdtempSync(join(quickFolder(), 'groundwork-var-'))
  // Else root's database would go outside of it.
  chmodSync(dir, 0o755)
  const remove = () => {
    const data = join(dir, 'postgres')
    if (existsSync(data)) rmSync(join(realpathSync(data), '..'), { recursive: true, force: true })
    rmSync(dir, { recursive: true, force: true })
  }
  return { dir, remove }
}

/** The whole program as `npm start` runs it, with its own embedded database, until it is ready. */
export async function startProgram(dir: string, env: Record<string, string> = {}): Promise<Program> {
  const { program, output } = await launchProgram(dir, env)
  const address = await new Promise<string>((resolve, reject) => {
    program.stdout?.on('data', () => {
      const found = / is ready: (http\S+)/.exec(output())?.[1]
      if (found) resolve(found)
    })
    program.on('exit', (code) => reject(new Error(`The program ended with ${code}:\n${output()}`)))
  })
  return { address, process: program, output, stop: () => stop(program) }
}

/** The same, handed over at once. */
export async function launchProgram(dir: string, env: Record<string, string> = {}) {
  const port = env['PORT'] ?? String(await freePort())
  const args = ['--max-semi-space-size=16', '--import', './bin/register-tsx.mjs', 'src/main.ts']
  const program = spawn(process.execPath, args, { cwd: repository, env: { ...process.env, VAR_DIR: dir, ...env, PORT: port } })
  let output = ''
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk) => (output += chunk))
  return { program, output: () => output }
}

async function stop(program: ChildProcess): Promise<number | null> {
  if (program.exitCode === null && program.signalCode === null) {
    program.kill('SIGINT')
    await once(program, 'exit')
  }
  return program.exitCode
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // A server that listens on TCP has such an address.
      server.close(() => resolve(port))
    })
  })
}
