import { mantelHaenszel, strataOfScores } from '@groundwork/measures/fairness/mantel-haenszel.ts'
import { scoreDistribution, scoreTables } from '@groundwork/measures/summary/counts-of-summary.ts'
import type { ScaleSummary } from '@groundwork/measures/summary/scale-summary.ts'
import { GROUPS, type Group } from '../../administrations/schema.ts'
import { roundedMean } from '../bands/rules.ts'
import type { ItemGap, SaidGroups } from '../schema.ts'

/** Under thirty in either group a difference at one question is nearly always chance. */
export const FEWEST_GROUP = 30

type Counted = { group: Group; n: number; sum: number }

/** Groups that were counted apart: their means, and at which questions people with the same score answer differently. */
export function sayGroups(whole: ScaleSummary): SaidGroups | null {
  if (!whole.shape.groups) return null
  const all = GROUPS.map((group) => countedOf(whole, group))
  const large = all.filter(({ n }) => n >= FEWEST_GROUP).toSorted((a, b) => b.n - a.n)
  if (large.length < 2) return null
  const rest = scoreDistribution(whole).reduce((sum, people) => sum + people, 0) - large.reduce((sum, { n }) => sum + n, 0)
  const pairs = large.flatMap((reference, i) => large.slice(i + 1).map((focal) => ({ reference: reference.group, focal: focal.group })))
  const means = large.flatMap((one) => groupOf(one, whole))
  return {
    // What the groups leave of the whole must be nobody, or as many as a group; and one mean near an end would follow from the others.
    groups: (rest === 0 || rest >= FEWEST_GROUP) && means.length === large.length ? means : [],
    gaps: pairs.map((pair) => ({ ...pair, items: gapsOf(whole, pair) })),
  }
}

function countedOf(whole: ScaleSummary, group: Group): Counted {
  const people = scoreDistribution(whole, group)
  return {
    group,
    n: people.reduce((sum, here) => sum + here, 0),
    sum: people.reduce((sum, here, score) => sum + here * score, 0),
  }
}

/** To a tenth at the finest, so that the sum of a group's answers stays unknown; nothing near an end. */
function groupOf({ group, n, sum }: Counted, { shape: { items } }: ScaleSummary): SaidGroups['groups'] {
  const mean = roundedMean({ answers: n * items.length, sum, categories: items[0]?.categories ?? 0 }, 0.1)?.value
  return mean === undefined || mean === null ? [] : [{ group, n, mean }]
}

/** A favorable answer is one over the middle: the method compares two outcomes. */
function gapsOf(whole: ScaleSummary, { reference, focal }: { reference: Group; focal: Group }): ItemGap[] {
  const [one, other] = [scoreTables(whole, reference), scoreTables(whole, focal)]
  return whole.shape.items.map(({ name }, i) => {
    const both = [halves(one[i] ?? []), halves(other[i] ?? [])] as const
    if (!both.flat().every((half) => addedUp(half) >= FEWEST_IN_HALF)) return { key: name, size: null, easierFor: null }
    const { ets, delta } = mantelHaenszel(strataOfScores(...both))
    const easierFor = ets === null || ets === 'A' || delta === null ? null : delta < 0 ? reference : focal
    return { key: name, size: ets, easierFor }
  })
}

/** Where all of a group lie on one side there is no comparison, and to say so would say that: so few count as none. */
const FEWEST_IN_HALF = 4

function addedUp(people: readonly number[]): number {
  return people.reduce((sum, here) => sum + here, 0)
}

function halves(table: readonly (readonly number[])[]): number[][] {
  const middle = (table.length - 1) / 2
  const width = table[0]?.length ?? 0
  const folded = (belongs: (category: number) => boolean) =>
    Array.from({ length: width }, (_, score) => table.reduce((sum, line, at) => sum + (belongs(at) ? (line[score] ?? 0) : 0), 0))
  return [folded((at) => at <= middle), folded((at) => at > middle)]
}
