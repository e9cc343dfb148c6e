import { differences, type Difference } from './compare.ts'
import { publishedOf } from './published.ts'
import { casesOf, readCase, type CaseEntry, type OracleCase } from './read-case.ts'
import { statistics } from './statistics.ts'

/** A case's outcome: no line when it agrees, else one for each place that differs. */
export type Outcome = { entry: CaseEntry; lines: string[] }

export async function runFolder(folder: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const entry of casesOf(folder)) outcomes.push({ entry, lines: await runCase(folder, entry) })
  return outcomes
}

/** A case that cannot be read or computed counts as failed with its message, and the others go on. */
async function runCase(folder: string, entry: CaseEntry): Promise<string[]> {
  try {
    const oracleCase = readCase(folder, entry)
    const compute = statistics[oracleCase.statistic]
    if (!compute) return [`the statistic "${oracleCase.statistic}" is not known`]
    if (Object.keys(oracleCase.expected).length === 0) return ['the case expects nothing']
    return differingPlaces(oracleCase, await compute(oracleCase))
  } catch (error) {
    return [`no result: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function differingPlaces(oracleCase: OracleCase, got: Record<string, unknown>): string[] {
  const published = publishedOf(oracleCase, got)
  const whole = published ? { ...got, published_rounded: published } : got
  return differences(oracleCase.expected, whole, oracleCase.tolerance).map(lineOf)
}

function lineOf({ path, expected, got }: Difference): string {
  return `${path} expected ${short(expected)} got ${short(got)}`
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 120 ? `${text.slice(0, 117)}...` : text
}
