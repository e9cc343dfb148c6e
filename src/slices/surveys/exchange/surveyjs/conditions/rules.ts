import { statedIn } from '../../conditions/rules.ts'
import type { Stated } from '../../schema.ts'
import { keyOf, wordOf } from '../nodes/rules.ts'

const NAMED = String.raw`\{([^{}]+)\}`
const VALUE = String.raw`(?:'([^']*)'|"([^"]*)"|(-?[\d.]+|true|false))`
const IS = new RegExp(String.raw`^${NAMED}\s*(?:==?|equal)\s*${VALUE}$`, 'i')
const IS_ANY_OF = new RegExp(String.raw`^${NAMED}\s*anyof\s*\[\s*(${VALUE}(?:\s*,\s*${VALUE})*)\s*\]$`, 'i')
const IS_ANSWERED = new RegExp(String.raw`^${NAMED}\s*notempty$`, 'i')
const OR = /\s+or\s+|\s*\|\|\s*/i

/** Of whom a text asks, where it speaks of one question: `{q} = 'x'`, `{q} anyof ['x', 'y']`, `{q} notempty`. */
export function statedBy(visibleIf: unknown, at: string): Stated | 'unclear' | undefined {
  if (visibleIf === undefined || visibleIf === '') return undefined
  const stated = statedIn(wordOf(visibleIf), OR, termOf)
  return stated ? { ...stated, at: `${at}.visibleIf` } : 'unclear'
}

function termOf(term: string): Stated | undefined {
  const [, item, ...values] = IS.exec(term) ?? []
  if (item) return { item: keyOf(item), names: values.filter((value) => value !== undefined) }
  const [, several, list = ''] = IS_ANY_OF.exec(term) ?? []
  const names = [...list.matchAll(new RegExp(VALUE, 'gi'))].map(([, one, other, bare]) => one ?? other ?? bare ?? '')
  if (several) return { item: keyOf(several), names }
  const [, any] = IS_ANSWERED.exec(term) ?? []
  return any ? { item: keyOf(any), names: 'any' } : undefined
}
