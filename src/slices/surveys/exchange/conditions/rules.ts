import type { Condition } from '../../schema.ts'
import { namesOf } from '../answers/rules.ts'
import type { Question, Stated } from '../schema.ts'

/**
 * What a text says of whom to ask, where it speaks of the answers to one question alone, in terms joined by "or". A text
 * that says more is not understood by halves: there is then nothing.
 */
export function statedIn(text: string, or: RegExp, termOf: (term: string) => Stated | undefined): Stated | undefined {
  const terms = bare(text)
    .split(or)
    .map((term) => termOf(bare(term)))
  const [first] = terms
  if (terms.length === 1 || !first) return first
  const same = terms.filter((term) => term?.item === first.item && !term.isExcept)
  if (same.length < terms.length) return undefined
  const names = same.flatMap((term) => term?.names ?? [])
  return { item: first.item, names: names.includes('any') ? 'any' : names }
}

/** The same by the worth of answers, or undefined where the question is none of these, is answered in words, or has no such answer. */
export function conditionOf(stated: Stated, questions: readonly Question[]): Condition | undefined {
  const question = questions.find((one) => one.key === stated.item)
  const names = question ? namesOf(question) : []
  const named = stated.names === 'any' ? names : stated.names
  if (!question || named.some((name) => !names.includes(name))) return undefined
  const values = names.flatMap((name, at) => (named.includes(name) === !stated.isExcept ? [at + 1] : []))
  return values.length > 0 ? { item: stated.item, values } : undefined
}

/** Without the brackets that hold the whole. */
function bare(text: string): string {
  const inner = text.trim()
  return inner.startsWith('(') && inner.endsWith(')') && isBalanced(inner.slice(1, -1)) ? bare(inner.slice(1, -1)) : inner
}

function isBalanced(text: string): boolean {
  let open = 0
  for (const sign of text) {
    open += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (open < 0) return false
  }
  return open === 0
}
