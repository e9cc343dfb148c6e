import { agreementOfVariances, uniformVariance } from '@groundwork/measures/groups/within-group-agreement.ts'
import { MOST_AGREEMENT } from '../../reports/places/rules.ts'

/** How many people of a school answered everything, and how far they agree. */
export type Agreed = { n: number; agreement: number }

type Asked = { items: number; options: number }

/** A number with its seventeen digits is one of 10^17; so many more possibilities leave it open which of them it came from. */
const ENOUGH_POSSIBILITIES = 18

/**
 * The mean agreement within schools. As it is where all schools but any one can have come to it in more ways than it has
 * digits; of fewer, to two places, since whoever tries all possibilities finds the agreement of each school in all digits.
 * Nothing where it lies so near an end that one school alone could not have three people apart from all others, or none apart.
 */
export function agreementTold(schools: readonly Agreed[], asked: Asked): number | null {
  const mean = schools.reduce((sum, one) => sum + one.agreement, 0) / schools.length
  // A report then says nothing at all of what schools have in common.
  if (mean > MOST_AGREEMENT) return mean
  const told = areCrowded(schools, asked) ? mean : Math.round(mean * 100) / 100
  return schools.length > 0 && leavesEachOpen(schools, asked, told) ? told : null
}

/** By what power of ten there are more possibilities, of all schools but the one that has the most of them. */
function areCrowded(schools: readonly Agreed[], { items, options }: Asked): boolean {
  // Of n people, n(n − 1) times a variance is a whole number, of even ones at least each up to an even spread.
  const powers = schools.map(({ n }) => Math.log10(Math.max(1, (items * n * (n - 1) * uniformVariance(options)) / 2)))
  return powers.reduce((sum, one) => sum + one, 0) - Math.max(...powers) >= ENOUGH_POSSIBILITIES
}

/** Where all others agree in all, or in nothing, what is left for one school must allow for anybody there. */
function leavesEachOpen(schools: readonly Agreed[], asked: Asked, mean: number): boolean {
  const reach = 0.005 * schools.length
  const least = schools.length * mean + reach - (schools.length - 1)
  return schools.length * mean - reach >= 1 && schools.every(({ n }) => least <= withThreeApart(n, asked))
}

/** How far people agree of whom three stand at one end of a question, and all others at the other. */
function withThreeApart(n: number, { items, options }: Asked): number {
  const variance = n > 3 ? ((options - 1) ** 2 * 3 * (n - 3)) / (n * (n - 1)) : 0
  return agreementOfVariances([variance, ...Array.from({ length: items - 1 }, () => 0)], options) ?? 1
}
