import { SURVEY_LANGUAGES, type Texts } from '../../schema.ts'
import { languageNamed } from '../rules.ts'
import type { Question, Reading, Refusal } from '../schema.ts'
import { DECISIVE, READ_OF_PANEL, READ_OF_QUESTION, READ_OF_SURVEY } from './schema.ts'

const ONE_OF_LIST = ['radiogroup', 'dropdown', 'buttongroup']
const MOST_DEPTH = 8

type Node = Record<string, unknown>
type Around = { own: string; depth: number; group?: Question['group']; expected?: Refusal['expected'] }

/** What a SurveyJS definition asks, as far as it can be asked here; texts without a language are in its locale, or in the one handed in. */
export function readSurveyJs(text: string, language: string): Reading {
  const survey = parsedNode(text)
  const pages = survey && [...listAt(survey, 'pages'), ...('elements' in survey ? [{ elements: survey['elements'] }] : [])]
  if (!survey || !pages || pages.length === 0) {
    return { title: {}, questions: [], refusals: [{ at: 'pages', found: excerptOf(survey ?? text), expected: 'readable', loses: 'file' }] }
  }
  const own = languageNamed(wordOf(survey['locale'])) ?? language
  const base = { title: textsOf(survey['title'], own), questions: [], refusals: otherParts(survey, '', READ_OF_SURVEY) }
  const isPaged = listAt(survey, 'pages').length > 0
  return pages.reduce<Reading>((reading, page, at) => {
    const place = isPaged && at < listAt(survey, 'pages').length ? `pages[${at}]` : ''
    return joined(reading, readPanel(page, place, { own, depth: 0 }))
  }, base)
}

function readPanel(panel: Node, at: string, around: Around): Pick<Reading, 'questions' | 'refusals'> {
  const elements = listAt(panel, 'elements')
  const name = textsOf(panel['title'], around.own)
  const group = panel['name'] && Object.keys(name).length > 0 ? { key: keyOf(panel['name']), name } : around.group
  const expected = around.expected ?? decisiveIn(panel)?.expected
  const inside: Around = { own: around.own, depth: around.depth + 1, ...(group ? { group } : {}), ...(expected ? { expected } : {}) }
  const start = { questions: [], refusals: otherParts(panel, at, READ_OF_PANEL) }
  if (inside.depth > MOST_DEPTH) return { questions: [], refusals: [refusal(at, panel, 'known_part')] }
  return elements.reduce<Pick<Reading, 'questions' | 'refusals'>>((reading, element, n) => {
    return joined(reading, readElement(element, `${at && `${at}.`}elements[${n}]`, inside))
  }, start)
}

function readElement(element: Node, at: string, around: Around): Pick<Reading, 'questions' | 'refusals'> {
  const type = wordOf(element['type'])
  if (type === 'panel') return readPanel(element, at, around)
  const decisive = decisiveIn(element)
  if (type === 'paneldynamic') return { questions: [], refusals: [refusal(at, element, 'once')] }
  if (![...ONE_OF_LIST, 'rating', 'matrix'].includes(type)) return { questions: [], refusals: [refusal(at, element, 'one_choice')] }
  if (around.expected) return { questions: [], refusals: [refusal(at, element, around.expected)] }
  if (decisive) return { questions: [], refusals: [{ ...refusal(`${at}.${decisive.name}`, element, decisive.expected) }] }
  const questions = type === 'matrix' ? matrixQuestions(element, at, around) : [oneQuestion(element, at, around)]
  const refusals = questions.length > 0 ? otherParts(element, at, READ_OF_QUESTION) : [refusal(`${at}.rows`, element, 'one_choice')]
  return { questions, refusals }
}

function oneQuestion(element: Node, at: string, { own, group }: Around): Question {
  const answers =
    wordOf(element['type']) === 'rating' ? ratingAnswers(element, own) : itemsOf(element['choices'], own).map((item) => item.text)
  return { key: keyOf(element['name']), at, text: titleOf(element, own), answers, ...(group ? { group } : {}) }
}

/** Each row of a matrix is a question, and the matrix their group. */
function matrixQuestions(element: Node, at: string, { own }: Around): Question[] {
  const answers = itemsOf(element['columns'], own).map((item) => item.text)
  const group = { key: keyOf(element['name']), name: titleOf(element, own) }
  return itemsOf(element['rows'], own).map((row, n) => {
    return { key: keyOf(`${wordOf(element['name'])}.${row.value}`), at: `${at}.rows[${n}]`, text: row.text, answers, group }
  })
}

