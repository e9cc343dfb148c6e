import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

export type Import = { from: string; isTypeOnly: boolean }
export type Source = { path: string; text: string; imports: Import[] }

const patterns = ['{src,packages,test,tools,bin,bench,db}/**/*.{ts,tsx,mjs}', '*.ts']
const importPattern = /^(?:import|export)(\s+type)?\s(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

export function readSources(root: string): Source[] {
  const paths = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] })
  return paths.sort().map((path) => source(path, readFileSync(posix.join(root, path), 'utf8')))
}

/** A file with what it imports: its own repository's files by their path, packages by their name. */
export function source(path: string, text: string): Source {
  const imports = [...text.matchAll(importPattern)].map(([, type, from, lazily]) => ({
    from: resolve(path, from ?? lazily ?? ''),
    isTypeOnly: type !== undefined,
  }))
  return { path, text, imports }
}

function resolve(path: string, from: string): string {
  if (from.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), from))
  return from.replace(/^@groundwork\/measures\b.*/, 'packages/measures')
}
