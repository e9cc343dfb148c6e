import { decideCycle, observe, planCycle, startCycle, studyCycle } from '../../../src/slices/cycles/commands.ts'
import type { Teller } from '../teller.ts'
import type { LincolnMeasures } from './measures.ts'

type Cycle = {
  question: string
  prediction: string
  planWhat: string
  planWho: string
  from: number
  to: number
  seen: string
  surprise: string
  result: string
  asPredicted: 'yes' | 'partly' | 'no'
  learned: [string, string, string]
  decision: 'adopt' | 'adapt' | 'abandon'
  reason: string
}

const FIRST: Cycle = {
  question: 'Do two number talks a week bring reasons onto Friday’s tickets?',
  prediction: 'From 41 of 100 tickets to 55 within eight weeks, first in grade 3.',
  planWhat: 'Two talks of ten minutes a week, with one question from Wednesday; tickets sorted by two teachers.',
  planWho: 'Lucia, Ben and three more in grades 3 and 4',
  from: 152,
  to: 215,
  seen: 'By the third week pupils asked each other “how do you know?” without being told.',
  surprise: 'Pupils who are learning English drew first and spoke after; nobody had planned for that.',
  result: 'From 41 to 63 of 100 tickets, and it stayed there. Grade 4 moved first, not grade 3.',
  asPredicted: 'partly',
  learned: [
    'Ten minutes are enough if the question is a good one.',
    'A drawing is a reason; our sorting had missed that.',
    'Where two teachers sort together, the talk of the next week changes.',
  ],
  decision: 'adopt',
  reason: 'It holds without anybody pushing, and it costs twenty minutes a week.',
}

const SECOND: Cycle = {
  question: 'Does watching a talk in another grade spread second explanations?',
  prediction: 'Nine visits in two months; half of the visitors ask for a second explanation afterwards.',
  planWhat: 'One visit a month between grades 4 and 5, fifteen minutes each, no notes about people.',
  planWho: 'June draws up the plan; grades 4 and 5',
  from: 222,
  to: 282,
  seen: 'Three visits of nine took place. Each of the three visitors tried something within a week.',
  surprise: 'Nobody minded being watched. What was missing was somebody to stay with the class.',
  result: 'Too few visits to see anything in the tickets.',
  asPredicted: 'no',
  learned: [
    'Trust was there already; time was not.',
    'A visit works when two people go together.',
    'The district’s half days for substitutes are what we never asked for.',
  ],
  decision: 'adapt',
  reason: 'Ask the district for its six half days and try again in the autumn.',
}

const THIRD = {
  question: 'Do six half days of substitutes make the visits happen?',
  prediction: 'Eight of nine visits in ten weeks, and tickets of grade 5 rise by ten in a hundred.',
  planWhat: 'The same visits, with a substitute for each half day.',
  planWho: 'Tomas asks the district; grades 4 and 5',
}

/** Two cycles that were learned from, and a third that has just begun. */
export async function runLincolnCycles(
  teller: Teller,
  ideas: Map<string, string>,
  goalId: string,
  measures: LincolnMeasures,
): Promise<void> {
  const first = await runCycle(teller, FIRST, { goalId, ideaId: ideas.get('twice') ?? null, parentId: null, measureId: measures.tickets })
  const second = await runCycle(teller, SECOND, {
    goalId,
    ideaId: ideas.get('watch') ?? null,
    parentId: first,
    measureId: measures.tickets,
  })
  const { deps, places, today } = teller
  const plan = {
    ...THIRD,
    beginsOn: teller.day(today - 24),
    endsOn: teller.day(today + 46),
    ledBy: teller.idOf('tomas'),
    circle: 'school' as const,
  }
  const scope = await teller.as('tomas', today - 27)
  const third = await planCycle(deps.db, scope, places.lincoln, {
    ...plan,
    goalId,
    ideaId: ideas.get('watch') ?? null,
    parentId: second,
    measureId: measures.talks,
  })
  await startCycle(deps.db, await teller.as('tomas', today - 24), places.lincoln, third, teller.day(today - 24))
  const seen = { observedOn: teller.day(today - 8), seen: 'Four of four visits so far. Two went in pairs.', surprise: '' }
  await observe(deps.db, await teller.as('tomas', today - 8), places.lincoln, third, seen)
}

type Links = { goalId: string; ideaId: string | null; parentId: string | null; measureId: string }

async function runCycle(teller: Teller, cycle: Cycle, links: Links): Promise<string> {
  const { db } = teller.deps
  const { lincoln } = teller.places
  const { question, prediction, planWhat, planWho, from, to } = cycle
  const plan = {
    question,
    prediction,
    planWhat,
    planWho,
    beginsOn: teller.day(from),
    endsOn: teller.day(to),
    ledBy: teller.idOf('tomas'),
    circle: 'school' as const,
  }
  const id = await planCycle(db, await teller.as('tomas', from - 4), lincoln, { ...plan, ...links })
  await startCycle(db, await teller.as('tomas', from), lincoln, id, teller.day(from))
  await observe(db, await teller.as('tomas', from + 20), lincoln, id, {
    observedOn: teller.day(from + 20),
    seen: cycle.seen,
    surprise: cycle.surprise,
  })
  const [learnedFirst, learnedSecond, learnedThird] = cycle.learned
  const study = {
    studiedOn: teller.day(to),
    result: cycle.result,
    asPredicted: cycle.asPredicted,
    learnedFirst,
    learnedSecond,
    learnedThird,
  }
  await studyCycle(db, await teller.as('tomas', to), lincoln, id, study)
  await decideCycle(db, await teller.as('maria', to + 2), lincoln, id, {
    decision: cycle.decision,
    reason: cycle.reason,
    decidedOn: teller.day(to + 2),
  })
  return id
}
