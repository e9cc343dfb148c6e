import type { Choices } from '../columns/schema.ts'
import { spreadOf } from '../spread/rules.ts'
import type { Spread } from '../spread/schema.ts'
import { type EditionCounts } from '../schema.ts'
import type { Defect, ReadFile } from './schema.ts'

// Schools that are none of ours are told, and taken into the picture of all schools; these are not taken at all.
const LEFT_OUT = new Set<Defect['code']>(['long_row', 'no_school', 'twice', 'not_number', 'off_scale', 'respondents'])

/** Where files are loaded: at the top of a tenant, or where several schools stand below. */
export function whyNotLoadAt(place: { kind: string; path: readonly string[] }) {
  return place.path.length === 1 || ['district', 'region', 'agency'].includes(place.kind) ? undefined : 'measures.outside_load_above'
}

/** Why a file cannot be loaded yet, or undefined if it can; the button and the server both ask here. */
export function whyNotApply(choices: Choices, read: ReadFile) {
  if (!choices.name || !choices.publisher || choices.year === null) return 'measures.outside_say_whose'
  if (choices.identifierColumn === null && choices.nameColumn === null) return 'measures.outside_school_column_needed'
  if (choices.scores.length === 0) return 'measures.outside_scores_needed'
  if (!read.schools.some((school) => school.unitId !== null)) return 'measures.outside_none_of_ours'
  return undefined
}

export function countsOf(read: ReadFile): EditionCounts {
  return {
    schools: read.schools.length,
    matched: read.schools.filter((school) => school.unitId !== null).length,
    withheld: read.schools.filter((school) => school.few).length,
    leftOut: read.defects.filter((defect) => LEFT_OUT.has(defect.code)).length,
  }
}

/** Whether a defect is a school that is none of ours. */
export function isMismatch(defect: Defect): boolean {
  return !LEFT_OUT.has(defect.code)
}

/** How all schools of the file lie on each of its scores. */
export function spreadsOf(choices: Choices, read: ReadFile): Spread[] {
  return choices.scores.map((score, position) =>
    spreadOf(
      read.schools.flatMap((school) => school.scores[position] ?? []),
      score,
    ),
  )
}
