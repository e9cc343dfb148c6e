/** `{ key: { abs, rel } }`; a key names a segment, or a dotted path of segments, below `expected`. */
export type Tolerances = Record<string, Tolerance | number>
export type Tolerance = { abs?: number; rel?: number }

export type Difference = { path: string; expected: unknown; got: unknown }

/** Every place where `got` lacks or differs from what is expected; what is got beyond that is nobody's concern. */
export function differences(expected: unknown, got: unknown, tolerances: Tolerances, path: string[] = []): Difference[] {
  if (isDescription(expected, path)) return []
  // R writes a vector of one as its bare value, and reads nothing into the difference.
  if (Array.isArray(got) && got.length === 1 && !isTree(expected)) return differences(expected, got[0], tolerances, path)
  if (isTree(expected)) return differencesOfTree(expected, got, tolerances, path)
  return sameValue(expected, got, toleranceAt(tolerances, path)) ? [] : [{ path: path.join('.'), expected, got }]
}

function differencesOfTree(expected: Tree, got: unknown, tolerances: Tolerances, path: string[]): Difference[] {
  const different = [{ path: path.join('.'), expected, got }]
  // An empty R list has no names, so that it may stand as [] or {}.
  if (Object.keys(expected).length === 0) return isTree(got) && Object.keys(got).length === 0 ? [] : different
  if (Array.isArray(expected) && expected.length === 1 && !isTree(got)) return differences(expected[0], got, tolerances, path)
  if (!isTree(got) || Array.isArray(got) !== Array.isArray(expected)) return different
  if (Array.isArray(expected) && Array.isArray(got) && expected.length !== got.length) {
    return [{ path: [...path, 'length'].join('.'), expected, got }]
  }
  const gotByKey = new Map(Object.entries(got))
  return Object.entries(expected).flatMap(([key, value]) => {
    const known = gotByKey.has(key) || isDescription(value, [key])
    if (!known) return [{ path: [...path, key].join('.'), expected: value, got: undefined }]
    return differences(value, gotByKey.get(key), tolerances, [...path, key])
  })
}

type Tree = Record<string, unknown> | unknown[]

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

/** Words beside the figures, which say what was done and are no figure themselves. */
const descriptions = new Set(['comment', 'definition', 'description', 'formula', 'method', 'model', 'note', 'notes', 'rule', 'split'])

function isDescription(expected: unknown, path: readonly string[]): boolean {
  return typeof expected === 'string' && descriptions.has(path.at(-1) ?? '')
}

/** What R writes where a number is not one. */
const notNumbers = new Map<unknown, number>([
  ['NA', Number.NaN],
  ['NaN', Number.NaN],
  ['Inf', Infinity],
  ['-Inf', -Infinity],
])

function sameValue(expected: unknown, got: unknown, tolerance: Tolerance): boolean {
  if (expected === got) return true
  if (expected === null) return !isDefined(got)
  // "Not defined" has one face in the library, R has several.
  if (notNumbers.has(expected)) return !isDefined(got) || Object.is(notNumbers.get(expected), got)
  // A name that happens to be a number may stand as either.
  if (typeof expected !== typeof got && isScalar(expected) && isScalar(got)) return String(expected) === String(got)
  return typeof expected === 'number' && typeof got === 'number' && near(expected, got, tolerance)
}

function isDefined(value: unknown): boolean {
  return value !== null && value !== undefined && !(typeof value === 'number' && !Number.isFinite(value))
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

/** What is left of a zero after rounding; as a share of it nothing could be near. */
const roundedZero = 1e-10

function near(expected: number, got: number, { abs = 0, rel = 0 }: Tolerance): boolean {
  if (Math.abs(expected) < roundedZero && Math.abs(got) < roundedZero) return true
  const distance = Math.abs(got - expected)
  return distance <= abs || distance <= rel * Math.abs(expected)
}

/** For a case that names none at all: the figures are written with fifteen digits. */
const leastTolerance: Tolerance = { abs: 1e-9, rel: 1e-9 }

/** The longest key that matches wins; a key may leave out the numbers of list entries. */
function toleranceAt(tolerances: Tolerances, path: readonly string[]): Tolerance {
  const paths = [path, path.filter((segment) => !/^\d+$/.test(segment))].map((segments) => `.${segments.join('.')}.`)
  const fitting = Object.keys(tolerances).filter((key) => paths.some((whole) => whole.includes(`.${key}.`)))
  const longest = fitting.toSorted((a, b) => b.length - a.length)[0]
  const found = tolerances[longest ?? 'default'] ?? leastTolerance
  return typeof found === 'number' ? { abs: found } : found
}
