import type { KnownSchool, Match } from './schema.ts'

/** Finds our school of a row: by its number, else by its exact name, whatever the capitals and blanks. */
export type Matcher = {
  byIdentifier(cell: string): string | undefined
  byName(cell: string): string | undefined
  match(identifier: string, name: string): Match
}

export function matcherOf(schools: readonly KnownSchool[]): Matcher {
  const numbers = new Map(schools.flatMap(({ id, identifiers }) => identifiers.map((one) => [sameText(one), id])))
  const names = Map.groupBy(schools, (school) => sameText(school.name))
  const bare = new Map(schools.flatMap(({ identifiers }) => identifiers.map((one) => [withoutZeros(one), one])))
  const byIdentifier = (cell: string) => (cell.trim() === '' ? undefined : numbers.get(sameText(cell)))
  const byName = (cell: string) => {
    const found = cell.trim() === '' ? [] : (names.get(sameText(cell)) ?? [])
    return found.length === 1 ? found[0]?.id : undefined
  }
  return { byIdentifier, byName, match }

  function match(identifier: string, name: string): Match {
    const byNumber = byIdentifier(identifier)
    if (byNumber) return { unitId: byNumber, by: 'identifier' }
    const named = byName(name)
    if (named) return { unitId: named, by: 'name' }
    // A spreadsheet that took a number for a quantity has lost its zeros; which school it was is too much to guess.
    const whole = /^0/.test(bare.get(withoutZeros(identifier)) ?? '') ? bare.get(withoutZeros(identifier)) : undefined
    if (whole !== undefined && identifier.trim() !== '') return { unitId: null, why: 'zeros_lost', expected: whole }
    const twice = (names.get(sameText(name)) ?? []).length > 1
    return { unitId: null, why: twice ? 'name_twice' : 'unknown_school', expected: '' }
  }
}

/** Two spellings of one name or number. */
export function sameText(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

function withoutZeros(text: string): string {
  return sameText(text).replace(/^0+/, '')
}
