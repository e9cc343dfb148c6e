import type { Source } from './sources.ts'

/** Import cycles, each once, as the paths on the way round; imports of types count as well. */
export function findCycles(sources: Source[]): string[][] {
  const graph = new Map(sources.map(({ path, imports }) => [path, imports.map(({ from }) => from)]))
  const done = new Set<string>()
  const cycles: string[][] = []
  for (const { path } of sources) walk(path, [])
  return cycles

  function walk(path: string, trail: string[]): void {
    const start = trail.indexOf(path)
    if (start !== -1) cycles.push([...trail.slice(start), path])
    if (start !== -1 || done.has(path)) return
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
}
