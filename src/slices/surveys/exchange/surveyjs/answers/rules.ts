import type { Texts } from '../../../schema.ts'
import { inEach, yesOrNo } from '../../answers/rules.ts'
import type { Question } from '../../schema.ts'
import { itemsOf, type Node, textsOf, wordOf } from '../nodes/rules.ts'
import { IN_WORDS } from '../schema.ts'

/** The answers of a question of its own, by its type. */
export function answersIn(element: Node, own: string): Pick<Question, 'answers' | 'names' | 'kind' | 'isOrdered'> {
  const type = wordOf(element['type'])
  if (IN_WORDS.includes(type)) return { answers: [], kind: 'text' }
  if (type === 'rating') return ratingAnswers(element, own)
  if (type === 'boolean') return booleanAnswers(element, own)
  const items = itemsOf(element['choices'], own)
  return { answers: items.map((item) => item.text), names: items.map((item) => item.value) }
}

function booleanAnswers(element: Node, own: string): Pick<Question, 'answers' | 'names' | 'isOrdered'> {
  const { answers, ...rest } = yesOrNo(['true', 'false'])
  const labels = [textsOf(element['labelTrue'], own), textsOf(element['labelFalse'], own)]
  return { ...rest, answers: answers.map((texts, at) => (Object.keys(labels[at] ?? {}).length > 0 ? (labels[at] ?? {}) : texts)) }
}

/** The steps of a rating, the outer ones with their words; without a list they are numbers, 1 to 5 if nothing else is said. */
function ratingAnswers(element: Node, own: string): Pick<Question, 'answers' | 'names' | 'isOrdered'> {
  const listed = itemsOf(element['rateValues'], own)
  const min = numberAt(element, 'rateMin', 1)
  const step = Math.max(numberAt(element, 'rateStep', 1), Number.EPSILON)
  const max = numberAt(element, 'rateMax', 'rateCount' in element ? min + step * (numberAt(element, 'rateCount', 5) - 1) : 5)
  const count = Math.min(Math.floor((max - min) / step) + 1, 100)
  const numbers = Array.from({ length: Math.max(count, 0) }, (_, n) => String(min + n * step)).map((value) => ({
    value,
    text: inEach(value),
  }))
  const steps = listed.length > 0 ? listed : numbers
  const ends = [textsOf(element['minRateDescription'], own), textsOf(element['maxRateDescription'], own)]
  const answers = steps.map(({ text }, n) => withWords(text, n === 0 ? ends[0] : n === steps.length - 1 ? ends[1] : undefined))
  return { answers, names: steps.map((one) => one.value), isOrdered: true }
}

function withWords(texts: Texts, words: Texts = {}): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, words[language] ? `${text} – ${words[language]}` : text]),
  )
}

function numberAt(node: Node, name: string, otherwise: number): number {
  const value = Number(node[name] ?? otherwise)
  return Number.isFinite(value) ? value : otherwise
}
