#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { BadFile } from './report/bad-file.ts'
import { writeReport } from './report/write-report.ts'

/** `measures report answers.csv`: a psychometric report of any file of answers. */
const usage = `measures report FILE.csv [--scale name=item,item]… [--reverse item,item] [--group column] [--minimum 10] [--out PREFIX]
Prints the report and writes PREFIX.json and PREFIX.html (default: FILE.report).
`

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  const [verb, file] = asked?.positionals ?? []
  const minimum = Number(asked?.values.minimum ?? 10)
  if (!asked || verb !== 'report' || !file || !Number.isInteger(minimum)) {
    process.stderr.write(usage)
    return 2
  }
  try {
    const options = {
      scales: asked.values.scale ?? [],
      reversed: (asked.values.reverse ?? []).flatMap((list) => list.split(',')),
      group: asked.values.group,
      minimum,
      out: asked.values.out ?? file.replace(/(\.csv)?$/i, '.report'),
    }
    process.stdout.write(`${await writeReport(file, options, showProgress)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof BadFile) && !isMissingFile(error)) throw error
    process.stderr.write(`${file}: ${error.message}\n`)
    return 1
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
        group: { type: 'string' },
        minimum: { type: 'string' },
        out: { type: 'string' },
      },
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  }
}

function showProgress(rows: number): void {
  process.stderr.write(`${rows.toLocaleString('en-US')} rows\n`)
}

function isMissingFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES'].includes(String(error.code))
}
