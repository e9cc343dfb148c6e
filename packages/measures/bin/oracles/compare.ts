/** `{ key: { abs, rel } }`; a key names a segment, or a dotted path of segments, below `expected`. */
export type Tolerances = Record<string, Tolerance>
export type Tolerance = { abs?: number; rel?: number }

export type Difference = { path: string; expected: unknown; got: unknown }

/** Every place where `got` lacks or differs from what is expected; what is got beyond that is nobody's concern. */
export function differences(expected: unknown, got: unknown, tolerances: Tolerances, path: string[] = []): Difference[] {
  if (isTree(expected)) return differencesOfTree(expected, got, tolerances, path)
  // A name that happens to be a number may stand as either.
  const sameName = typeof expected === 'number' && typeof got === 'string' && String(expected) === got
  const same = typeof expected === 'number' ? sameName || near(expected, got, toleranceAt(tolerances, path)) : expected === got
  return same ? [] : [{ path: path.join('.'), expected, got }]
}

function differencesOfTree(expected: Tree, got: unknown, tolerances: Tolerances, path: string[]): Difference[] {
  if (!isTree(got) || Array.isArray(got) !== Array.isArray(expected)) return [{ path: path.join('.'), expected, got }]
  if (Array.isArray(expected) && Array.isArray(got) && expected.length !== got.length) {
    return [{ path: `${path.join('.')}.length`, expected, got }]
  }
  const gotByKey = new Map(Object.entries(got))
  return Object.entries(expected).flatMap(([key, value]) => differences(value, gotByKey.get(key), tolerances, [...path, key]))
}

type Tree = Record<string, unknown> | unknown[]

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

function near(expected: number, got: unknown, { abs = 0, rel = 0 }: Tolerance): boolean {
  if (typeof got !== 'number' || Number.isNaN(got)) return false
  const distance = Math.abs(got - expected)
  return distance <= abs || distance <= rel * Math.abs(expected)
}

/** The longest key that matches wins; a key may leave out the numbers of list entries. */
function toleranceAt(tolerances: Tolerances, path: readonly string[]): Tolerance {
  const paths = [path, path.filter((segment) => !/^\d+$/.test(segment))].map((segments) => `.${segments.join('.')}.`)
  const fitting = Object.keys(tolerances).filter((key) => paths.some((whole) => whole.includes(`.${key}.`)))
  const longest = fitting.toSorted((a, b) => b.length - a.length)[0]
  return tolerances[longest ?? 'default'] ?? {}
}
