import { agreementOfVariances, uniformVariance } from '@groundwork/measures/groups/within-group-agreement.ts'
import { MOST_AGREEMENT } from '../../reports/places/rules.ts'

/** How many people of a school answered everything, and how far they agree. */
export type Agreed = { n: number; agreement: number }

type Asked = { items: number; options: number }

/**
 * A number with its seventeen digits is one of 10^17: with ten times as many possibilities it is open which of them it came from,
 * and of a number with two places with a hundred for each that there is.
 */
const [ENOUGH_FOR_ALL_DIGITS, ENOUGH_FOR_TWO] = [18, 4]

/**
 * The mean agreement within schools. As it is where all schools but any one can have come to it in more ways than it has
 * digits; of fewer, to two places, and of very few not at all, since whoever tries all possibilities finds the agreement of each
 * school. Nothing where it lies so near an end that one school alone could not have three people apart from all others, or none.
 */
export function agreementTold(schools: readonly Agreed[], asked: Asked): number | null {
  if (schools.length === 0) return null
  const mean = schools.reduce((sum, one) => sum + one.agreement, 0) / schools.length
  // A report then says nothing at all of what schools have in common.
  if (mean > MOST_AGREEMENT) return mean
  const possibilities = powerOfPossibilities(schools, asked)
  if (possibilities < ENOUGH_FOR_TWO || !leavesEachOpen(schools, asked, mean)) return null
  return possibilities < ENOUGH_FOR_ALL_DIGITS ? Math.round(mean * 100) / 100 : mean
}

/** In how many ways all schools but the one that has the most of them can have come to their agreement, as a power of ten. */
function powerOfPossibilities(schools: readonly Agreed[], { items, options }: Asked): number {
  // Of n people, n(n − 1) times a variance is a whole number, of even ones at least each up to an even spread.
  const powers = schools.map(({ n }) => Math.log10(Math.max(1, (items * n * (n - 1) * uniformVariance(options)) / 2)))
  return powers.reduce((sum, one) => sum + one, 0) - Math.max(...powers)
}

/** The agreement of a few people comes in steps, wide ones where they agree little: so much more room than none is needed at either end. */
const [ROOM_BELOW, ROOM_ABOVE] = [0.75, 0.25]

/** Where all others agree in all, or in nothing, what is left for one school must allow for anybody there. */
function leavesEachOpen(schools: readonly Agreed[], asked: Asked, mean: number): boolean {
  const all = schools.length * mean
  const least = all - (schools.length - 1)
  return all >= 1 + ROOM_BELOW && schools.every(({ n }) => least + ROOM_ABOVE <= withThreeApart(n, asked))
}

/** How far people agree of whom three stand at one end of a question, and all others at the other. */
function withThreeApart(n: number, { items, options }: Asked): number {
  const variance = n > 3 ? ((options - 1) ** 2 * 3 * (n - 3)) / (n * (n - 1)) : 0
  return agreementOfVariances([variance, ...Array.from({ length: items - 1 }, () => 0)], options) ?? 1
}
