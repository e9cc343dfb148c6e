import type { Contents, Row, Table } from '../bundle/schema.ts'
import { checkCell } from '../cells/rules.ts'
import { error, warning } from '../defects/rules.ts'
import type { Defect } from '../defects/schema.ts'
import { placeColumns } from '../header/rules.ts'
import { readSheet } from '../sheet/rules.ts'

/** A file's rows, each checked by itself and against the ids of its file; references come later. */
export function readRows(table: Table, bytes: Buffer): { contents: Contents; defects: Defect[] } {
  const file = `${table.name}.csv`
  const sheet = readSheet(file, bytes)
  if (!sheet.readable) return { contents: { table, state: 'missing', rows: [], byId: new Map() }, defects: sheet.defects }
  const { places, defects: headerDefects } = placeColumns({
    file,
    header: sheet.header,
    columns: table.columns,
    hasRows: sheet.rows.length > 0,
  })
  const defects = [...sheet.defects, ...headerDefects]
  const readable = !headerDefects.some((defect) => defect.severity === 'error')
  const rows: Row[] = []
  for (const raw of readable ? sheet.rows : []) {
    const checked = checkRow(file, table, places, raw)
    rows.push(checked.row)
    for (const defect of checked.defects) defects.push(defect)
  }
  const { byId, defects: twice } = indexById(file, rows)
  return { contents: { table, state: readable ? 'read' : 'missing', rows, byId }, defects: [...defects, ...twice] }
}

function checkRow(file: string, table: Table, places: Map<string, number>, raw: { row: number; cells: string[] }) {
  const cells: Record<string, string> = {}
  const defects: Defect[] = []
  for (const column of table.columns) {
    const place = places.get(column.name)
    const found = place === undefined ? '' : (raw.cells[place] ?? '')
    const { value, flaw } = checkCell(column, found)
    cells[column.name] = value
    if (flaw)
      defects.push((flaw.severity === 'error' ? error : warning)({ file, row: raw.row, column: column.name, ...flaw, found: found.trim() }))
  }
  const late = orderDefect(file, raw.row, cells)
  if (late) defects.push(late)
  const refused = defects.some((defect) => defect.severity === 'error')
  const standing = refused ? ('refused' as const) : cells['status'] === 'tobedeleted' ? ('ended' as const) : ('taken' as const)
  return { row: { row: raw.row, cells, standing }, defects }
}

function orderDefect(file: string, row: number, cells: Record<string, string>) {
  const begins = cells['startDate'] || cells['beginDate']
  const ends = cells['endDate']
  if (!begins || !ends || ends >= begins) return undefined
  return error({ file, row, column: 'endDate', code: 'date_order', expected: `>= ${begins}`, found: ends })
}

/** Of two rows with one id the first is kept, so that what points to it has something to point to; both are named. */
function indexById(file: string, rows: readonly Row[]) {
  const byId = new Map<string, Row>()
  const defects: Defect[] = []
  const told = new Set<Row>()
  for (const row of rows) {
    const id = row.cells['sourcedId'] ?? ''
    const first = byId.get(id)
    if (id !== '' && !first) byId.set(id, row)
    if (!first) continue
    row.standing = 'refused'
    const where = { file, column: 'sourcedId', code: 'duplicate_id' as const, found: id }
    if (!told.has(first)) defects.push(warning({ ...where, row: first.row, expected: `a sourcedId other than that of row ${row.row}` }))
    defects.push(error({ ...where, row: row.row, expected: `a sourcedId other than that of row ${first.row}` }))
    told.add(first)
  }
  return { byId, defects }
}
