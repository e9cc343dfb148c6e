import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'
import { readScales } from './read-scales.ts'
import type { Progress } from './read-rows.ts'
import { scaleReport } from './scale-report.ts'
import type { ScalesAsked } from './scale-specs.ts'

export type ReportOptions = ScalesAsked & {
  /** Groups of fewer people are not shown. */
  minimum: number
  /** Where to write: this with `.json` and `.html` after it. */
  out: string
}

/** Reads the file, writes JSON and a page, and gives the text. */
export async function writeReport(file: string, options: ReportOptions, progress: Progress): Promise<string> {
  const { columns, rows, scales: folded } = await readScales(file, options, progress)
  const scales = folded().map((scale) => scaleReport(scale, options.minimum))
  const taken = new Set(scales.flatMap(({ items }) => items.map(({ item }) => item)))
  const leftOut = columns
    .filter(({ name }) => !taken.has(name) && name !== options.group)
    .map(({ name, answered, wholes, least, most }) => (wholes === answered && wholes > 0 ? `${name} (${least} to ${most})` : name))
  const report = { file: basename(file), rows, guessed: options.scales.length === 0, leftOut, scales }
  await writeFile(`${options.out}.json`, `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(`${options.out}.html`, asHtml(report))
  return asText(report)
}
