import { TABLE_NAMES, UNREAD_TABLES } from '../bundle/schema.ts'
import type { TableName } from '../bundle/schema.ts'
import { error, warning } from '../defects/rules.ts'
import type { Defect } from '../defects/schema.ts'
import { readSheet } from '../sheet/rules.ts'

export const VERSION = '1.1'
const FILE = 'manifest.csv'
const MODES = ['bulk', 'delta', 'absent']

type Property = { value: string; row: number }

/** What a manifest says of its bundle; `declared` has the tables of interest that it names. */
export type Manifest = { version: string; mode: string; declared: Map<TableName, string>; defects: Defect[] }

/** The manifest, or the reason why nothing can be known of the bundle. */
export function readManifest(bytes: Buffer | undefined): Manifest {
  const none = { version: '', mode: '', declared: new Map<TableName, string>() }
  if (!bytes) return { ...none, defects: [error({ file: FILE, row: 0, code: 'missing_file', expected: FILE, found: '' })] }
  const sheet = readSheet(FILE, bytes)
  if (!sheet.readable) return { ...none, defects: sheet.defects }
  const properties = listProperties([{ row: 1, cells: sheet.header }, ...sheet.rows])
  const declared = new Map<TableName, string>()
  for (const table of TABLE_NAMES) {
    const mode = properties.get(`file.${table}`)
    if (mode) declared.set(table, mode.value)
  }
  const defects = [...sheet.defects, ...versionDefects(properties), ...modeDefects(properties)]
  return { version: properties.get('oneroster.version')?.value ?? '', mode: modeOf(properties), declared, defects }
}

function listProperties(rows: readonly { row: number; cells: string[] }[]) {
  const properties = new Map<string, Property>()
  for (const { row, cells } of rows) {
    const name = (cells[0] ?? '').trim()
    const value = (cells[1] ?? '').trim()
    if (name.includes('.')) properties.set(name, { value: name.startsWith('file.') ? value.toLowerCase() : value, row })
  }
  return properties
}

function versionDefects(properties: Map<string, Property>): Defect[] {
  const version = properties.get('oneroster.version')
  if (!version)
    return [
      error({
        file: FILE,
        row: 0,
        column: 'oneroster.version',
        code: 'missing_required',
        expected: VERSION,
        found: '',
      }),
    ]
  if (version.value === VERSION) return []
  return [error({ file: FILE, row: version.row, column: 'value', code: 'unsupported_version', expected: VERSION, found: version.value })]
}

function modeDefects(properties: Map<string, Property>): Defect[] {
  const defects: Defect[] = []
  for (const table of [...TABLE_NAMES, ...UNREAD_TABLES]) {
    const mode = properties.get(`file.${table}`)
    const read = TABLE_NAMES.some((name) => name === table)
    if (mode && !MODES.includes(mode.value))
      defects.push(error({ file: FILE, row: mode.row, column: 'value', code: 'bad_enum', expected: MODES.join(' | '), found: mode.value }))
    // A delta leaves out what did not change, so an absent row says nothing there: only whole files are taken.
    else if (mode?.value === 'delta' && read)
      defects.push(error({ file: FILE, row: mode.row, column: 'value', code: 'unsupported_mode', expected: 'bulk', found: 'delta' }))
    else if (!mode && read)
      defects.push(
        warning({
          file: FILE,
          row: 0,
          column: `file.${table}`,
          code: 'missing_required',
          expected: MODES.join(' | '),
          found: '',
        }),
      )
  }
  return defects
}

function modeOf(properties: Map<string, Property>) {
  const modes = TABLE_NAMES.map((table) => properties.get(`file.${table}`)?.value)
  if (modes.includes('bulk') && modes.includes('delta')) return 'mixed'
  return modes.includes('delta') ? 'delta' : modes.includes('bulk') ? 'bulk' : ''
}
