import { addPoint, annotateDay, beginPhase, createMeasure } from '../../../src/slices/measures/commands.ts'
import type { Teller } from '../teller.ts'

// Of about sixty tickets a week, how many had a reason in them: even for twelve weeks, then a step that stays.
const EXPLAINED = [24, 26, 23, 27, 25, 24, 28, 25, 26, 24, 27, 25, 29, 33, 35, 38, 36, 39, 37, 40, 38, 41, 39, 42, 40, 43]

const TICKETS = [60, 61, 58, 62, 60, 59, 61, 60, 62, 58, 61, 60, 60, 62, 59, 61, 60, 61, 58, 62, 60, 61, 59, 62, 60, 61]

// Number talks per class and week, as teachers count them on the staff room door.
const TALKS = [0.4, 0.5, 0.3, 0.6, 0.4, 0.8, 1.1, 1.4, 1.6, 1.5, 1.9, 1.8, 2.0, 1.9, 2.1, 2.0]

const FIRST_TICKETS = 75

const FIRST_TALKS = 89

export type LincolnMeasures = { tickets: string; talks: string }

/** The two measures that the team looks at. */
export async function measureLincoln(teller: Teller, goalId: string): Promise<LincolnMeasures> {
  const { deps, places } = teller
  const tomas = await teller.as('tomas', 74)
  const tickets = await createMeasure(deps.db, tomas, places.lincoln, {
    name: 'Tickets with a reason in them',
    kind: 'proportion',
    unitOfMeasure: 'tickets',
    better: 'up',
    definition:
      'Each Friday’s exit tickets of grades 3 to 5. A ticket counts if two teachers, sorting apart, both find a reason in words or in a drawing.',
    goalId,
    variable: null,
    ownerId: teller.idOf('tomas'),
    circle: 'school',
  })
  for (const [week, events] of EXPLAINED.entries()) {
    const day = FIRST_TICKETS + week * 7
    const point = { observedOn: teller.day(day), value: null, events, total: TICKETS[week] ?? 60, note: '' }
    await addPoint(deps.db, await teller.as('tomas', day + 1), places.lincoln, tickets, point)
  }
  await beginPhase(deps.db, await teller.as('tomas', 162), places.lincoln, tickets, {
    startsOn: teller.day(FIRST_TICKETS + 12 * 7),
    label: 'Two talks a week',
    frozen: 'yes',
  })
  await annotateDay(deps.db, await teller.as('tomas', 162), places.lincoln, tickets, {
    onDay: teller.day(FIRST_TICKETS + 12 * 7),
    text: 'Two talks a week in all of grades 3 to 5',
  })
  return { tickets, talks: await measureTalks(teller, goalId) }
}

async function measureTalks(teller: Teller, goalId: string): Promise<string> {
  const { deps, places } = teller
  const talks = await createMeasure(deps.db, await teller.as('noor', 88), places.lincoln, {
    name: 'Number talks per class and week',
    kind: 'value',
    unitOfMeasure: 'talks',
    better: 'up',
    definition: 'Talks marked on the staff room door, divided by the classes of grades 3 to 5.',
    goalId,
    variable: null,
    ownerId: teller.idOf('noor'),
    circle: 'school',
  })
  for (const [week, value] of TALKS.entries()) {
    const day = FIRST_TALKS + week * 7
    const point = { observedOn: teller.day(day), value, events: null, total: null, note: '' }
    await addPoint(deps.db, await teller.as('noor', day + 1), places.lincoln, talks, point)
  }
  return talks
}
