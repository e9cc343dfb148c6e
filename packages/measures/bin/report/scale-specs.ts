import { at } from '../../src/numbers/at.ts'
import { BadFile } from './bad-file.ts'
import { guessScales } from './guess-scales.ts'
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

/** The scales that were asked for, or the one that the columns look like. BadFile where they cannot be. */
export function scaleSpecs(columns: readonly ColumnProfile[], asked: ScalesAsked): ScaleSpec[] {
  if (asked.group !== undefined) need(columns, asked.group)
  const named = asked.scales.map(parseScale)
  const scales = named.length > 0 ? named : guessScales(columns, asked.group)
  for (const name of asked.reversed) {
    need(columns, name)
    if (!scales.some(({ items }) => items.includes(name))) throw new BadFile({ column: name }, 'an item of a scale, to reverse it')
  }
  return scales.map((scale) => specOf(scale, columns, asked))
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
