import { loadHighs } from '@groundwork/measures/suppression/load-solver.ts'
import { allItems, answersOf, cell, cellsOf, type Given, type Held, indexOf, type Known, membersOf, plus, type Row } from './counts.ts'
import { rowsOf, truthOf } from './figures-as-rows.ts'
import { cellsOfGroup } from './groups-as-rows.ts'

/** A count that can be told too closely; `answer` counts from 0. */
export type Narrow = { place: string; item: number; answer: number; least: number; most: number }

/** Who comes nearer to a count than this knows too much. */
export const LEAST_WIDTH = 3

/**
 * What somebody who holds these figures can tell of the number of people who gave an answer to a question at a place: every
 * figure is turned into equations and inequalities over all these counts, and for each count the least and the greatest that
 * agrees with all of them is sought in whole numbers. Whatever is found on the way shows of all counts what else they could
 * be, so that only those that still look narrow are sought for. Answers the counts that lie within less than three of each
 * other, but not those of schools of which is given that they have one or two people: no range of them could be wider. `only` looks at one place.
 */
export function narrowCounts(known: Known, held: readonly Held[], solver: Solver, given: readonly Given[] = [], only?: string): Narrow[] {
  const rows = rowsOf(known, held, given)
  const tiny = given.filter((one) => one.n < LEAST_WIDTH).map(({ school }) => school)
  const cells = [...cellsOfAll(known), ...cellsOfGroups(known, held)].filter(
    ({ place }) => !tiny.includes(place) && (only === undefined || place === only),
  )
  const seen = new Map(cells.map((one) => [one, { least: Infinity, most: -Infinity }]))
  const look = (program: string, exact: boolean) => {
    const found = solver(program, exact)
    if (!found) throw new RangeError('the figures contradict each other, or what is true')
    for (const [one, range] of seen) {
      const people = one.names.reduce((all, name) => all + Math.round(found.get(name) ?? 0), 0)
      Object.assign(range, { least: Math.min(range.least, people), most: Math.max(range.most, people) })
    }
  }
  // What is true agrees with all that is said, or this reads it wrongly.
  look(programOf(known, [...rows, ...truthOf(known, held)], 'Maximize', ['n1']), true)
  // Half of all counts pulled up and half down, and the other way round, shows at once how far apart most of them can be.
  for (let round = 1; round <= ROUNDS; round++)
    for (const way of ['Maximize', 'Minimize'] as const) look(programOf(known, rows, way, halfOf(known, round)), false)
  return [...seen].flatMap(([{ names, ...one }, range]) => {
    for (const exact of [false, true])
      for (const way of ['Maximize', 'Minimize'] as const)
        if (range.most - range.least < LEAST_WIDTH) look(programOf(known, rows, way, names), exact)
    return range.most - range.least < LEAST_WIDTH ? [{ ...one, ...range }] : []
  })
}

const ROUNDS = 3

/** Half of the counts of all schools, another half each time. */
function halfOf(known: Known, round: number): string[] {
  const schools = Object.keys(known.staff)
  const all = schools.flatMap((school, s) =>
    allItems(known).flatMap((item) =>
      answersOf(known).map((answer) => ({ name: cell(known, school, item, answer), mix: (s + 1) * (2 * item + 3) * (answer + 1) * round })),
    ),
  )
  return all.filter(({ mix }) => (mix * 7) % 11 > 5).map(({ name }) => name)
}

type Way = 'Minimize' | 'Maximize'

/** Finds what makes a sum least or greatest, or nearly so where that will do: the value of each variable; undefined where nothing agrees with all rows. */
export type Solver = (program: string, exact: boolean) => Map<string, number> | undefined

/** HiGHS, with what it found and not its value alone. */
export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return (program, exact) => {
    const { Status, Columns } = highs.solve(program, exact ? {} : { mip_rel_gap: 0.5 })
    if (Status !== 'Optimal') return undefined
    return new Map(Object.entries(Columns).map(([name, column]) => [name, 'Primal' in column ? Number(column.Primal) : 0]))
  }
}

function cellsOfAll(known: Known): { place: string; item: number; answer: number; names: string[] }[] {
  const places = [known.district, ...Object.keys(known.staff)]
  return places.flatMap((place) =>
    allItems(known).flatMap((item) =>
      answersOf(known).map((answer) => ({
        place,
        item,
        answer,
        names: membersOf(known, place).map((school) => cell(known, school, item, answer)),
      })),
    ),
  )
}

/** The counts of each group at each place that is told of it. */
function cellsOfGroups(known: Known, held: readonly Held[]): { place: string; item: number; answer: number; names: string[] }[] {
  return held.flatMap(({ place, view }) => {
    const told = new Set(view.groups?.gaps.flatMap(({ reference, focal }) => [reference, focal]))
    return [...told].flatMap((group) =>
      allItems(known).flatMap((item) =>
        answersOf(known).map((answer) => ({
          place: `${group} at ${place}`,
          item,
          answer,
          names: cellsOfGroup(known, place, group, item, [answer]),
        })),
      ),
    )
  })
}

function programOf(known: Known, rows: readonly Row[], way: Way, sum: readonly string[]): string {
  const schools = Object.entries(known.staff)
  const whole = schools.flatMap(([school]) => [
    `n${indexOf(known, school)}`,
    ...allItems(known).flatMap((item) => cellsOf(known, [school], item)),
  ])
  const bounds = schools.map(([school, staff]) => ` 0 <= n${indexOf(known, school)} <= ${staff}`)
  const body = rows.map((row, at) => ` r${at}: ${row}`)
  return [way, ` obj: ${plus(sum)}`, 'Subject To', ...body, 'Bounds', ...bounds, 'General', ` ${whole.join(' ')}`, 'End', ''].join('\n')
}
