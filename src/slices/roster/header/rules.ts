import type { Column } from '../bundle/schema.ts'
import { error, warning } from '../defects/rules.ts'
import type { Defect } from '../defects/schema.ts'

/** Vendors may add columns of their own under these names. */
const VENDOR_COLUMN = /^(ext_|metadata\.)/i
const MOST_EDITS = 2
const SHORTEST_GUESS = 5

type Headed = { file: string; header: readonly string[]; columns: readonly Column[]; hasRows: boolean }

/** Where each column of the standard stands in a file, however its header is spelled. */
export function placeColumns({ file, header, columns, hasRows }: Headed) {
  const places = new Map<string, number>()
  const defects: Defect[] = []
  const rest: number[] = []
  for (const [place, name] of header.entries()) {
    const known = columns.some((column) => column.name === name)
    if (known && places.has(name))
      defects.push(error({ file, row: 1, column: name, code: 'duplicate_column', expected: name, found: name }))
    else if (known) places.set(name, place)
    else if (name !== '' && !VENDOR_COLUMN.test(name)) rest.push(place)
  }
  for (const place of rest) defects.push(placeMisspelled(file, header[place] ?? '', place, columns, places))
  defects.push(...missing({ file, header, columns, hasRows }, places))
  return { places, defects }
}

function placeMisspelled(file: string, name: string, place: number, columns: readonly Column[], places: Map<string, number>) {
  const open = columns.filter((column) => !places.has(column.name)).map((column) => column.name)
  const meant = open.find((column) => letters(column) === letters(name)) ?? open.find((column) => isNear(column, name))
  if (meant) places.set(meant, place)
  return warning({
    file,
    row: 1,
    column: name,
    code: 'bad_header',
    expected: meant ?? 'ext_… | metadata.…',
    found: name,
  })
}

/** A file of nothing but a header loses nothing for lack of a column. */
function missing({ file, header, columns, hasRows }: Headed, places: Map<string, number>) {
  const found = header.join(', ')
  return columns
    .filter((column) => !places.has(column.name))
    .map((column) => {
      const told = { file, row: 1, column: column.name, code: 'missing_column' as const, expected: column.name, found }
      return column.required && (hasRows || header.length === 0) ? error(told) : warning(told)
    })
}

function letters(name: string) {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}

function isNear(column: string, name: string) {
  return (
    name.length >= SHORTEST_GUESS &&
    Math.abs(column.length - name.length) <= MOST_EDITS &&
    edits(letters(column), letters(name)) <= MOST_EDITS
  )
}

/** Levenshtein's distance. */
function edits(left: string, right: string) {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1]
    for (const [column, other] of [...right].entries()) {
      const swapped = (above[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(swapped, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    above = current
  }
  return above[right.length] ?? 0
}
