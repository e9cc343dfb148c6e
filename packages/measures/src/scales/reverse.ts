import type { AnswerRow } from './moments.ts'

/**
 * Turns the items at the given places over, so that `least` becomes `most`; missing stays missing. least + most − x. Takes the
 * places of the items, counted from 0, and the ends of the scale. Equals psych::reverse.code.
 */
export function reverseItems(
  rows: readonly AnswerRow[],
  reversed: readonly number[],
  range: { least: number; most: number },
): (number | null)[][] {
  const turn = new Set(reversed)
  return rows.map((row) => row.map((value, item) => (value !== null && turn.has(item) ? range.least + range.most - value : value)))
}
