#!/usr/bin/env node
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { BadFile } from './report/bad-file.ts'
import { writeReport, type ReportOptions } from './report/write-report.ts'

/** `measures report answers.csv`: a psychometric report of any file of answers. */
const usage = `measures report FILE.csv [options]

Prints a report on the scales of a file of answers, a row a person and a column an item, and writes
FILE.report.json and FILE.report.html into the current folder.

  --scale NAME=ITEM,ITEM   a scale and its columns; may stand several times (default: the columns
                           that look like items, as one or, where their names say so, as several)
  --reverse ITEM,ITEM      columns to turn over before anything is counted
  --range LEAST-MOST       the values of an answer, where nobody may have given the lowest or highest (default: those found)
  --missing VALUE,VALUE    further signs of no answer, such as 9 or -99 (nothing, NA, N/A, NULL and . always are)
  --group COLUMN           compare groups, such as schools
  --minimum N              groups of fewer people are not shown (default: 10)
  --out PREFIX             write PREFIX.json and PREFIX.html instead
`

/** What a file or folder may refuse, in words. */
const FILE_TROUBLES = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a folder of this path is a file',
  EISDIR: 'this is a folder, not a file of answers',
  EACCES: 'this may not be read or written',
  EROFS: 'nothing can be written there',
} as const

// Whoever pipes the report into `head` closes the pipe before its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked?.values.help) return say(usage, 0)
  const [verb, file, ...more] = asked?.positionals ?? []
  const options = asked && file !== undefined && verb === 'report' && more.length === 0 ? optionsOf(asked.values, file) : undefined
  if (!options || file === undefined) return complain(usage, 2)
  try {
    say(`${await writeReport(file, options, showProgress)}\n`, 0)
    return complain(`\nWrote ${options.out}.json and ${options.out}.html\n`, 0)
  } catch (error) {
    if (error instanceof BadFile) return complain(`${file}: ${error.message}\n`, 1)
    if (isFileTrouble(error)) return complain(`${error.path ?? file}: ${FILE_TROUBLES[error.code]}\n`, 1)
    throw error
  }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        scale: { type: 'string', multiple: true },
        reverse: { type: 'string', multiple: true },
        range: { type: 'string' },
        missing: { type: 'string', multiple: true },
        group: { type: 'string' },
        minimum: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n`, 2)
    return undefined
  }
}

type Values = NonNullable<ReturnType<typeof readArguments>>['values']

/** Undefined where a number is none, which the usage then tells. */
function optionsOf(values: Values, file: string): ReportOptions | undefined {
  const minimum = Number(values.minimum ?? 10)
  const ends = /^(-?\d+)-(-?\d+)$/.exec(values.range ?? '')
  const range = ends ? { least: Number(ends[1]), most: Number(ends[2]) } : undefined
  if (!Number.isInteger(minimum) || (values.range !== undefined && !(range && range.least < range.most))) return undefined
  return {
    scales: values.scale ?? [],
    reversed: listed(values.reverse),
    missing: listed(values.missing),
    range,
    group: values.group,
    minimum,
    out: values.out ?? basename(file).replace(/(\.[ct]sv)?$/i, '.report'),
  }
}

function listed(lists: readonly string[] = []): string[] {
  return lists.flatMap((list) => list.split(',').map((one) => one.trim()))
}

function showProgress(rows: number, share: number): void {
  complain(`${(100 * share).toFixed(0)} % read, ${rows.toLocaleString('en-US')} rows\n`, 0)
}

function say(text: string, code: number): number {
  process.stdout.write(text)
  return code
}

function complain(text: string, code: number): number {
  process.stderr.write(text)
  return code
}

function isFileTrouble(error: unknown): error is NodeJS.ErrnoException & { code: keyof typeof FILE_TROUBLES } {
  return error instanceof Error && 'code' in error && Object.hasOwn(FILE_TROUBLES, String(error.code))
}
