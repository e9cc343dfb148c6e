import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { at } from '../../src/numbers/at.ts'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'
import { BadFile } from './bad-file.ts'
import { foldFile, type ScaleSpec } from './fold-file.ts'
import { guessItems, profileColumns, type ColumnProfile } from './profile-columns.ts'
import type { Progress } from './read-rows.ts'
import { scaleReport } from './scale-report.ts'

export type ReportOptions = {
  /** `name=item,item` each; none: one scale of every column that looks like an item. */
  scales: string[]
  reversed: string[]
  group?: string | undefined
  /** Groups of fewer people are not shown. */
  minimum: number
  /** Where to write: this with `.json` and `.html` after it. */
  out: string
}

/** Reads the file twice, writes JSON and a page, and gives the text. */
export async function writeReport(file: string, options: ReportOptions, progress: Progress): Promise<string> {
  const { columns, rows } = await profileColumns(file, progress)
  if (rows < 1) throw new BadFile({ row: 2 }, 'at least one row of answers')
  if (options.group !== undefined) need(columns, options.group)
  const folded = await foldFile(file, specsOf(columns, options), options.group, progress)
  const scales = folded.map((scale) => scaleReport(scale, options.minimum))
  await writeFile(`${options.out}.json`, `${JSON.stringify({ file: basename(file), rows, scales }, null, 2)}\n`)
  await writeFile(`${options.out}.html`, asHtml(basename(file), scales))
  return asText(scales)
}

function specsOf(columns: readonly ColumnProfile[], options: ReportOptions): ScaleSpec[] {
  const asked = options.scales.map(parseScale)
  const guessed = guessItems(columns.filter(({ name }) => name !== options.group))
  if (asked.length === 0 && guessed.length < 2)
    throw new BadFile({}, 'two columns or more of whole numbers on an answer scale; name them with --scale')
  for (const name of options.reversed) need(columns, name)
  return (asked.length > 0 ? asked : [{ name: 'all items', items: guessed }]).map(({ name, items }) => {
    const profiles = items.map((item) => need(columns, item))
    const [least, most] = [Math.min(...profiles.map((one) => one.least)), Math.max(...profiles.map((one) => one.most))]
    if (!(most > least)) throw new BadFile({ column: at(items, 0) }, `answers that differ, for the scale "${name}"`)
    return { name, items, reversed: options.reversed.filter((item) => items.includes(item)), least, most }
  })
}

function parseScale(text: string): { name: string; items: string[] } {
  const [name = '', list = ''] = text.split('=')
  const items = list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (name === '' || items.length < 2) throw new BadFile({}, 'a scale as name=item,item with two items or more', text)
  return { name, items }
}

function need(columns: readonly ColumnProfile[], name: string): ColumnProfile {
  const found = columns.find((column) => column.name === name)
  if (!found) throw new BadFile({ row: 1 }, `a column "${name}" among ${columns.map((column) => column.name).join(', ')}`)
  return found
}
