import { mean } from '../numbers/mean.ts'
import type { AnswerRow } from './moments.ts'

/**
 * A person's score: the mean of the answered items if at least so many are, else null. Takes answers already turned over, of one
 * range. Equals rowMeans(na.rm = TRUE) with a limit.
 */
export function scoreOfAnswers(answers: AnswerRow, leastAnswered: number): number | null {
  const known = answers.filter((answer) => answer !== null)
  return known.length >= Math.max(1, leastAnswered) ? mean(known) : null
}