/** The steps of a rating, the outer ones with their words; without a list they are numbers, 1 to 5 if nothing else is said. */
function ratingAnswers(element: Node, own: string): Texts[] {
  const listed = itemsOf(element['rateValues'], own).map((item) => item.text)
  const min = numberAt(element, 'rateMin', 1)
  const step = Math.max(numberAt(element, 'rateStep', 1), Number.EPSILON)
  const max = numberAt(element, 'rateMax', 'rateCount' in element ? min + step * (numberAt(element, 'rateCount', 5) - 1) : 5)
  const count = Math.min(Math.floor((max - min) / step) + 1, 100)
  const numbers = Array.from({ length: Math.max(count, 0) }, (_, n) => inEach(String(min + n * step)))
  const steps = listed.length > 0 ? listed : numbers
  const ends = [textsOf(element['minRateDescription'], own), textsOf(element['maxRateDescription'], own)]
  return steps.map((texts, n) => withWords(texts, n === 0 ? ends[0] : n === steps.length - 1 ? ends[1] : undefined))
}

function withWords(texts: Texts, words: Texts = {}): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, words[language] ? `${text} – ${words[language]}` : text]),
  )
}

/** Choices, rows and columns: a word, a number, or a value with its text. One value twice is one answer too few. */
function itemsOf(value: unknown, own: string): { value: string; text: Texts }[] {
  const items = Array.isArray(value) ? value.map((one: unknown) => (isNode(one) ? one : { value: one })) : []
  const read = items.map((item) => {
    const word = wordOf(item['value'])
    return { value: word, text: 'text' in item ? textsOf(item['text'], own) : inEach(word) }
  })
  return read.filter((item, at) => read.findIndex((other) => other.value === item.value) === at)
}

function titleOf(element: Node, own: string): Texts {
  return 'title' in element ? textsOf(element['title'], own) : textsOf(element['name'], own)
}

/** A text, or one for each language; `default` is the survey's own. */
function textsOf(value: unknown, own: string): Texts {
  const entries = isNode(value) ? Object.entries(value) : [['default', value] as const]
  const texts: Texts = {}
  for (const [name, words] of entries) {
    const language = name === 'default' ? own : languageNamed(name)
    if (language && wordOf(words)) texts[language] = wordOf(words)
  }
  return texts
}

function inEach(word: string): Texts {
  return Object.fromEntries(SURVEY_LANGUAGES.map((language) => [language, word]))
}

function decisiveIn(node: Node) {
  const found = Object.entries(DECISIVE).find(([name]) => name in node && (name === 'visible' ? node[name] === false : Boolean(node[name])))
  return found && { name: found[0], expected: found[1] }
}

function otherParts(node: Node, at: string, known: readonly string[]): Refusal[] {
  const others = Object.keys(node).filter((name) => !known.includes(name) && !(name in DECISIVE))
  return others.map((name) => ({ at: at ? `${at}.${name}` : name, found: excerptOf(node[name]), expected: 'known_part', loses: 'detail' }))
}

function refusal(at: string, element: Node, expected: Refusal['expected']): Refusal {
  return { at, found: `${wordOf(element['type'])} ${wordOf(element['name'])}`.trim(), expected, loses: 'question' }
}

/** Names may hold anything there; here they are letters, digits and a few signs. */
function keyOf(name: unknown): string {
  const word = wordOf(name).replace(/[^\w.-]+/g, '_')
  return /^[A-Za-z]/.test(word) || word === '' ? word : `q_${word}`
}

function joined<Part extends Pick<Reading, 'questions' | 'refusals'>>(one: Part, other: Pick<Reading, 'questions' | 'refusals'>): Part {
  return { ...one, questions: [...one.questions, ...other.questions], refusals: [...one.refusals, ...other.refusals] }
}

function parsedNode(text: string): Node | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isNode(value) ? value : undefined
  } catch {
    return undefined
  }
}

function listAt(node: Node, name: string): Node[] {
  const value = node[name]
  return Array.isArray(value) ? value.map((one: unknown) => (isNode(one) ? one : {})) : []
}

function numberAt(node: Node, name: string, otherwise: number): number {
  const value = Number(node[name] ?? otherwise)
  return Number.isFinite(value) ? value : otherwise
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : ''
}

function excerptOf(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
