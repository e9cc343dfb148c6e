import { at } from '../numbers/at.ts'

/** (value − centre) / sigma for each point. With a sigma of zero any departure is infinitely far, and none is none. */
export function standardScores(
  values: readonly (number | null)[],
  centre: number | readonly number[],
  sigma: number | readonly number[],
): (number | null)[] {
  return values.map((value, index) => {
    if (value === null) return null
    const distance = value - (typeof centre === 'number' ? centre : at(centre, index))
    const unit = typeof sigma === 'number' ? sigma : at(sigma, index)
    return distance === 0 ? 0 : distance / unit
  })
}
