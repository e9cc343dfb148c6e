import {
  cronbachAlpha,
  emptySummary,
  foldAnswers,
  mcdonaldOmega,
  momentsOfSummary,
  ordinalScale,
  pairTablesOfSummary,
  partialCredit,
  responseTablesOfSummary,
  summaryToBytes,
  type ScaleSummary,
} from '../../src/measures.ts'
import { show, timed, usual, type Took } from './figure.ts'
import { items, peopleOf, shape } from './survey.ts'

const people = 1_000_000
const batch = 10_000

/** The fold of a million people's answers, and the coefficients of a scale from what it leaves, which is the same at any number. */
export function benchSummary(): void {
  const summary = benchFold()
  const bytes = `summary of ${(summaryToBytes(summary).length / 1024).toFixed(0)} KB`
  coefficient('alpha with its intervals', '≤ 5 ms', 51, () => cronbachAlpha(momentsOfSummary(summary)), bytes)
  coefficient('one-factor omega with fit', '≤ 10 ms', 51, () => mcdonaldOmega(momentsOfSummary(summary)))
  coefficient('polychoric matrix and ordinal alpha', '≤ 0.5 s', 5, () => ordinalScale(pairTablesOfSummary(summary)))
  coefficient('partial credit by conditional likelihood', '≤ 0.5 s', 5, () => partialCredit(responseTablesOfSummary(summary)))
}

/** Only the fold is timed, not the making of the answers. */
function benchFold(): ScaleSummary {
  const person = peopleOf(20_261_122)
  let summary = emptySummary(shape)
  const total: Took = { wall: 0, processor: 0 }
  for (let done = 0; done < people; done += batch) {
    const rows = Array.from({ length: batch }, () => ({ answers: person() }))
    const took = timed(() => foldAnswers(summary, rows))
    summary = took.result
    total.wall += took.wall
    total.processor += took.processor
  }
  const rate = (people * items) / total.processor / 1000
  show(
    `fold of ${people.toLocaleString('en-US')} × ${items} answers`,
    total,
    '≥ 2 million/s a core',
    `${rate.toFixed(1)} million answers/s`,
  )
  return summary
}

function coefficient(name: string, goal: string, turns: number, work: () => unknown, more = ''): void {
  const took = usual(turns, work)
  const first = `first call ${took.first.processor.toFixed(0)} ms`
  show(`${name}, usual of ${turns}`, took.usual, goal, [first, more].filter((word) => word !== '').join(', '))
}
