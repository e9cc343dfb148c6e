import type { Contents, Kind, Row, TableName } from '../bundle/schema.ts'
import { splitList } from '../cells/rules.ts'
import { error, warning } from '../defects/rules.ts'
import type { Defect } from '../defects/schema.ts'

type Reference = Extract<Kind, { is: 'reference' }>
type Pointer = { name: string; kind: Reference; target: Contents | undefined }
type Where = { file: string; row: number; column: string }

/** Follows every reference of a table into tables that were read before, and takes out the rows that cannot stand. */
export function followReferences(contents: Contents, all: Map<TableName, Contents>): Defect[] {
  const pointers = listPointers(contents, all)
  const file = `${contents.table.name}.csv`
  const wrong = pointers.map((pointer) =>
    contents.rows.flatMap((row) => {
      const where = { file, row: row.row, column: pointer.name }
      return repeatsItsClass(pointer, row, all) ? [] : checkTargets(pointer, row, where)
    }),
  )
  const cycles = breakCycles(contents, pointers, file)
  const followed = pointers.map((pointer) => passOn(pointer, contents, file))
  // A file may have a defect in each of half a million rows: too many to be the arguments of a push.
  return [...wrong, cycles, ...followed].flat()
}

function listPointers(contents: Contents, all: Map<TableName, Contents>) {
  const pointers: Pointer[] = []
  for (const { name, kind } of contents.table.columns) {
    if (kind.is === 'reference') pointers.push({ name, kind, target: kind.to === contents.table.name ? contents : all.get(kind.to) })
  }
  return pointers
}

/** An enrollment that only repeats the school of its class: whether that school is right is said once, at the class. */
function repeatsItsClass({ name }: Pointer, row: Row, all: Map<TableName, Contents>) {
  const itsClass = all.get('classes')?.byId.get(row.cells['classSourcedId'] ?? '')
  return name === 'schoolSourcedId' && itsClass !== undefined && itsClass.cells[name] === row.cells[name]
}

/** Whether what a cell points to is there, and is of the right type. */
function checkTargets({ name, kind, target }: Pointer, row: Row, where: Where): Defect[] {
  const ids = idsOf(row, name, kind)
  const first = ids[0]
  if (first === undefined) return []
  const expected = `${kind.to}.csv sourcedId`
  if (!target || target.state === 'absent') return [warning({ ...where, code: 'unchecked_reference', expected, found: first })]
  if (target.state === 'missing') return [warning({ ...where, code: 'dangling_reference', expected, found: first })]
  return ids.flatMap((id) => checkTarget(id, kind, target, row, where))
}

function checkTarget(id: string, kind: Reference, target: Contents, row: Row, where: Where): Defect[] {
  const found = target.byId.get(id)
  const type = found?.cells['type'] ?? ''
  const isWrong = kind.types !== undefined && type !== '' && !kind.types.includes(type)
  if (found && !isWrong) return []
  const told = found
    ? {
        ...where,
        code: 'wrong_type' as const,
        expected: `${kind.to}.csv type ${kind.types?.join(' | ')}`,
        found: `${id} (${type})`,
      }
    : { ...where, code: 'dangling_reference' as const, expected: `${kind.to}.csv sourcedId`, found: id }
  if (kind.leave) return [warning(told)]
  row.standing = 'refused'
  return [error(told)]
}

/** A unit above itself would make a tree without a root. */
function breakCycles(contents: Contents, pointers: readonly Pointer[], file: string): Defect[] {
  const own = pointers.find((pointer) => pointer.target === contents && !pointer.kind.many)
  if (!own) return []
  const inCycle = listCycles(contents, own.name)
  for (const row of inCycle) row.standing = 'refused'
  return inCycle.map((row) =>
    error({
      file,
      row: row.row,
      column: own.name,
      code: 'reference_cycle',
      expected: 'a parent that is not below this row',
      found: row.cells[own.name] ?? '',
    }),
  )
}

/** Walks up from each row once: whatever leads to a row that was judged before is no cycle of its own. */
function listCycles(contents: Contents, column: string) {
  const judged = new Set<Row>()
  const inCycle: Row[] = []
  for (const row of contents.rows) {
    const trail = new Set<Row>()
    let above: Row | undefined = row
    while (above && !judged.has(above) && !trail.has(above)) {
      trail.add(above)
      above = contents.byId.get(above.cells[column] ?? '')
    }
    const way = [...trail]
    if (above && trail.has(above)) for (const one of way.slice(way.indexOf(above))) inCycle.push(one)
    for (const one of way) judged.add(one)
  }
  return inCycle.sort((left, right) => left.row - right.row)
}

/** Rows whose parent was refused or has ended follow it. */
function passOn(pointer: Pointer, contents: Contents, file: string): Defect[] {
  const { name, kind, target } = pointer
  if (!target || target.state !== 'read' || kind.leave) return []
  const followIn = (row: Row) => (row.standing === 'taken' ? follow(pointer, target, row, { file, row: row.row, column: name }) : [])
  return target === contents ? passDown(contents, name, followIn) : contents.rows.flatMap(followIn)
}

/** Within a table what follows has followers itself: the list of the lost grows while it is walked. */
function passDown(contents: Contents, column: string, followIn: (row: Row) => Defect[]): Defect[] {
  const children = Map.groupBy(contents.rows, (row) => row.cells[column] || undefined)
  const lost = contents.rows.filter((row) => row.standing !== 'taken')
  const defects: Defect[] = []
  for (const parent of lost) {
    for (const child of children.get(parent.cells['sourcedId']) ?? []) {
      const followed = followIn(child)
      if (followed.length > 0) lost.push(child)
      for (const defect of followed) defects.push(defect)
    }
  }
  return defects
}

function follow({ name, kind }: Pointer, target: Contents, row: Row, where: Where): Defect[] {
  const ids = idsOf(row, name, kind)
  const lost = ids.filter((id) => target.byId.get(id)?.standing !== 'taken')
  const first = lost[0]
  if (first === undefined) return []
  const standing = target.byId.get(first)?.standing
  const kept = ids.filter((id) => !lost.includes(id))
  row.cells[name] = kept.join(',')
  if (kept.length === 0) row.standing = standing === 'ended' ? 'ended' : 'refused'
  const code = standing === 'ended' ? ('parent_ended' as const) : ('parent_refused' as const)
  return [warning({ ...where, code, expected: `${kind.to}.csv sourcedId`, found: first })]
}

function idsOf(row: Row, column: string, kind: Reference) {
  const value = row.cells[column] ?? ''
  return kind.many ? splitList(value) : value === '' ? [] : [value]
}
