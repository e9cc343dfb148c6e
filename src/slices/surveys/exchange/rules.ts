import { MOST_ITEMS } from '../instruments/rules.ts'
import { MOST_PURPOSE } from '../instruments/schema.ts'
import { MOST_TEXTS } from '../responding/schema.ts'
import { FEWEST_ANSWERS, MOST_ANSWERS, type Scale, SURVEY_LANGUAGES } from '../schema.ts'
import { conditionOf } from './conditions/rules.ts'
import { type Kept, scalesFrom, shortened } from './grouping/rules.ts'
import { type Brought, countedField, KEY, MOST_LETTERS, type Question, type Reading, type Refusal, reversedField } from './schema.ts'

/** How far a file's refusals are told; whoever has more has another kind of file. */
const MOST_REFUSALS = 300

const LANGUAGE_NAMES: Record<string, 'en' | 'es'> = {
  en: 'en',
  english: 'en',
  inglés: 'en',
  ingles: 'en',
  es: 'es',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
}

/** The language that a word names ("English (en)", "es-MX", "Español"), or undefined where surveys are not answered in it. */
export function languageNamed(word: string): 'en' | 'es' | undefined {
  const name = word.trim().toLowerCase()
  const code = /\(([a-z]{2})[^)]*\)$/.exec(name)?.[1] ?? name
  return LANGUAGE_NAMES[code] ?? LANGUAGE_NAMES[code.split('-')[0] ?? '']
}

/** Why a question of a file cannot be asked here, or undefined if it can. */
export function whyNotAsk(
  { key, kind, text, answers }: Question,
  taken: ReadonlySet<string>,
  language: string | undefined,
): Refusal['expected'] | undefined {
  if (!KEY.test(key) || taken.has(key)) return 'key'
  const texts = [text, ...answers]
  if (texts.some((one) => Object.values(one).some((words) => words.length > MOST_LETTERS))) return 'text'
  if (texts.some((one) => Object.values(one).some((words) => /\$\{|\{[^}]*\}|<[a-z/!]/i.test(words)))) return 'plain_text'
  if (kind !== 'text' && (answers.length < FEWEST_ANSWERS || answers.length > MOST_ANSWERS)) return 'answers'
  if (!language || !text[language]) return 'language'
  return answers.some((one) => !one[language]) ? 'answers' : undefined
}

/** What will be made of a file: its questions as scales, and what is refused, by name and place. */
export function broughtFrom({ title, purpose, questions, refusals }: Reading): Brought {
  const kept: Kept[] = []
  const refused = [...refusals]
  const language = SURVEY_LANGUAGES.find((one) => questions.find(({ text }) => Object.keys(text).length > 0)?.text[one])
  for (const question of questions) {
    const one = keptOf(question, kept)
    const taken = new Set(kept.map(({ question: { key } }) => key))
    const expected = whyNotAsk(question, taken, language) ?? whyNotKeepToo(question, kept) ?? (one ? undefined : 'condition')
    const at = (expected === 'condition' ? (question.when ?? question.groupWhen)?.at : undefined) ?? question.at
    if (expected) refused.push({ at, found: question.key, expected, loses: 'question' })
    else if (one) kept.push(one)
  }
  const hasAll = (one: string) => kept.every(({ question: { text, answers } }) => [text, ...answers].every((words) => words[one]))
  const complete = SURVEY_LANGUAGES.filter(hasAll)
  const languages = complete.length > 0 ? complete : [...SURVEY_LANGUAGES]
  const aim = purpose && Object.keys(purpose).length > 0 ? { purpose: shortened(purpose, MOST_PURPOSE) } : {}
  return { title, ...aim, languages, scales: scalesFrom(kept), refusals: firstOf(refused) }
}

/** Whether a file gave no question at all. */
export function isEmpty(brought: Brought): boolean {
  return brought.scales.length === 0
}

/** The parts of a file as somebody who looked at them wants them counted; where nothing is said, as they were shown. */
export function scalesKept(scales: readonly Scale[], fields: Readonly<Record<string, unknown>>): Scale[] {
  return scales.map((scale) => {
    const said = fields[countedField(scale)]
    if (scale.kind === 'text' || (said !== 'scale' && said !== 'choice')) return scale
    const { kind: _, items, ...rest } = scale
    const reversed = said === 'scale' ? [fields[reversedField(scale)]].flat() : []
    const kept = items.map(({ reversed: __, ...item }) => (reversed.includes(item.key) ? { ...item, reversed: true } : item))
    return { ...rest, ...(said === 'choice' ? { kind: said } : {}), items: kept }
  })
}

/** A text as long as it can be shown in a table. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

/** A question with its conditions, or undefined where these do not rest on an answer that comes over too. */
function keptOf(question: Question, kept: readonly Kept[]): Kept | undefined {
  const before = kept.map((one) => one.question)
  const when = question.when && conditionOf(question.when, before)
  const groupWhen = question.groupWhen && conditionOf(question.groupWhen, before)
  if ((question.when && !when) || (question.groupWhen && !groupWhen)) return undefined
  return { question, ...(when ? { when } : {}), ...(groupWhen ? { groupWhen } : {}) }
}

function whyNotKeepToo(question: Question, kept: readonly Kept[]): Refusal['expected'] | undefined {
  if (kept.length >= MOST_ITEMS) return 'most'
  const texts = kept.filter((one) => one.question.kind === 'text').length
  return question.kind === 'text' && texts >= MOST_TEXTS ? 'most_texts' : undefined
}

/** Questions that are lost are told before details. */
function firstOf(refusals: readonly Refusal[]): Refusal[] {
  const rank = { file: 0, question: 1, detail: 2 }
  const ordered = refusals.toSorted((one, other) => rank[one.loses] - rank[other.loses])
  return ordered.slice(0, MOST_REFUSALS).map((one) => ({ ...one, found: excerpt(one.found) }))
}
