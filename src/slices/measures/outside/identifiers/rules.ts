import { matcherOf, sameText } from '../matching/rules.ts'
import type { BadLine, GivenNumber, NumberedSchool } from './schema.ts'

const LONGEST = 60

/** Schools as a matcher takes them. */
export function knownSchools(schools: readonly NumberedSchool[]) {
  return schools.map(({ id, name, numbers }) => ({ id, name, identifiers: numbers.map((one) => one.identifier) }))
}

/** Why a school cannot be given a number: another school has it. */
export function whyNotNumber(schools: readonly NumberedSchool[], { unitId, identifier }: GivenNumber) {
  const same = sameText(identifier)
  const isTaken = schools.some((school) => school.id !== unitId && school.numbers.some((one) => sameText(one.identifier) === same))
  return isTaken ? 'measures.outside_number_taken' : undefined
}

/** Pasted lines, a school's name and after the last comma its number; what is known already is left out. */
export function readLines(text: string, schools: readonly NumberedSchool[]): { given: GivenNumber[]; bad: BadLine[] } {
  const matcher = matcherOf(knownSchools(schools))
  const given: GivenNumber[] = []
  const bad: BadLine[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue
    const fault = readLine(raw)
    if (fault) bad.push({ line: index + 1, text: raw.trim().slice(0, 120), fault })
  }
  return { given, bad }

  function readLine(raw: string): BadLine['fault'] | undefined {
    const comma = raw.search(/[,;\t][^,;\t]*$/)
    const identifier = raw.slice(comma + 1).trim()
    if (comma < 1 || identifier === '') return 'no_comma'
    if (identifier.length > LONGEST) return 'too_long'
    const match = matcher.match('', raw.slice(0, comma).replace(/^"|"$/g, ''))
    if (match.unitId === null) return match.why === 'name_twice' ? 'name_twice' : 'unknown_school'
    const { unitId } = match
    const same = sameText(identifier)
    const isTaken = given.some((one) => one.unitId !== unitId && sameText(one.identifier) === same)
    if (isTaken || whyNotNumber(schools, { unitId, identifier })) return 'taken'
    const isKnown = [...given, ...knownOf(unitId)].some((one) => one.unitId === unitId && sameText(one.identifier) === same)
    if (!isKnown) given.push({ unitId, identifier })
    return undefined
  }

  function knownOf(unitId: string): GivenNumber[] {
    const school = schools.find((one) => one.id === unitId)
    return (school?.numbers ?? []).map(({ identifier }) => ({ unitId, identifier }))
  }
}
