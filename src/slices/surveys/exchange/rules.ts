import { isDeepStrictEqual } from 'node:util'
import { textIn } from '../../../messages/text.ts'
import { MOST_ITEMS } from '../instruments/rules.ts'
import { OPTION_SETS, type Scale, SURVEY_LANGUAGES, type Texts, VALUES } from '../schema.ts'
import { type Brought, KEY, MOST_LETTERS, type Question, type Reading, type Refusal } from './schema.ts'

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
  { key, text, answers }: Question,
  taken: ReadonlySet<string>,
  language: string | undefined,
): Refusal['expected'] | undefined {
  if (!KEY.test(key) || taken.has(key)) return 'key'
  const texts = [text, ...answers]
  if (texts.some((one) => Object.values(one).some((words) => words.length > MOST_LETTERS))) return 'text'
  if (texts.some((one) => Object.values(one).some((words) => /\$\{|\{[^}]*\}|<[a-z/!]/i.test(words)))) return 'plain_text'
  if (answers.length !== VALUES.length) return 'answers'
  if (!language || !text[language]) return 'language'
  return answers.some((one) => !one[language]) ? 'answers' : undefined
}

/** What will be made of a file: its questions as scales, and what is refused, by name and place. */
export function broughtFrom({ title, questions, refusals }: Reading): Brought {
  const kept: Question[] = []
  const refused = [...refusals]
  const language = SURVEY_LANGUAGES.find((one) => questions.find(({ text }) => Object.keys(text).length > 0)?.text[one])
  for (const question of questions) {
    const taken = new Set(kept.map((one) => one.key))
    const expected = whyNotAsk(question, taken, language) ?? (kept.length >= MOST_ITEMS ? 'most' : undefined)
    if (expected) refused.push({ at: question.at, found: question.key, expected, loses: 'question' })
    else kept.push(question)
  }
  const complete = SURVEY_LANGUAGES.filter((one) => kept.every(({ text, answers }) => [text, ...answers].every((words) => words[one])))
  const languages = complete.length > 0 ? complete : [...SURVEY_LANGUAGES]
  return { title, languages, scales: scalesFrom(kept), refusals: firstOf(refused) }
}

/** Whether a file gave no question at all. */
export function isEmpty(brought: Brought): boolean {
  return brought.scales.length === 0
}

/** A text as long as it can be shown in a table. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

/** A text in every language of surveys, from the messages. */
export function said(key: string): Texts {
  return Object.fromEntries(SURVEY_LANGUAGES.map((language) => [language, textIn(language, key)]))
}

/** The answers of a set, in every language of surveys. */
export function answersOfSet(set: (typeof OPTION_SETS)[number]): Texts[] {
  return VALUES.map((value) => said(`surveys.option_${set}_${value}`))
}

/** Questions that follow one another in a group and have the same answers are a scale. */
function scalesFrom(questions: readonly Question[]): Scale[] {
  const scales: Scale[] = []
  let before: Question | undefined
  for (const question of questions) {
    if (!before || !belongTogether(before, question)) scales.push(scaleOf(question, scales))
    const { key, text, reversed } = question
    scales.at(-1)?.items.push({ key, text, ...(reversed ? { reversed } : {}) })
    before = question
  }
  return scales
}

function belongTogether(one: Question, other: Question): boolean {
  return isDeepStrictEqual(one.group, other.group) && isDeepStrictEqual(one.answers, other.answers)
}

function scaleOf({ group, answers }: Question, others: readonly Scale[]): Scale {
  const set = OPTION_SETS.find((one) => isSet(one, answers))
  const name = group && Object.values(group.name).some(Boolean) ? group.name : said('surveys.bring_scale')
  const words = { name: shortened(name), purpose: shortened(group?.purpose ?? said('surveys.bring_scale_purpose')) }
  const key = freeKey(group && KEY.test(group.key) ? group.key.slice(0, 60) : 'brought', others)
  return set ? { key, options: set, ...words, items: [] } : { key, options: 'agreement', answers, ...words, items: [] }
}

/** The name of a group may be long; it is no question, so its beginning will do. */
function shortened(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text.slice(0, MOST_LETTERS)]))
}

function isSet(set: (typeof OPTION_SETS)[number], answers: readonly Texts[]): boolean {
  const own = answersOfSet(set)
  return (
    answers.length === own.length &&
    answers.every((texts, at) => Object.keys(texts).every((language) => texts[language] === own[at]?.[language]))
  )
}

function freeKey(wanted: string, others: readonly Scale[]): string {
  const isTaken = (key: string) => others.some((scale) => scale.key === key)
  let key = wanted
  for (let n = 2; isTaken(key); n += 1) key = `${wanted}_${n}`
  return key
}

/** Questions that are lost are told before details. */
function firstOf(refusals: readonly Refusal[]): Refusal[] {
  const rank = { file: 0, question: 1, detail: 2 }
  const ordered = refusals.toSorted((one, other) => rank[one.loses] - rank[other.loses])
  return ordered.slice(0, MOST_REFUSALS).map((one) => ({ ...one, found: excerpt(one.found) }))
}
