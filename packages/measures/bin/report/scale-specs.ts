import { at } from '../../src/numbers/at.ts'
import { BadFile } from './bad-file.ts'
import type { ColumnProfile } from './profile-columns.ts'
import { shortList } from './short-list.ts'

/** A scale as asked for: its items, those to turn over, and the values that an answer can have. */
export type ScaleSpec = { name: string; items: string[]; reversed: string[]; least: number; most: number; guessed: boolean }

export type ScalesAsked = {
  /** `name=item,item` each; none: one scale of the columns that look like items. */
  scales: string[]
  reversed: string[]
  group?: string | undefined
  /** The values that an answer can have, where the file may lack the lowest or highest of them. */
  range?: { least: number; most: number } | undefined
  /** Further signs of no answer. */
  missing?: string[] | undefined
}

/** More than this many values in a row make no answer scale: then it is a number, such as an age or an id. */
const mostCategories = 11

/** The scales that were asked for, or the one that the columns look like. BadFile where they cannot be. */
export function scaleSpecs(columns: readonly ColumnProfile[], asked: ScalesAsked): ScaleSpec[] {
  if (asked.group !== undefined) need(columns, asked.group)
  const named = asked.scales.map(parseScale)
  const scales = named.length > 0 ? named : [{ name: 'all items', items: guessItems(columns, asked.group) }]
  for (const name of asked.reversed) {
    need(columns, name)
    if (!scales.some(({ items }) => items.includes(name))) throw new BadFile({ column: name }, 'an item of a scale, to reverse it')
  }
  return scales.map((scale) => specOf(scale, columns, asked))
}

/**
 * Items share their values: those that most columns of short whole numbers have, and the columns within them that span half of
 * these values or more. A code of two values, such as a role, beside items from 1 to 5 is none. A column with something else
 * among its numbers counts, so that the slip is refused at its row and no item is lost unseen.
 */
function guessItems(columns: readonly ColumnProfile[], group?: string): string[] {
  const short = columns.filter(
    ({ name, answered, wholes, least, most }) => name !== group && wholes > answered / 2 && most > least && most - least < mostCategories,
  )
  const range = commonRange(short)
  const items = short.filter(
    ({ least, most }) => least >= range.least && most <= range.most && most - least >= (range.most - range.least) / 2,
  )
  if (items.length >= 2) return items.map(({ name }) => name)
  const expected = `two columns or more with an answer a person, whole numbers of at most ${mostCategories} values in a row`
  throw new BadFile({}, `${expected} (name others with --scale)`, whatColumnsHold(columns))
}

function whatColumnsHold(columns: readonly ColumnProfile[]): string {
  const held = columns.filter(({ answered }) => answered > 0)
  const kinds = [
    { kind: 'text', columns: held.filter(({ answered, numbers }) => numbers < answered) },
    { kind: 'decimals', columns: held.filter(({ answered, numbers, wholes }) => numbers === answered && wholes < answered) },
    { kind: 'whole numbers', columns: held.filter(({ answered, wholes }) => wholes === answered) },
  ]
  return kinds
    .flatMap(({ kind, columns: [first, ...more] }) => (first ? [`${more.length + 1} of ${kind}, such as ${first.name}`] : []))
    .join('; ')
}

/** Most columns' range, the wider one where two are as common. */
function commonRange(columns: readonly ColumnProfile[]): { least: number; most: number } {
  const alike = (one: ColumnProfile) => columns.filter(({ least, most }) => least === one.least && most === one.most).length
  const [first] = columns.toSorted((a, b) => alike(b) - alike(a) || b.most - b.least - (a.most - a.least))
  return first ?? { least: 0, most: 0 }
}

function specOf({ name, items }: { name: string; items: string[] }, columns: readonly ColumnProfile[], asked: ScalesAsked): ScaleSpec {
  const profiles = items.map((item) => need(columns, item))
  const least = asked.range?.least ?? Math.min(...profiles.map((one) => one.least))
  const most = asked.range?.most ?? Math.max(...profiles.map((one) => one.most))
  if (!(most > least)) throw new BadFile({ column: at(items, 0) }, `answers that differ, for the scale "${name}"`)
  if (most - least > 100)
    throw new BadFile({ column: items.join(', ') }, `an answer scale of at most 101 values, for "${name}"`, `${least} to ${most}`)
  return { name, items, reversed: asked.reversed.filter((item) => items.includes(item)), least, most, guessed: asked.scales.length === 0 }
}

function parseScale(text: string): { name: string; items: string[] } {
  const [name = '', list = ''] = text.split('=')
  const items = list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (name === '' || new Set(items).size < 2) throw new BadFile({}, 'a scale as name=item,item with two items or more', text)
  return { name, items: [...new Set(items)] }
}

function need(columns: readonly ColumnProfile[], name: string): ColumnProfile {
  const found = columns.find((column) => column.name === name)
  if (!found) throw new BadFile({ row: 1 }, `a column "${name}" among ${shortList(columns.map((column) => column.name))}`)
  return found
}
