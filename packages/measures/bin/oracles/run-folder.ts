import { differences, type Difference } from './compare.ts'
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

/** Print names its figures freely: each is the one of that name that the answer has, on whichever level. */
function publishedOf({ expected }: OracleCase, got: Record<string, unknown>): Record<string, unknown> | undefined {
  const printed = expected['published_rounded']
  if (typeof printed !== 'object' || printed === null) return undefined
  const own = got['published_rounded'] ?? {}
  return Object.fromEntries(Object.keys(printed).map((name) => [name, find(own, name) ?? find(got, name)]))
}

/** The nearest value of a name, outer levels first. */
function find(tree: unknown, name: string): unknown {
  let level = [tree]
  while (level.length > 0) {
    const objects = level.filter((value) => typeof value === 'object' && value !== null)
    const holder = objects.find((value) => Object.hasOwn(value, name))
    if (holder) return Object.entries(holder).find(([key]) => key === name)?.[1]
    level = objects.flatMap((value): unknown[] => Object.values(value))
  }
  return undefined
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 120 ? `${text.slice(0, 117)}...` : text
}
