/** Under ten invited, a number of answers would tell who is missing. */
export const FEWEST_INVITED = 10

const STEP = 5

/** How many have answered, as it may be said: rounded, and of small groups not at all. */
export function sayableAnswered(invited: number, answered: number): number | null {
  if (invited < FEWEST_INVITED) return null
  return Math.min(invited, Math.round(answered / STEP) * STEP)
}
