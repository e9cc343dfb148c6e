/** All spellings that a slice's files need of one name: `visits` → visit, Visits, visitRoutes … */
export type Names = { slice: string; noun: string; Slice: string; Noun: string }

/** Why a name will not do for a slice, or undefined if it will. */
export function whyNotName(slice: string, taken: readonly string[]): string | undefined {
  if (!/^[a-z]{3,}s$/.test(slice)) return 'A slice is called by the plural of its noun, in lower case: visits, surveys.'
  if (taken.includes(slice)) return `There is a slice called ${slice} already.`
  return undefined
}

export function namesOf(slice: string): Names {
  const noun = slice.replace(/s$/, '')
  return { slice, noun, Slice: capital(slice), Noun: capital(noun) }
}

function capital(word: string): string {
  return word[0]?.toUpperCase() + word.slice(1)
}
