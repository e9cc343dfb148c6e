/** A CSV file as read: fields are text, an empty one is null. */
export type Table = { columns: string[]; rows: (string | null)[][] }

export function textColumn(table: Table, name: string): (string | null)[] {
  const index = table.columns.indexOf(name)
  if (index < 0) throw new Error(`the data have no column "${name}", only ${table.columns.join(', ')}`)
  return table.rows.map((row) => row[index] ?? null)
}

export function numberColumn(table: Table, name: string): (number | null)[] {
  return textColumn(table, name).map((field, row) => {
    if (field === null) return null
    const number = Number(field)
    if (Number.isNaN(number)) throw new Error(`row ${row + 2}, column "${name}": "${field}" is not a number`)
    return number
  })
}

/** The first of several names that the table has; the first name if it has none. */
export function columnAmong(table: Table, names: readonly string[]): string {
  return names.find((name) => table.columns.includes(name)) ?? names[0] ?? ''
}
