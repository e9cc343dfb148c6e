const noAnswer = new Set(['', 'NA', 'N/A', '.', 'NULL'])
const zero = '0'.charCodeAt(0)

/** What a field says: its number, null where there is no answer, NaN where something else stands. */
export function answerValue(field: string): number | null {
  // Most answers are one digit, and there may be tens of millions of them.
  if (field.length === 1) {
    const digit = field.charCodeAt(0) - zero
    if (digit >= 0 && digit <= 9) return digit
  }
  const text = field.trim()
  return noAnswer.has(text) ? null : Number(text)
}
