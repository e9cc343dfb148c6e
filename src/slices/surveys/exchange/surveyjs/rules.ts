import { withOther } from '../answers/rules.ts'
import { languageNamed } from '../rules.ts'
import type { Question, Reading, Refusal, Stated } from '../schema.ts'
import { answersIn } from './answers/rules.ts'
import { statedBy } from './conditions/rules.ts'
import { isNode, itemsOf, keyOf, listAt, type Node, textsOf, titleOf, wordOf } from './nodes/rules.ts'
import { DECISIVE, READ_OF_PANEL, READ_OF_QUESTION, READ_OF_SURVEY, READ_TYPES } from './schema.ts'

const MOST_DEPTH = 8

type Around = { own: string; depth: number; group?: Question['group']; groupWhen?: Stated; expected?: Refusal['expected'] }

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
  const start = { questions: [], refusals: otherParts(panel, at, READ_OF_PANEL) }
  const inside = insideOf(panel, at, around)
  if (inside.depth > MOST_DEPTH) return { questions: [], refusals: [refusal(at, panel, 'known_part')] }
  return elements.reduce<Pick<Reading, 'questions' | 'refusals'>>((reading, element, n) => {
    return joined(reading, readElement(element, `${at && `${at}.`}elements[${n}]`, inside))
  }, start)
}

/** What a panel says of its questions. Two conditions around a question are more than can be kept. */
function insideOf(panel: Node, at: string, around: Around): Around {
  const name = textsOf(panel['title'], around.own)
  const group = panel['name'] && Object.keys(name).length > 0 ? { key: keyOf(panel['name']), name } : around.group
  const own = statedBy(panel['visibleIf'], at)
  const isUnclear = own === 'unclear' || (own && around.groupWhen)
  const expected = around.expected ?? decisiveIn(panel)?.expected ?? (isUnclear ? 'condition' : undefined)
  const groupWhen = own === 'unclear' ? undefined : (own ?? around.groupWhen)
  return {
    own: around.own,
    depth: around.depth + 1,
    ...(group ? { group } : {}),
    ...(expected ? { expected } : {}),
    ...(groupWhen ? { groupWhen } : {}),
  }
}

function readElement(element: Node, at: string, around: Around): Pick<Reading, 'questions' | 'refusals'> {
  const type = wordOf(element['type'])
  if (type === 'panel') return readPanel(element, at, around)
  const decisive = decisiveIn(element)
  const stated = statedBy(element['visibleIf'], at)
  if (type === 'paneldynamic') return { questions: [], refusals: [refusal(at, element, 'once')] }
  if (!READ_TYPES.includes(type)) return { questions: [], refusals: [refusal(at, element, 'one_choice')] }
  if (around.expected) return { questions: [], refusals: [refusal(at, element, around.expected)] }
  if (decisive) return { questions: [], refusals: [refusal(`${at}.${decisive.name}`, element, decisive.expected)] }
  if (stated === 'unclear') return { questions: [], refusals: [refusal(`${at}.visibleIf`, element, 'condition')] }
  const questions = type === 'matrix' ? matrixQuestions(element, at, around, stated) : elementQuestions(element, at, around, stated)
  const refusals = questions.length > 0 ? otherParts(element, at, READ_OF_QUESTION) : [refusal(`${at}.rows`, element, 'one_choice')]
  return { questions, refusals }
}

function elementQuestions(element: Node, at: string, { own, group, groupWhen }: Around, when: Stated | undefined): Question[] {
  const question = {
    key: keyOf(element['name']),
    at,
    text: titleOf(element, own),
    ...answersIn(element, own),
    ...(group ? { group } : {}),
    ...(groupWhen ? { groupWhen } : {}),
    ...(when ? { when } : {}),
  }
  return element['showOtherItem'] === true || element['hasOther'] === true ? withOther(question) : [question]
}

/** Each row of a matrix is a question, and the matrix their group: of whom it is asked holds for all of its rows. */
function matrixQuestions(element: Node, at: string, { own, groupWhen }: Around, when: Stated | undefined): Question[] {
  const columns = itemsOf(element['columns'], own)
  const group = { key: keyOf(element['name']), name: titleOf(element, own) }
  const answers = { answers: columns.map((item) => item.text), names: columns.map((item) => item.value) }
  const around = groupWhen ?? when
  const both = { ...(around ? { groupWhen: around } : {}), ...(groupWhen && when ? { when } : {}) }
  return itemsOf(element['rows'], own).map((row, n) => {
    const key = keyOf(`${wordOf(element['name'])}.${row.value}`)
    return { key, at: `${at}.rows[${n}]`, text: row.text, ...answers, group, ...both }
  })
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

function excerptOf(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80)
}
