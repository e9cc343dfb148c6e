/** From where to where a score can go. */
export type Scale = { low: number; high: number }

/** How many schools there are in each stretch of the scale, and where a quarter, a half and three quarters of them end. */
export type Spread = {
  schools: number
  lowest: number | null
  lowerQuartile: number | null
  median: number | null
  upperQuartile: number | null
  highest: number | null
  bins: number[]
}

/** Where a school stands among all others: named by quarters, since ranks say more than the numbers do. */
export const STANDINGS = ['lowest_quarter', 'middle_half', 'highest_quarter'] as const

export type Standing = (typeof STANDINGS)[number]
