import { drawStrategy } from '../../../src/slices/strategy/commands.ts'
import { keepCommitment, makeCommitment, releaseCommitment } from '../../../src/slices/strategy/commitments/commands.ts'
import { addDriver, addIdea, linkResource } from '../../../src/slices/strategy/diagram/commands.ts'
import { listDrivers } from '../../../src/slices/strategy/diagram/queries.ts'
import type { Way } from '../../../src/slices/strategy/diagram/schema.ts'
import { reviewStrategy } from '../../../src/slices/strategy/reviews/commands.ts'
import { inTenant } from '../../../src/access/scope.ts'
import type { Teller } from '../teller.ts'
import type { Told } from './board.ts'
import type { LincolnMeasures } from './measures.ts'

type Idea = { key: string; statement: string; links: [string, Way, string][] }

const DRIVERS: { statement: string; why: string; measure: keyof LincolnMeasures; ideas: Idea[] }[] = [
  {
    statement: 'Pupils talk about numbers before they write',
    why: 'Who has heard three ways of thinking has something to write down.',
    measure: 'talks',
    ideas: [
      {
        key: 'twice',
        statement: 'Two number talks a week in every class of grades 3 to 5',
        links: [
          ['talks', 'uses', 'Lucia shows one in each grade'],
          ['tiles', 'repurposes', 'For the second explanation'],
          ['cards', 'uses', 'Words on the wall'],
        ],
      },
      {
        key: 'watch',
        statement: 'Everybody watches one talk in another grade each month',
        links: [
          ['fourfive', 'uses', 'Begin where doors are open'],
          ['subs', 'uses', 'Six half days would free six people'],
        ],
      },
    ],
  },
  {
    statement: 'Teachers look at pupils’ reasons together',
    why: 'What is looked at together each week is taught differently the next.',
    measure: 'tickets',
    ideas: [
      {
        key: 'wednesdays',
        statement: 'Wednesdays are for pupils’ work',
        links: [
          ['wednesday', 'repurposes', 'Forty minutes, from announcements to work'],
          ['tickets', 'uses', 'Friday’s tickets are Wednesday’s material'],
          ['coach', 'uses', 'Noor leads the first three'],
        ],
      },
      {
        key: 'question',
        statement: 'Each grade chooses next week’s question together',
        links: [['planning', 'uses', 'Twenty minutes of Thursday']],
      },
    ],
  },
  {
    statement: 'Families know what an explanation is',
    why: 'Pupils explain at home what they can explain at school.',
    measure: 'tickets',
    ideas: [{ key: 'night', statement: 'Family night with one fraction task in two languages', links: [] }],
  },
]

/** November: how the team means to get there; then who promised what, and a look back in May. */
export async function drawLincolnStrategy(
  teller: Teller,
  told: Told,
  goalId: string,
  measures: LincolnMeasures,
): Promise<Map<string, string>> {
  const { db } = teller.deps
  const { lincoln } = teller.places
  const maria = await teller.as('maria', 92)
  const strategyId = await drawStrategy(db, maria, lincoln, goalId, {
    leadersDo: 'we give the Wednesdays to pupils’ work and watch number talks every month',
    adultsChange: 'teachers ask for a second explanation, and look at reasons together',
    studentsGain: 'pupils explain their reasoning in words and in a drawing',
    circle: 'school',
  })
  for (const driver of DRIVERS) {
    const { ideas, measure, ...form } = driver
    const driverId = await addDriver(db, maria, lincoln, strategyId, { ...form, measureId: measures[measure] })
    for (const idea of ideas) {
      const ideaId = await addIdea(db, maria, lincoln, strategyId, driverId, idea.statement)
      for (const [key, way, how] of idea.links)
        await linkResource(db, maria, lincoln, strategyId, ideaId, { resourceId: told.resources.get(key) ?? '', way, how })
    }
  }
  const ideas = await ideasByStatement(teller, strategyId)
  await promise(teller, strategyId, ideas)
  await reviewStrategy(db, await teller.as('maria', 285), lincoln, strategyId, {
    heldOn: teller.day(285),
    outcome: 'adapt',
    reason: 'The talks hold. The visits between grades do not: people cannot leave their classes.',
    evidence: 'Tickets with a reason rose from 41 to 66 of 100 and stayed. Of nine planned visits three took place.',
  })
  return ideas
}

async function ideasByStatement(teller: Teller, strategyId: string): Promise<Map<string, string>> {
  const maria = await teller.as('maria', 92)
  const drivers = await inTenant(teller.deps.db, maria, (tx) => listDrivers(tx, maria, strategyId))
  const known = new Map(DRIVERS.flatMap((driver) => driver.ideas.map((idea) => [idea.statement, idea.key])))
  return new Map(drivers.flatMap((driver) => driver.ideas.map((idea) => [known.get(idea.statement) ?? '', idea.id])))
}

async function promise(teller: Teller, strategyId: string, ideas: Map<string, string>): Promise<void> {
  const { deps, today } = teller
  const { lincoln } = teller.places
  const make = async (by: string, on: number, idea: string, who: string, what: string, due: number) =>
    await makeCommitment(
      deps.db,
      await teller.as(by, on),
      lincoln,
      { jobs: deps.jobs, strategyId, ideaId: ideas.get(idea) ?? '' },
      { personId: teller.idOf(who), what, dueOn: teller.day(due) },
    )
  const show = await make('maria', 94, 'twice', 'lucia', 'Lead a number talk in each class of grades 3 to 5', 130)
  const lead = await make('maria', 94, 'wednesdays', 'noor', 'Lead the first three Wednesdays', 132)
  const visits = await make('maria', 94, 'watch', 'june', 'Draw up a plan for visits between grades', 140)
  await keepCommitment(deps.db, await teller.as('lucia', 128), lincoln, show, {
    keptOn: teller.day(128),
    cameOf: 'Every class has seen one; four teachers have led one themselves since.',
  })
  await keepCommitment(deps.db, await teller.as('noor', 131), lincoln, lead, {
    keptOn: teller.day(131),
    cameOf: 'From the fourth on, the grades led by themselves.',
  })
  await releaseCommitment(
    deps.db,
    await teller.as('june', 150),
    lincoln,
    visits,
    'Nobody can leave a class. We ask the district for half days first.',
  )
  await make('maria', today - 30, 'watch', 'tomas', 'Ask the district for the six half days of substitutes', today - 6)
  await make('tomas', today - 20, 'question', 'lucia', 'Bring three questions that made pupils draw', today + 5)
  await make('maria', today - 12, 'night', 'maria', 'Find an evening that suits the parents’ council', today + 9)
}
