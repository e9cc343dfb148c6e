import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const repository = resolve(import.meta.dirname, '../..')
const source = join(repository, 'packages/measures')

/** Writes the package into an empty or new folder; Node runs no TypeScript from under `node_modules`, so it is compiled. */
export function packMeasures(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  compile(folder)
  for (const file of ['README.md', 'fixtures']) cpSync(join(source, file), join(folder, file), { recursive: true })
  cpSync(join(repository, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(described(), null, 2)}\n`)
}

function compile(folder: string): void {
  const work = mkdtempSync(join(tmpdir(), 'groundwork-pack-'))
  const options = {
    noEmit: false,
    outDir: folder,
    rootDir: source,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    typeRoots: [join(repository, 'node_modules/@types')],
  }
  const include = [join(source, 'src'), join(source, 'bin/measures.ts'), join(source, 'bin/oracles.ts')]
  writeFileSync(
    join(work, 'tsconfig.json'),
    JSON.stringify({ extends: join(repository, 'tsconfig.json'), compilerOptions: options, include }),
  )
  try {
    execFileSync(join(repository, 'node_modules/.bin/tsc'), ['-p', work], { stdio: 'inherit' })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** What stands in the package's own description, with what only a workspace needs taken out. */
function described(): object {
  const { private: _, exports: __, bin: ___, ...own } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  return {
    ...own,
    engines: { node: '>=22' },
    files: ['src', 'bin', 'fixtures'],
    bin: { measures: './bin/measures.js' },
    exports: { '.': of('./src/measures'), './*.js': of('./src/*') },
  }
}

function of(path: string) {
  return { types: `${path}.d.ts`, default: `${path}.js` }
}
