import { differences } from './compare.ts'
import { readCase, readIndex, type CaseEntry, type OracleCase } from './read-case.ts'
import { statistics } from './statistics.ts'

/** A case's outcome: no line when it agrees, else a line with path, expected and got. */
export type Outcome = { entry: CaseEntry; difference: string | undefined }

export async function runFolder(folder: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const entry of readIndex(folder)) outcomes.push({ entry, difference: await runCase(folder, entry) })
  return outcomes
}

async function runCase(folder: string, entry: CaseEntry): Promise<string | undefined> {
  try {
    const oracleCase = readCase(folder, entry)
    const compute = statistics[oracleCase.statistic]
    if (!compute) return `the statistic "${oracleCase.statistic}" is not known`
    return describe(oracleCase, await compute(oracleCase))
  } catch (error) {
    return `no result: ${error instanceof Error ? error.message : String(error)}`
  }
}

function describe(oracleCase: OracleCase, got: Record<string, unknown>): string | undefined {
  // What an adapter gives under that name is an object of values, if it gives it at all.
  const published = { ...got, ...(got['published_rounded'] as object | undefined) }
  const whole = { ...got, published_rounded: published }
  const found = differences(oracleCase.expected, whole, oracleCase.tolerance)
  const [first] = found
  if (!first) return undefined
  const more = found.length > 1 ? ` (and ${found.length - 1} more)` : ''
  return `${first.path} expected ${short(first.expected)} got ${short(first.got)}${more}`
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 120 ? `${text.slice(0, 117)}...` : text
}
