/** A CSV file as read: fields are text, an empty one is null. */
export type Table = { columns: string[]; rows: (string | null)[][] }

export function textColumn(table: Table, name: string): (string | null)[] {
  const index = table.columns.indexOf(name)
  if (index < 0) throw new Error(`the data have no column "${name}", only ${table.columns.join(', ')}`)
  return table.rows.map((row) => row[index] ?? null)
}

/** What R writes for a missing number and for truth. */
const words = new Map<string, number | null>([
  ['NA', null],
  ['NaN', null],
  ['TRUE', 1],
  ['FALSE', 0],
])

export function numberColumn(table: Table, name: string): (number | null)[] {
  return textColumn(table, name).map((field, row) => {
    if (field === null) return null
    const word = words.get(field.trim())
    if (word !== undefined) return word
    const number = Number(field)
    if (Number.isNaN(number)) throw new Error(`row ${row + 2}, column "${name}": "${field}" is not a number`)
    return number
  })
}

/** The first of several names that the table has, whatever their case; the first name if it has none. */
export function columnAmong(table: Table, names: readonly string[]): string {
  const found = names.map((name) => table.columns.find((column) => column.toLowerCase() === name.toLowerCase()))
  return found.find((column) => column !== undefined) ?? names[0] ?? ''
}

/** The same, or else the table's column at a place (from 0; −1 is the last). */
export function columnAmongOr(table: Table, names: readonly string[], place: number): string {
  const found = columnAmong(table, names)
  return table.columns.includes(found) ? found : (table.columns.at(place) ?? found)
}

/** What a first column is called that names the rows and holds nothing to compute with. */
const rowNames = new Set(
  'case coder department group id item judge lesson name object observer p patient person respondent row school student subject target teacher unit'.split(
    ' ',
  ),
)

/** The columns that hold figures: all but a first one that only names the rows. */
export function figureColumns(table: Table): string[] {
  const [first, ...others] = table.columns
  if (first === undefined || others.length === 0) return table.columns
  return first === '' || rowNames.has(first.toLowerCase()) ? others : table.columns
}

/** Whether every field of a column is a number or missing. */
export function isNumeric(table: Table, name: string): boolean {
  return textColumn(table, name).every((field) => field === null || words.has(field.trim()) || !Number.isNaN(Number(field)))
}
