import type { OracleCase } from './read-case.ts'

/**
 * The answer's figures by the names that print has for them, or undefined where a case has none. Print names its figures
 * freely: each is the one of that name on whichever level, or of a name that begins or ends so (`tau2` for `tau2_reml`).
 */
export function publishedOf({ expected }: OracleCase, got: Record<string, unknown>): Record<string, unknown> | undefined {
  const printed = expected['published_rounded']
  if (typeof printed !== 'object' || printed === null) return undefined
  const own = got['published_rounded'] ?? {}
  return Object.fromEntries(
    Object.entries(printed).map(([name, value]) => [name, asPrinted(value, named(own, name, exactly) ?? find(got, name))]),
  )
}

type Fits = (key: string, name: string) => boolean

const exactly: Fits = (key, name) => key === name

function find(got: unknown, name: string): unknown {
  const ways: Fits[] = [
    exactly,
    (key) => key.startsWith(`${name}_`),
    (key) => key.endsWith(`_${name}`),
    // `omega_h`; a letter or two would begin anything.
    (key) => name.length > 4 && key.startsWith(name),
  ]
  for (const fits of ways) {
    const found = named(got, name, fits)
    if (found !== undefined) return found
  }
  return ofOneNode(got, name)
}

/** The nearest value of a name, outer levels first. */
function named(tree: unknown, name: string, fits: Fits): unknown {
  let level = [tree]
  while (level.length > 0) {
    const entries = level.filter((value) => typeof value === 'object' && value !== null).map((value) => Object.entries(value))
    const found = entries.flat().find(([key, value]) => fits(key, name) && value !== undefined)
    if (found) return found[1]
    level = entries.flat().map(([, value]): unknown => value)
  }
  return undefined
}

/** `betweenness_1` is the betweenness of node 1. */
function ofOneNode(got: unknown, name: string): unknown {
  const [, figure, node] = /^(.+?)[_.](.+)$/.exec(name) ?? []
  if (figure === undefined || node === undefined) return undefined
  const values = named(got, figure, exactly)
  return typeof values === 'object' && values !== null ? named(values, node, exactly) : undefined
}

/** Limits that are the same for every point are printed once. */
function asPrinted(expected: unknown, got: unknown): unknown {
  const once = typeof expected === 'number' && Array.isArray(got) && got.length > 0 && new Set(got).size === 1
  return once ? got[0] : got
}
