/** A class in one of its terms. */
export type Term = { classId: string; beginsOn: string; endsOn: string }

/** The day whose teaching is meant: today, or in the holidays the last day before them, or the first one to come. */
export function teachingDay(terms: readonly Term[], today: string) {
  if (terms.some((term) => isIn(term, today))) return today
  const past = terms.map((term) => term.endsOn).filter((day) => day < today)
  const ahead = terms.map((term) => term.beginsOn).filter((day) => day > today)
  return past.sort().at(-1) ?? ahead.sort()[0] ?? today
}

/** Classes that have terms, none of them on this day. */
export function offTerm(terms: readonly Term[], day: string) {
  const on = new Set(terms.filter((term) => isIn(term, day)).map((term) => term.classId))
  return new Set(terms.map((term) => term.classId).filter((classId) => !on.has(classId)))
}

function isIn(term: Term, day: string) {
  return term.beginsOn <= day && day <= term.endsOn
}
