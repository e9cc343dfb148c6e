import { meanInterval } from '@groundwork/measures/groups/mean-interval.ts'

/** What the report's API says of a part of a questionnaire at a place, as far as it bears on counts. */
export type ScaleView = {
  key: string
  kind: string
  suppressed: boolean
  n: number | null
  mean: number | null
  mean_least: number | null
  mean_most: number | null
  lower: number | null
  upper: number | null
  alpha: number | null
  items: ItemView[]
  places: PlaceView[]
  schools: object | null
}

type Shares = { low: number; middle: number | null; high: number; step: number }
type MeanView = { mean: number | null; mean_least: number | null; mean_most: number | null }
type ItemView = MeanView & {
  key: string
  n: number | null
  distribution: Shares | null
  choices?: { shares: number[]; step: number } | null
}
type PlaceView = { place: string; suppressed: true } | ({ place: string; suppressed: false; n: number } & MeanView)

/** What somebody holds: a part at a place, and what is known of its sums from outside. */
export type Held = { place: string; view: ScaleView; exactCounts?: { item: number; answer: number; people: number }[] }

/** The answers of the people of each school, to each question from 1. */
export type Answers = Readonly<Record<string, readonly (readonly number[])[]>>

/**
 * A district as everybody knows it: its schools, with how many work there, and how many answers a question has. What is true
 * is not known to the attacker: it is one of the possibilities, and a check on how the figures are read.
 */
export type Known = { district: string; staff: Readonly<Record<string, number>>; items: number; categories: number; truth: Answers }

/** A school's number of people and sum of answers, where an attacker is given them. */
export type Given = { school: string; n: number; sum: number }

/** A count that can be told too closely; `answer` counts from 0. */
export type Narrow = { place: string; item: number; answer: number; least: number; most: number }

/** Who comes nearer to a count than this knows too much. */
export const LEAST_WIDTH = 3

/**
 * What somebody who holds these figures can tell of the number of people who gave an answer to a question at a place: every
 * figure is turned into equations and inequalities over all these counts, and for each count the least and the greatest that
 * agrees with all of them is sought in whole numbers. Whatever is found on the way shows of all counts what else they could
 * be, so that only those that still look narrow are sought for. Answers the counts that lie within less than three of each
 * other, but not those of schools of which is given that they have one or two people: no range of them could be wider.
 */
