import { childOf, childrenOf, type Element, readXml } from '../xml/rules.ts'
import { LIMITS, type Sheet } from './schema.ts'

/** Spreadsheet programs write a million cells that hold a look and no word; those are not worth reading. */
const EMPTY_CELL = /<(?:\w+:)?c r="[A-Z]+\d+"[^<>]*\/>/g

type Announced = { packedBytes: number; bytes: number; readable: boolean }

/** Why a workbook must not be unpacked, or undefined if it may be. */
export function whyNotUnpack(entries: readonly Announced[]): 'too_many' | 'locked' | 'too_large' | 'too_dense' | undefined {
  if (entries.length > LIMITS.entries) return 'too_many'
  if (entries.some((entry) => !entry.readable)) return 'locked'
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > LIMITS.totalBytes || entries.some((entry) => entry.bytes > LIMITS.entryBytes)) return 'too_large'
  const isDense = (entry: Announced) => entry.bytes > LIMITS.ratioFromBytes && entry.bytes > entry.packedBytes * LIMITS.ratio
  return entries.some(isDense) ? 'too_dense' : undefined
}

/** The sheets that the parts of a workbook describe, or undefined where they are no workbook or reach too far. */
export function sheetsOf(parts: ReadonlyMap<string, string>): Sheet[] | undefined {
  const workbook = readPart(parts, 'xl/workbook.xml')
  const relations = childrenOf(readPart(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship')
  const strings = childrenOf(readPart(parts, 'xl/sharedStrings.xml'), 'si').map(wordsOf)
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet').map(({ attributes }) => {
    const target = relations.find((one) => one.attributes['Id'] === attributes['id'])?.attributes['Target'] ?? ''
    const root = readXml((parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? '').replace(EMPTY_CELL, ''))
    const rows = root && rowsOf(childOf(root, 'sheetData'), strings)
    return rows && { name: attributes['name'] ?? '', rows }
  })
  const whole = sheets.filter((sheet) => sheet !== undefined)
  return sheets.length > 0 && whole.length === sheets.length ? whole : undefined
}

/** A cell as people call it: the first is A1. */
export function cellName(row: number, column: number): string {
  const letters = (at: number): string => (at < 0 ? '' : letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26)))
  return `${letters(column)}${row + 1}`
}

function readPart(parts: ReadonlyMap<string, string>, name: string): Element | undefined {
  const text = parts.get(name)
  return text === undefined ? undefined : readXml(text)
}

/** Cells say where they stand; one that stands too far away makes the sheet unreadable, empty ones do not count. */
function rowsOf(data: Element | undefined, strings: readonly string[]): string[][] | undefined {
  const rows: string[][] = []
  for (const [at, row] of childrenOf(data, 'row').entries()) {
    for (const [cellAt, cell] of childrenOf(row, 'c').entries()) {
      const words = cellWords(cell, strings)
      if (words === '') continue
      const place = placeOf(cell.attributes['r'], at, cellAt)
      if (!place || place.row >= LIMITS.rows || place.column >= LIMITS.columns) return undefined
      while (rows.length <= place.row) rows.push([])
      const cells = rows[place.row] ?? []
      while (cells.length < place.column) cells.push('')
      cells[place.column] = words
    }
  }
  return rows
}

function placeOf(name: string | undefined, row: number, column: number) {
  if (name === undefined) return { row, column }
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? []
  if (!letters) return undefined
  return { row: Number(digits) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 }
}

function cellWords(cell: Element, strings: readonly string[]): string {
  const value = childOf(cell, 'v')?.text ?? ''
  const kind = cell.attributes['t']
  if (kind === 's') return (strings[Number(value)] ?? '').trim()
  if (kind === 'inlineStr') return wordsOf(childOf(cell, 'is')).trim()
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  return value.trim()
}

/** A text, whole or in runs of its own looks. */
function wordsOf(element: Element | undefined): string {
  const runs = childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't'))
  return [...childrenOf(element, 't'), ...runs].map((one) => one.text).join('')
}
