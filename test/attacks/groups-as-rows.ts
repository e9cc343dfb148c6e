import { allItems, answersOf, cell, type Group, GROUPS, groupCell, type Held, type Known, membersOf, plus, type Row } from './counts.ts'

/** From how many people on a group is told apart, and with how many on either side of the middle a question is compared. */
const [FEWEST_GROUP, FEWEST_IN_HALF] = [30, 4]

/** What is said of groups at a place: how many they are, their rounded means, and which questions could be compared. */
export function rowsOfGroups(known: Known, { place, view: { groups } }: Held): Row[] {
  if (!groups || !known.groupOf) return []
  const compared = new Set(groups.gaps.flatMap(({ reference, focal }) => [reference, focal]))
  return [
    ...[...compared].flatMap((group) =>
      allItems(known).map((item) => `${plus(cellsOfGroup(known, place, group, item))} >= ${FEWEST_GROUP}`),
    ),
    ...groups.groups.flatMap(({ group, n, mean }) => rowsOfGroup(known, place, { group, n, mean })),
    ...groups.gaps.flatMap(({ reference, focal, items }) =>
      items.flatMap(({ ets }, item) => (ets ? [reference, focal].flatMap((group) => rowsOfHalves(known, place, group, item)) : [])),
    ),
  ]
}

/** Of every group, school, question and answer how many people there are, who make up the counts of the school. */
export function rowsOfPartition(known: Known): Row[] {
  if (!known.groupOf) return []
  return Object.keys(known.staff).flatMap((school) =>
    allItems(known).flatMap((item) => [
      ...answersOf(known).map(
        (answer) =>
          `${plus(GROUPS.map((group) => groupCell(known, { school, group, item, answer })))} - ${cell(known, school, item, answer)} = 0`,
      ),
      // A person answers all questions and belongs to one group.
      ...GROUPS.filter(() => item > 0).map((group) => {
        const of = (one: number) => answersOf(known).map((answer) => groupCell(known, { school, group, item: one, answer }))
        return `${plus(of(item))} - ${of(0).join(' - ')} = 0`
      }),
    ]),
  )
}

/** What is true of groups, as one more thing that is said. */
export function truthOfGroups(known: Known): Row[] {
  const { groupOf } = known
  if (!groupOf) return []
  return Object.entries(known.truth).flatMap(([school, people]) =>
    GROUPS.flatMap((group) =>
      allItems(known).flatMap((item) =>
        answersOf(known).map((answer) => {
          const count = people.filter((one, at) => groupOf(at) === group && one[item] === answer + 1).length
          return `${groupCell(known, { school, group, item, answer })} = ${count}`
        }),
      ),
    ),
  )
}

/** The counts of a group at a place, with a question or all. */
export function cellsOfGroup(known: Known, place: string, group: Group, item: number, answers = answersOf(known)): string[] {
  return membersOf(known, place).flatMap((school) => answers.map((answer) => groupCell(known, { school, group, item, answer })))
}

type Told = { group: Group; n: number; mean: number }

/** A mean to a tenth, or to two where a tenth of the answers would be fewer than four. */
function rowsOfGroup(known: Known, place: string, { group, n, mean }: Told): Row[] {
  const answers = n * known.items
  const step = 0.1 * answers >= 4 ? 0.1 : 0.2
  const sum = allItems(known).flatMap((item) =>
    answersOf(known)
      .filter(Boolean)
      .flatMap((answer) => cellsOfGroup(known, place, group, item, [answer]).map((one) => `${answer} ${one}`)),
  )
  return [
    ...allItems(known).map((item) => `${plus(cellsOfGroup(known, place, group, item))} = ${n}`),
    `${plus(sum)} >= ${Math.ceil((mean - 1 - step / 2) * answers - 1e-6)}`,
    `${plus(sum)} <= ${Math.floor((mean - 1 + step / 2) * answers + 1e-6)}`,
  ]
}

function rowsOfHalves(known: Known, place: string, group: Group, item: number): Row[] {
  const middle = (known.categories - 1) / 2
  const half = (belongs: (answer: number) => boolean) => plus(cellsOfGroup(known, place, group, item, answersOf(known).filter(belongs)))
  return [`${half((answer) => answer <= middle)} >= ${FEWEST_IN_HALF}`, `${half((answer) => answer > middle)} >= ${FEWEST_IN_HALF}`]
}
