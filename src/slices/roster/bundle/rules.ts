import type { Parcel } from '../archive/schema.ts'
import { error, gather, isFatal, warning } from '../defects/rules.ts'
import type { Defect } from '../defects/schema.ts'
import { readManifest } from '../manifest/rules.ts'
import type { Manifest } from '../manifest/rules.ts'
import { followReferences } from '../references/rules.ts'
import { readRows } from '../rows/rules.ts'
import { STAFF_ROLES, TABLES } from './schema.ts'
import type { Bundle, Contents, Row, Table, TableName } from './schema.ts'

/** Without these two there is nobody and nowhere to load. */
const NEEDED: readonly TableName[] = ['orgs', 'users']

/** Everything that can be said of a bundle without a database: what is in it, and every defect with its place. */
export function checkBundle(parcel: Parcel): Bundle {
  const contents = new Map<TableName, Contents>()
  if (parcel.defects.length > 0) return { version: '', mode: '', contents, defects: parcel.defects }
  const manifest = readManifest(parcel.files.get('manifest.csv'))
  const defects = [manifest.defects]
  // Of another version the columns are others: reading on would bury the one cause under its consequences.
  const readable = !manifest.defects.some((defect) => isFatal(defect) && defect.code !== 'unsupported_mode')
  for (const table of readable ? TABLES : []) {
    const read = readTable(table, manifest, parcel)
    contents.set(table.name, read.contents)
    defects.push(read.defects, followReferences(read.contents, contents))
  }
  defects.push(emailDefects(contents.get('users')), enrollmentDefects(contents))
  return { version: manifest.version, mode: manifest.mode, contents, defects: gather(inOrder(defects.flat())) }
}

/** How many rows each file has, as read and as they would be taken. */
export function countRows(bundle: Bundle) {
  const rows = TABLES.map(({ name }) => [name, bundle.contents.get(name)?.rows ?? []] as const)
  return {
    counts: Object.fromEntries(rows.map(([name, all]) => [name, all.length])),
    accepted: Object.fromEntries(rows.map(([name, all]) => [name, all.filter((row) => row.standing === 'taken').length])),
  }
}

function readTable(table: Table, manifest: Manifest, parcel: Parcel): { contents: Contents; defects: Defect[] } {
  const file = `${table.name}.csv`
  const bytes = parcel.files.get(file.toLowerCase())
  const mode = manifest.declared.get(table.name)
  const none: Contents = { table, state: mode === 'bulk' ? 'missing' : 'absent', rows: [], byId: new Map() }
  if (bytes && mode === 'absent') {
    return {
      contents: none,
      defects: [warning({ file, row: 0, code: 'undeclared_file', expected: 'absent', found: file }), ...neededDefects(table)],
    }
  }
  if (!bytes && mode === 'bulk')
    return {
      contents: none,
      defects: [error({ file, row: 0, code: 'missing_file', expected: file, found: '' })],
    }
  if (!bytes) return { contents: none, defects: neededDefects(table) }
  return readRows(table, bytes)
}

function neededDefects({ name }: Table): Defect[] {
  if (!NEEDED.includes(name)) return []
  return [
    error({
      file: `${name}.csv`,
      row: 0,
      code: 'missing_file',
      expected: `${name}.csv`,
      found: '',
    }),
  ]
}

/** Two people with one address cannot both sign in by it: the second is loaded without. */
function emailDefects(users: Contents | undefined): Defect[] {
  const owners = new Map<string, Row>()
  const defects: Defect[] = []
  for (const row of users?.rows ?? []) {
    const email = (row.cells['email'] ?? '').toLowerCase()
    if (email === '' || row.standing !== 'taken' || !STAFF_ROLES.includes(row.cells['role'] ?? '')) continue
    const owner = owners.get(email)
    if (!owner) owners.set(email, row)
    if (!owner) continue
    defects.push(
      warning({
        file: 'users.csv',
        row: row.row,
        column: 'email',
        code: 'duplicate_email',
        expected: `an address other than that of row ${owner.row}`,
        found: row.cells['email'] ?? '',
      }),
    )
    row.cells['email'] = ''
  }
  return defects
}

/** An enrollment that contradicts its class or its person: the class knows its school, the person what they are. */
function enrollmentDefects(contents: Map<TableName, Contents>): Defect[] {
  const defects: Defect[] = []
  for (const row of contents.get('enrollments')?.rows ?? []) {
    if (row.standing !== 'taken') continue
    const where = { file: 'enrollments.csv', row: row.row }
    const school = contents.get('classes')?.byId.get(row.cells['classSourcedId'] ?? '')?.cells['schoolSourcedId']
    const found = row.cells['schoolSourcedId'] ?? ''
    if (school !== undefined && school !== found)
      defects.push(warning({ ...where, column: 'schoolSourcedId', code: 'school_mismatch', expected: school, found }))
    const userRole = contents.get('users')?.byId.get(row.cells['userSourcedId'] ?? '')?.cells['role'] ?? ''
    const teaches = row.cells['role'] !== 'student'
    if (!teaches || userRole === '' || STAFF_ROLES.includes(userRole)) continue
    row.standing = 'refused'
    defects.push(
      warning({
        ...where,
        column: 'role',
        code: 'role_mismatch',
        expected: STAFF_ROLES.join(' | '),
        found: `${row.cells['role']} (users.csv: ${userRole})`,
      }),
    )
  }
  return defects
}

function inOrder(defects: Defect[]) {
  const files = ['manifest', ...TABLES.map((table) => table.name)].map((name) => `${name}.csv`)
  return defects.sort((left, right) => files.indexOf(left.file) - files.indexOf(right.file) || left.row - right.row)
}
