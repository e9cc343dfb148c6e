import { sameText } from '../../../measures/outside/matching/rules.ts'
import type { Place } from '../../rules.ts'
import type { Columns } from '../schema.ts'

const SCHOOL = /^(?:school|campus|site|building|escuela|centro|plantel)(?:[ _-]?(?:id|name|code|number|nombre|n[uú]mero|c[oó]digo))?$/i
const ROLE = /^(?:role|position|job(?: title)?|staff (?:role|group)|rol|cargo|puesto)$/i
const RESPONDENT = /^(?:(?:respondent|person|participant|response|persona|participante|respuesta|encuestado)(?:[ _-]?id)?|id|token)$/i

/** The best that can be said of a file's columns by their names alone; all of it can be chosen otherwise. */
export function guessColumns(header: readonly string[], places: readonly Place[]): Columns {
  const named = (pattern: RegExp) => orNull(header.findIndex((name) => pattern.test(name.trim())))
  return { school: named(SCHOOL), role: named(ROLE), respondent: named(RESPONDENT), items: places.map((place) => columnOf(header, place)) }
}

/** Tables carry the key of a question, or its words in one of its languages, sometimes behind the name of its group. */
function columnOf(header: readonly string[], { item }: Place): number | null {
  const names = header.map(sameText)
  const wanted = [item.key, ...Object.values(item.text)].map(sameText)
  const exact = names.findIndex((name) => wanted.includes(name))
  return orNull(exact === -1 ? names.findIndex((name) => wanted.includes(name.replace(/^.*[/:[]\s*|\]$/g, ''))) : exact)
}

/** Why columns cannot be read so, or undefined if they can: one column cannot be two things. */
export function whyNotColumns({ school, role, respondent, items }: Columns, header: readonly string[]) {
  const named = [school, role, respondent, ...items].filter((column) => column !== null)
  if (named.some((column) => column >= header.length)) return 'surveys.bring_again'
  if (items.every((column) => column === null)) return 'surveys.answers_no_item'
  return new Set(named).size < named.length ? 'surveys.answers_column_twice' : undefined
}

function orNull(index: number): number | null {
  return index === -1 ? null : index
}
