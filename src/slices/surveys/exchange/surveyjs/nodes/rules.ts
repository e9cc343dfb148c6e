import type { Texts } from '../../../schema.ts'
import { inEach } from '../../answers/rules.ts'
import { languageNamed } from '../../rules.ts'

/** An object of the definition. */
export type Node = Record<string, unknown>

/** Choices, rows and columns: a word, a number, or a value with its text. One value twice is one answer too few. */
export function itemsOf(value: unknown, own: string): { value: string; text: Texts }[] {
  const items = Array.isArray(value) ? value.map((one: unknown) => (isNode(one) ? one : { value: one })) : []
  const read = items.map((item) => {
    const word = wordOf(item['value'])
    return { value: word, text: 'text' in item ? textsOf(item['text'], own) : inEach(word) }
  })
  return read.filter((item, at) => read.findIndex((other) => other.value === item.value) === at)
}

/** What a question is called to people. */
export function titleOf(element: Node, own: string): Texts {
  return 'title' in element ? textsOf(element['title'], own) : textsOf(element['name'], own)
}

/** A text, or one for each language; `default` is the survey's own. */
export function textsOf(value: unknown, own: string): Texts {
  const entries = isNode(value) ? Object.entries(value) : [['default', value] as const]
  const texts: Texts = {}
  for (const [name, words] of entries) {
    const language = name === 'default' ? own : languageNamed(name)
    if (language && wordOf(words)) texts[language] = wordOf(words)
  }
  return texts
}

/** Names may hold anything there; here they are letters, digits and a few signs. */
export function keyOf(name: unknown): string {
  const word = wordOf(name).replace(/[^\w.-]+/g, '_')
  return /^[A-Za-z]/.test(word) || word === '' ? word : `q_${word}`
}

/** The objects of a list; what is none of them is one without properties, so that places still count. */
export function listAt(node: Node, name: string): Node[] {
  const value = node[name]
  return Array.isArray(value) ? value.map((one: unknown) => (isNode(one) ? one : {})) : []
}

/** A word, a number or a yes as a word; nothing else is one. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : ''
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
