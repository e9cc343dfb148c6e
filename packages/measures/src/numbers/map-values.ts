/** The same keys with other values. */
export function mapValues<K extends string, V, W>(record: Readonly<Record<K, V>>, change: (value: V, key: K) => W): Record<K, W> {
  const entries = Object.entries<V>(record).map(([key, value]) => [key, change(value, key as K)]) // Its keys are K, which entries widens.
  return Object.fromEntries(entries) as Record<K, W> // The keys of `record`, which fromEntries widens.
}
