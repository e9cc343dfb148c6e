import { agreeOnGoal, draftGoal, openGoalVote } from '../../../src/slices/goals/commands.ts'
import { findCriteria } from '../../../src/slices/goals/criteria/queries.ts'
import { inTenant } from '../../../src/access/scope.ts'
import { castBallot } from '../../../src/slices/votes/ballots/commands.ts'
import { revealVote, stateConsensus } from '../../../src/slices/votes/outcome/commands.ts'
import type { Teller } from '../teller.ts'

const BALLOTS = [
  {
    key: 'maria',
    scores: [5, 5, 4, 4, 5, 4, 5],
    leave: 'with_name',
    argument: 'It is the one thing that every grade from 3 up can work on, and we can see it each Friday.',
  },
  {
    key: 'tomas',
    scores: [4, 5, 5, 4, 3, 5, 4],
    leave: 'with_name',
    argument: 'Worth it, if we do not add a meeting. The Wednesdays are enough.',
  },
  {
    key: 'june',
    scores: [2, 4, 4, 3, 4, 4, 3],
    leave: 'without_name',
    argument: 'The lower grades are not in it. I can live with that for one year, not for two.',
  },
] as const

/** October: a goal is drafted, argued, voted on under seal, revealed and agreed. Noor leads, so she does not vote. */
export async function agreeOnLincolnGoal(teller: Teller): Promise<string> {
  const { deps, places } = teller
  const maria = await teller.as('maria', 62)
  const goalId = await draftGoal(deps.db, maria, places.lincoln, {
    circle: 'school',
    statement: {
      en: 'By the end of next school year, three of four pupils in grades 3 to 5 can explain their reasoning about fractions in words and in a drawing.',
      es: 'Al final del próximo año escolar, tres de cada cuatro estudiantes de tercero a quinto explican con palabras y con un dibujo su razonamiento sobre fracciones.',
    },
    forWhom: 'Pupils in grades 3 to 5, and first those who are learning English',
    baseline: '41 of 100 tickets in September',
    target: '75 of 100 tickets',
    dueOn: teller.day(Math.max(teller.today + 200, 640)),
    evidence: 'Friday’s exit tickets, sorted by two teachers; what visits see of number talks',
  })
  const noor = await teller.as('noor', 66)
  const voters = BALLOTS.map((ballot) => teller.idOf(ballot.key))
  const voteId = await openGoalVote(deps.db, noor, deps.keys, places.lincoln, goalId, voters)
  const { questions } = await inTenant(deps.db, noor, (tx) => findCriteria(tx, noor, places.lincoln))
  for (const { key, scores, leave, argument } of BALLOTS) {
    const named = Object.fromEntries(questions.map((question, index) => [question.key, scores[index] ?? 3]))
    await castBallot(deps.db, await teller.as(key, 67), places.lincoln, voteId, { scores: named, argument, leave })
  }
  const later = await teller.as('noor', 69)
  const sealId = await revealVote(deps.db, later, deps, places.lincoln, voteId)
  await deps.keys.destroy(sealId)
  const statement = 'We take it for two years. In June we ask again whether the lower grades should join.'
  await stateConsensus(deps.db, later, places.lincoln, voteId, { statement, version: 0 })
  await agreeOnGoal(deps.db, await teller.as('maria', 70), places.lincoln, goalId, { agreedOn: teller.day(70) })
  return goalId
}
