const noAnswer = ['', 'NA', 'N/A', '.', 'NULL']
const zero = '0'.charCodeAt(0)

/** What a field says: its number, null where there is no answer, NaN where something else stands. */
export type AnswerValue = (field: string) => number | null

/** Reads fields; `missing` are further signs of no answer, such as 9 or -99. */
export function answerReader(missing: readonly string[] = []): AnswerValue {
  const none = new Set([...noAnswer, ...missing])
  const digits = Array.from({ length: 10 }, (_, digit) => (none.has(String(digit)) ? null : digit))
  return (field) => {
    // Most answers are one digit, and there may be tens of millions of them.
    if (field.length === 1) {
      const digit = digits[field.charCodeAt(0) - zero]
      if (digit !== undefined) return digit
    }
    const text = field.trim()
    return none.has(text) ? null : Number(text)
  }
}
