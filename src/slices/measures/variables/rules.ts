import type { VariableRef } from '../../frameworks/schema.ts'
import type { ReadMeasure, Verdict } from '../signals/schema.ts'

/** Those of the measures that tell about a variable. */
export function tellingAbout(measures: readonly ReadMeasure[], of: VariableRef): ReadMeasure[] {
  return measures.filter(({ measure }) => measure.frameworkKey === of.framework && measure.variableKey === of.variable)
}

/** What may be said of several measures: each verdict once, with how many have it, the most frequent first. */
export function verdictsOf(measures: readonly ReadMeasure[]): { verdict: Verdict; n: number }[] {
  const counted = Map.groupBy(measures, ({ reading }) => reading.verdict)
  return [...counted].map(([verdict, { length }]) => ({ verdict, n: length })).toSorted((one, other) => other.n - one.n)
}
