const mostNames = 12

/** Some names, and how many more there are. */
export function shortList(names: readonly string[]): string {
  const more = names.length - mostNames
  return names.slice(0, mostNames).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
