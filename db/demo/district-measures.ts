import { addPoint, annotateDay, beginPhase, createMeasure } from '../../src/slices/measures/commands.ts'
import type { Teller } from './teller.ts'

const MONTH = 30

// Of the days that its four coaches worked, how many they spent in schools: as ever for eight months, then a calendar that keeps Tuesdays to Thursdays free.
const IN_SCHOOLS: readonly [events: number, total: number][] = [
  [27, 80],
  [29, 76],
  [25, 78],
  [28, 80],
  [24, 68],
  [27, 79],
  [26, 75],
  [28, 80],
  [44, 78],
  [47, 80],
  [45, 76],
  [48, 80],
]

// Of twenty people met by chance in a school each month, how many could say what the district is after.
const CAN_SAY = [6, 8, 7, 9, 7]

/** What Dana counts month by month, at the variables of the framework by which the district reads itself. */
export async function watchDistrict(teller: Teller): Promise<void> {
  const days = IN_SCHOOLS.map((_, month) => teller.today - MONTH * (IN_SCHOOLS.length - month))
  const { deps, places } = teller
  const dana = await teller.as('dana', Math.max(days[0] ?? 0, 0))
  const measure = await createMeasure(deps.db, dana, places.district, {
    name: 'Coaches’ days in schools',
    kind: 'proportion',
    unitOfMeasure: 'days',
    better: 'up',
    definition:
      'Working days of the four coaches of the district office, from their calendars. A day counts if at least half of it was in a school.',
    goalId: null,
    variable: { framework: 'district_capacity', variable: 'district_office' },
    ownerId: teller.idOf('ravi'),
    circle: 'district',
  })
  for (const [month, [events, total]] of IN_SCHOOLS.entries()) {
    const point = { observedOn: teller.day(days[month] ?? 0), value: null, events, total, note: '' }
    await addPoint(deps.db, await teller.as('dana', (days[month] ?? 0) + 1), places.district, measure, point)
  }
  await markCalendar(teller, measure, { before: days[0] ?? 0, from: days[8] ?? 0 })
  await askByChance(teller)
}

type Calendar = { before: number; from: number }

async function markCalendar(teller: Teller, measure: string, { before, from }: Calendar): Promise<void> {
  const { deps, places } = teller
  const dana = await teller.as('dana', from + 2)
  await beginPhase(deps.db, dana, places.district, measure, { startsOn: teller.day(before), label: 'As ever', frozen: 'yes' })
  await beginPhase(deps.db, dana, places.district, measure, { startsOn: teller.day(from), label: 'New calendar' })
  await annotateDay(deps.db, dana, places.district, measure, {
    onDay: teller.day(from),
    text: 'No meetings in the office from Tuesday to Thursday',
  })
}

async function askByChance(teller: Teller): Promise<void> {
  const { deps, places } = teller
  const first = teller.today - MONTH * CAN_SAY.length
  const measure = await createMeasure(deps.db, await teller.as('dana', first), places.district, {
    name: 'People who can say what the district is after',
    kind: 'proportion',
    unitOfMeasure: 'people',
    better: 'up',
    definition:
      'Twenty adults, four in each school, asked by whoever opens the door first that day. It counts if the goal is in their answer, in whatever words.',
    goalId: null,
    variable: { framework: 'district_capacity', variable: 'generating_public_will' },
    ownerId: teller.idOf('dana'),
    circle: 'district',
  })
  for (const [month, events] of CAN_SAY.entries()) {
    const day = first + MONTH * month
    const point = { observedOn: teller.day(day), value: null, events, total: 20, note: '' }
    await addPoint(deps.db, await teller.as('dana', day + 1), places.district, measure, point)
  }
}