export function narrowCounts(known: Known, held: readonly Held[], solver: Solver, given: readonly Given[] = []): Narrow[] {
  const rows = rowsOf(known, held, given)
  const cells = cellsOfAll(known).filter(({ place }) => !given.some((one) => one.school === place && one.n < LEAST_WIDTH))
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
  look(programOf(known, [...rows, ...truthOf(known)], 'Maximize', ['n1']), true)
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

function truthOf(known: Known): Row[] {
  return Object.entries(known.truth).flatMap(([school, people]) =>
    allItems(known).flatMap((item) =>
      answersOf(known).map((answer) => `${cell(known, school, item, answer)} = ${people.filter((one) => one[item] === answer + 1).length}`),
    ),
  )
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
export async function loadHighs(): Promise<Solver> {
  const imported = await import('highs')
  // The package's types describe a module with a default export; Node gives a CommonJS one, whose default is the function.
  const load = imported.default as unknown as typeof imported.default.default
  const highs = await load()
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

type Row = string

function rowsOf(known: Known, held: readonly Held[], given: readonly Given[]): Row[] {
  const rows: Row[] = []
  for (const school of Object.keys(known.staff))
    for (let item = 0; item < known.items; item++) rows.push(`${plus(cellsOf(known, [school], item))} - n${indexOf(known, school)} = 0`)
  for (const one of held) rows.push(...rowsOfView(known, one))
  for (const { school, n, sum } of given) {
    rows.push(`n${indexOf(known, school)} = ${n}`)
    rows.push(`${weighted(known, [school], allItems(known))} = ${sum - n * known.items}`)
  }
  return rows
}

function rowsOfView(known: Known, { place, view, exactCounts = [] }: Held): Row[] {
  const rows = exactCounts.map(
    ({ item, answer, people }) => `${plus(membersOf(known, place).map((one) => cell(known, one, item, answer)))} = ${people}`,
  )
  rows.push(...view.places.flatMap((one) => (one.suppressed ? [] : rowsOfPlace(known, one.place, one))))
  if (view.suppressed || view.n === null) return rows
  rows.push(...rowsOfPlace(known, place, { ...view, n: view.n }))
  for (const [item, said] of view.items.entries()) rows.push(...rowsOfItem(known, place, item, { ...said, n: view.n }))
  rows.push(...spreadOf(known, place, view))
  return rows
}

function rowsOfPlace(known: Known, place: string, { n, ...mean }: MeanView & { n: number }): Row[] {
  const members = membersOf(known, place)
  return [
    `${plus(members.map((one) => `n${indexOf(known, one)}`))} = ${n}`,
    ...rowsOfMean(weighted(known, members, allItems(known)), mean, n * known.items),
  ]
}

/** Sums count the lowest answer as 0. */
function rowsOfMean(sum: string, { mean_least: least, mean_most: most }: MeanView, answers: number): Row[] {
  if (least === null || most === null) return []
  if (most - least < 1e-9) return [`${sum} = ${Math.round((least - 1) * answers)}`]
  return [`${sum} >= ${Math.ceil((least - 1) * answers - 1e-6)}`, `${sum} <= ${Math.floor((most - 1) * answers + 1e-6)}`]
}

function rowsOfItem(known: Known, place: string, item: number, said: ItemView & { n: number }): Row[] {
  const members = membersOf(known, place)
  const rows = rowsOfMean(weighted(known, members, [item]), said, said.n)
  const between = (cells: string[], share: number, step: number) => rows.push(...rowsOfShare(plus(cells), share, step, said.n))
  const middle = (known.categories - 1) / 2
  const cells = (belongs: (answer: number) => boolean) =>
    members.flatMap((one) =>
      answersOf(known)
        .filter(belongs)
        .map((answer) => cell(known, one, item, answer)),
    )
  const { distribution, choices } = said
  if (distribution) {
    between(
      cells((answer) => answer < middle),
      distribution.low,
      distribution.step,
    )
    if (distribution.middle !== null)
      between(
        cells((answer) => answer === middle),
        distribution.middle,
        distribution.step,
      )
    between(
      cells((answer) => answer > middle),
      distribution.high,
      distribution.step,
    )
  }
  for (const [answer, share] of (choices?.shares ?? []).entries())
    between(
      cells((one) => one === answer),
      share,
      choices?.step ?? 1,
    )
  return rows
}

/** A share to the nearest step, the first standing for none as well and the last for all. */
function rowsOfShare(people: string, share: number, step: number, n: number): Row[] {
  const parts = Math.round(1 / step)
  const at = Math.round(share * parts)
  const rows: Row[] = []
  if (at > 1) rows.push(`${people} >= ${Math.ceil(((2 * at - 1) * n) / (2 * parts) - 1e-9)}`)
  if (at < parts - 1) rows.push(`${people} <= ${Math.ceil(((2 * at + 1) * n) / (2 * parts) - 1e-9) - 1}`)
  return rows
}

/**
 * What the interval of an exact mean tells: the sum of squares of all scores. People by score and, of each score, by answer are
 * counted apart, which makes equations of it; with alpha it also tells the sum of squares of all answers, as far as the sums
 * of the questions are known.
 */
function spreadOf(known: Known, place: string, view: ScaleView): Row[] {
  const { n, mean, mean_least: least, mean_most: most } = view
  const squares = squaresOf(known, view)
  if (squares === undefined || n === null || mean === null || least !== most) return []
  const [members, top] = [membersOf(known, place), known.items * (known.categories - 1)]
  const scores = Array.from({ length: top + 1 }, (_, score) => score)
  const prefix = `${indexOf(known, place)}`
  const of = (score: number) => `y${prefix}_${score}`
  const by = (score: number, item: number, answer: number) => `z${prefix}_${score}_${item}_${answer}`
  const rows = [`${plus(scores.map(of))} = ${n}`]
  rows.push(
    `${scores
      .filter(Boolean)
      .map((score) => `${score ** 2} ${of(score)}`)
      .join(' + ')} = ${squares}`,
  )
  for (let item = 0; item < known.items; item++) {
    for (const score of scores) rows.push(`${plus(answersOf(known).map((answer) => by(score, item, answer)))} - ${of(score)} = 0`)
    for (const answer of answersOf(known))
      rows.push(
        `${plus(scores.map((score) => by(score, item, answer)))} - ${members.map((one) => cell(known, one, item, answer)).join(' - ')} = 0`,
      )
  }
  for (const score of scores.filter(Boolean)) {
    const sums = allItems(known).flatMap((item) =>
      answersOf(known)
        .filter(Boolean)
        .map((answer) => `${answer} ${by(score, item, answer)}`),
    )
    rows.push(`${sums.join(' + ')} - ${score} ${of(score)} = 0`)
  }
  return rows
}

/** Sums of answers, the lowest counting 0, squared and added up over people: from the interval of their mean. */
function squaresOf({ items, categories }: Known, { n, mean, lower, upper }: ScaleView): number | undefined {
  if (n === null || mean === null || lower === null || upper === null) return undefined
  const reach = lower > 1 ? mean - lower : upper < categories ? upper - mean : undefined
  const one = meanInterval({ n, mean: 0, sumOfSquares: 1 }).upper
  if (reach === undefined || !one) return undefined
  return Math.round(((reach / one) ** 2 + n * (mean - 1) ** 2) * items ** 2)
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

function membersOf({ district, staff }: Known, place: string): string[] {
  return place === district ? Object.keys(staff) : [place]
}

function indexOf({ staff }: Known, school: string): number {
  return Object.keys(staff).indexOf(school) + 1
}

function cell(known: Known, school: string, item: number, answer: number): string {
  return `x${indexOf(known, school)}_${item}_${answer}`
}

function cellsOf(known: Known, schools: readonly string[], item: number): string[] {
  return schools.flatMap((school) => answersOf(known).map((answer) => cell(known, school, item, answer)))
}

function weighted(known: Known, schools: readonly string[], items: readonly number[]): string {
  const cells = schools.flatMap((school) =>
    items.flatMap((item) =>
      answersOf(known)
        .filter(Boolean)
        .map((answer) => `${answer} ${cell(known, school, item, answer)}`),
    ),
  )
  return cells.join(' + ')
}

function allItems({ items }: Known): number[] {
  return Array.from({ length: items }, (_, item) => item)
}

function answersOf({ categories }: Known): number[] {
  return Array.from({ length: categories }, (_, answer) => answer)
}

function plus(names: readonly string[]): string {
  return names.join(' + ')
}
