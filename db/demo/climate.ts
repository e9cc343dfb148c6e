import { applyLoad, chooseColumns, handInFile } from '../../src/slices/measures/outside/loads/commands.ts'
import { csvOf } from '../../src/platform/csv.ts'
import type { Teller } from './teller.ts'

// What the roster calls the schools of the district, and what the state's survey found in three springs.
const OURS: Record<string, { name: string; answers: number[]; figures: number[][] }> = {
  '990010000001': {
    name: 'Rivera High',
    answers: [61, 58, 63],
    figures: [
      [3.1, 3.0, 3.4, 71],
      [3.2, 3.0, 3.3, 74],
      [3.2, 3.1, 3.5, 77],
    ],
  },
  '990010000002': {
    name: 'Meadow Creek Middle',
    answers: [38, 41, 40],
    figures: [
      [3.4, 3.3, 3.5, 82],
      [3.3, 3.4, 3.4, 80],
      [3.5, 3.4, 3.6, 84],
    ],
  },
  '990010000003': {
    name: 'Lincoln Elementary',
    answers: [24, 25, 27],
    figures: [
      [3.6, 3.2, 3.5, 83],
      [3.6, 3.4, 3.5, 86],
      [3.7, 3.9, 3.6, 93],
    ],
  },
  '990010000004': {
    name: 'Harbor Elementary',
    answers: [22, 21, 20],
    figures: [
      [4.2, 4.0, 4.1, 91],
      [4.1, 4.0, 4.1, 88],
      [4.1, 4.1, 4.0, 90],
    ],
  },
  '990010000005': {
    name: 'Orchard Elementary',
    answers: [17, 15, 4],
    figures: [
      [3.9, 3.8, 4.0, 77],
      [3.8, 3.8, 3.9, 68],
      [3.5, 3.6, 3.8, 18],
    ],
  },
}

const TREES = [
  'Alder',
  'Aspen',
  'Birch',
  'Cypress',
  'Dogwood',
  'Elm',
  'Fir',
  'Hazel',
  'Juniper',
  'Laurel',
  'Maple',
  'Myrtle',
  'Pine',
  'Rowan',
  'Spruce',
  'Willow',
]

const LEVELS = ['Elementary', 'Middle', 'High', 'Academy']

const SCORES = ['Relational trust', 'Learning together', 'Instructional leadership', 'Response rate']

const HEADER = ['School number', 'School', 'Answers', ...SCORES]

const FIRST_LOAD = 24

const LAST_LOAD = 300

/** The state asks all its schools every spring; Dana brings what it publishes. */
export async function bringClimate(teller: Teller): Promise<void> {
  const firstSpring = Number(teller.day(0).slice(0, 4)) - 1
  await bringSpring(teller, FIRST_LOAD, firstSpring, 0)
  await bringSpring(teller, FIRST_LOAD, firstSpring + 1, 1)
  if (teller.today > LAST_LOAD) await bringSpring(teller, LAST_LOAD, firstSpring + 2, 2)
  await leaveAttendance(teller, firstSpring + 2)
}

/** A file that Dana has brought and not yet looked at, as such files are: words among numbers, more than a hundred percent, a school twice. */
async function leaveAttendance({ deps, places, as, today }: Teller, year: number): Promise<void> {
  const rows = [
    ['990010000003', 'Lincoln Elementary', '94.1%', '6.2'],
    ['990010000004', 'Harbor Elementary', '92.8%', 'see note'],
    ['', 'Orchard Elementary', '91.7%', '8.9'],
    ['99010000001', 'Alder Elementary', '90.2%', '9.4'],
    ['990100000022', 'Elm Middle', '109.3%', '7.0'],
    ['990100000033', 'Hazel High', '88.0%', '12.1'],
    ['990100000033', 'Hazel High', '88.4%', '12.1'],
  ]
  const bytes = new TextEncoder().encode(csvOf(['School number', 'School', 'Attendance', 'Days missed'], rows))
  await handInFile(deps.db, await as('dana', today - 1), places.district, { fileName: `attendance-${year}.csv`, bytes })
}

async function bringSpring({ deps, places, as }: Teller, day: number, year: number, spring: number): Promise<void> {
  const dana = await as('dana', day)
  const bytes = new TextEncoder().encode(csvOf(HEADER, [...ourRows(spring), ...otherRows(spring)]))
  const load = await handInFile(deps.db, dana, places.district, { fileName: `school-climate-${year}.csv`, bytes })
  await chooseColumns(deps.db, dana, places.district, load, {
    name: 'School climate survey',
    publisher: 'State Office of Schools',
    year,
    period: '',
    link: 'https://schools.example.org/climate',
    licence: 'CC BY 4.0',
    identifierColumn: 0,
    nameColumn: 1,
    respondentsColumn: 2,
    scores: SCORES.map((name, place) => {
      const isRate = name === 'Response rate'
      return { index: place + 3, name, low: isRate ? 0 : 1, high: isRate ? 100 : 5, better: 'up' as const }
    }),
    version: 1,
  })
  await applyLoad(deps.db, dana, places.district, load, 2)
}

function ourRows(spring: number): (string | number)[][] {
  return Object.entries(OURS).map(([id, { name, answers, figures }]) => written(id, name, answers[spring] ?? 0, figures[spring] ?? []))
}

/** Sixty-four schools elsewhere, each a little above or below the next one; now and then the state gives no score. */
function otherRows(spring: number): (string | number)[][] {
  return TREES.flatMap((tree, row) =>
    LEVELS.map((level, column) => {
      const wave = Math.sin(row * 2.3 + column * 5.1)
      const drift = 0.05 * spring + 0.2 * Math.cos(row + column * 3 + spring)
      const trust = 3.6 + 0.7 * wave + drift
      const learning = 3.4 + 0.5 * wave + 0.4 * Math.cos(row * 1.7 + column) + drift
      const leadership = 3.7 + 0.5 * wave - drift
      const figures = [trust, learning, leadership].map((value) => Number(Math.min(4.9, Math.max(1.4, value)).toFixed(1)))
      const answers = 18 + ((row * 7 + column * 13 + spring * 5) % 50)
      const id = `9901${String(row * 4 + column + 1).padStart(8, '0')}`
      return written(id, `${tree} ${level}`, answers, [...figures, 62 + ((row * 11 + column * 5 + spring * 3) % 37)])
    }),
  )
}

function written(id: string, name: string, answers: number, [trust, learning, leadership, rate]: number[]): (string | number)[] {
  const figures = [trust, learning, leadership].map((figure) => (figure === undefined || figure >= 4.85 ? 'N/A' : figure.toFixed(1)))
  return [id, name, answers, ...figures, `${rate ?? 0}%`]
}
