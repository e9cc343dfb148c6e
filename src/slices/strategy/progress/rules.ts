import type { Commitment } from '../commitments/schema.ts'
import { isLateFor, stateOf } from '../commitments/rules.ts'
import type { Review } from '../reviews/schema.ts'
import type { Verdict } from '../../measures/signals/schema.ts'

/** What progress rests on: counts of what was done and seen, never a number that somebody typed. */
export type Progress = {
  commitments: { kept: number; open: number; late: number; released: number }
  measures: { all: number; improved: number; worsened: number; few: number }
  lastReview: Pick<Review, 'heldOn' | 'outcome'> | undefined
}

type Facts = {
  commitments: readonly Commitment[]
  verdicts: readonly Verdict[]
  reviews: readonly Review[]
  reader: { personId: string }
  today: string
}

/** Derives where a strategy stands, as far as a reader may know who is late. */
export function progressOf({ commitments, verdicts, reviews, reader, today }: Facts): Progress {
  const count = (state: ReturnType<typeof stateOf>) => commitments.filter((one) => stateOf(one) === state).length
  const said = (...wanted: Verdict[]) => verdicts.filter((verdict) => wanted.includes(verdict)).length
  return {
    commitments: {
      kept: count('kept'),
      open: count('open'),
      late: commitments.filter((one) => isLateFor(one, reader.personId, today)).length,
      released: count('released'),
    },
    measures: { all: verdicts.length, improved: said('improved'), worsened: said('worsened'), few: said('few') },
    lastReview: reviews[0],
  }
}
