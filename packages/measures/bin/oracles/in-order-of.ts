/** Our entries in the order in which a case lists its own: the order of groups is no part of a statistic. */
export function inOrderOf<T extends object>(expected: unknown, key: keyof T & string, entries: readonly T[]): T[] {
  if (!Array.isArray(expected)) return [...entries]
  // The case's list, read from JSON; entries without the key are simply not found.
  const order = (expected as Record<string, unknown>[]).map((entry) => String(entry[key]))
  const place = (entry: T) => {
    const index = order.indexOf(String(entry[key]))
    return index < 0 ? order.length : index
  }
  return entries.toSorted((a, b) => place(a) - place(b))
}

/** The same for bare names. */
export function namesInOrderOf(expected: unknown, names: readonly string[]): string[] {
  const order = (Array.isArray(expected) ? expected : [expected]).map(String)
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return names.toSorted((a, b) => place(a) - place(b))
}
