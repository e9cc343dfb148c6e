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
  const whole = { ...got, published_rounded: publishedOf(oracleCase, got) }
  const found = differences(oracleCase.expected, whole, oracleCase.tolerance)
  const [first] = found
  if (!first) return undefined
  const more = found.length > 1 ? ` (and ${found.length - 1} more)` : ''
  return `${first.path} expected ${short(first.expected)} got ${short(first.got)}${more}`
}

/** Print names its figures freely: each is the one of that name that the answer has, on whichever level. */
function publishedOf({ expected }: OracleCase, got: Record<string, unknown>): Record<string, unknown> {
  const own = got['published_rounded'] ?? {}
  const names = Object.keys(expected['published_rounded'] ?? {})
  return Object.fromEntries(names.map((name) => [name, find(own, name) ?? find(got, name)]))
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
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 120 ? `${text.slice(0, 117)}...` : text
}
