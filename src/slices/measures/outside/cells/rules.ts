/** What a cell of a published table says: a number, that there is none, or something that is neither. */
export type Cell = { is: 'number'; value: number; percent: boolean } | { is: 'missing' } | { is: 'text' }

// How publishers write that there is no score, or that they keep it back.
const NO_SCORE = /^(?:|n\/?a\.?|n\.a\.?|#n\/a|nan|null|none|no data|not available|not applicable|[-–—.*]+|s|<\s*\d+)$/i

const DIGITS = /^\d{1,12}(?:\.\d+)?$/

const PLAIN = /^[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)$/

const THOUSANDS = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

const MOST = 1e12

/** Reads a cell; "85%" is 85, a comma before three digits parts thousands, any other comma is a decimal one. */
export function readCell(raw: string): Cell {
  const text = raw.replaceAll('\u00a0', ' ').trim()
  // Most cells are plain numbers, and a large file has millions.
  if (DIGITS.test(text)) return { is: 'number', value: Number(text), percent: false }
  if (NO_SCORE.test(text)) return { is: 'missing' }
  const percent = text.endsWith('%')
  const number = (percent ? text.slice(0, -1) : text).trim()
  const written = THOUSANDS.test(number) ? number.replaceAll(',', '') : PLAIN.test(number) ? number.replace(',', '.') : undefined
  const value = Number(written)
  return written === undefined || Math.abs(value) > MOST ? { is: 'text' } : { is: 'number', value, percent }
}

/** How many answered: a number, `few` where the file itself says that it were too few to tell, null where it says nothing. */
export function readRespondents(raw: string, fewest: number): number | 'few' | 'text' | null {
  if (/^\s*(?:<\s*\d+|s|\*+)\s*$/i.test(raw)) return 'few'
  const cell = readCell(raw)
  if (cell.is === 'missing') return null
  if (cell.is === 'text' || cell.value < 0) return 'text'
  return cell.value < fewest ? 'few' : Math.round(cell.value)
}
