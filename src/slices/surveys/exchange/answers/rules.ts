import { isDeepStrictEqual } from 'node:util'
import { type TextKey, textIn } from '../../../../messages/text.ts'
import { OPTION_SETS, SURVEY_LANGUAGES, type Texts, VALUES } from '../../schema.ts'
import type { Question } from '../schema.ts'

type Answers = Pick<Question, 'answers' | 'names' | 'isOrdered'>

/** What the name of an answer is where a list is left open for another. */
const OTHER = 'other'

/** Yes and no, in the words of this program, under the names that a file gives them. */
export function yesOrNo(names: [string, string]): Answers {
  return { answers: [said('surveys.bring_yes'), said('surveys.bring_no')], names }
}

/** Yes, perhaps, no: between two answers that have no order stands one that fits neither. */
export function yesUncertainOrNo(names: [string, string, string]): Answers {
  return { answers: [said('surveys.bring_yes'), said('surveys.bring_uncertain'), said('surveys.bring_no')], names, isOrdered: false }
}

/** Less, the same, more: from little to much, whatever way round a file lists them. */
export function lessSameOrMore(names: [string, string, string]): Answers {
  return { answers: [said('surveys.bring_less'), said('surveys.bring_same'), said('surveys.bring_more')], names, isOrdered: true }
}

export function femaleOrMale(names: [string, string]): Answers {
  return { answers: [said('surveys.bring_female'), said('surveys.bring_male')], names, isOrdered: false }
}

/** Points from 1 to a number. */
export function pointsTo(most: number): Answers {
  return { answers: Array.from({ length: most }, (_, at) => inEach(String(at + 1))), isOrdered: true }
}

/** A question whose list is left open: "other" is an answer more, and whoever gives it is asked for words. */
export function withOther(question: Question, name = OTHER): Question[] {
  const { key, at, group, groupWhen } = question
  const around = { ...(group ? { group } : {}), ...(groupWhen ? { groupWhen } : {}) }
  const words: Question = { key: `${key}_other`, at, text: said('surveys.bring_other_words'), answers: [], kind: 'text', ...around }
  const answers = [...question.answers, said('surveys.bring_other_answer')]
  return [
    { ...question, answers, names: [...namesOf(question), name], isOrdered: false },
    { ...words, when: { item: key, names: [name] } },
  ]
}

/** What a file calls the answers of a question. */
export function namesOf({ names, answers }: Pick<Question, 'names' | 'answers'>): string[] {
  return names ?? answers.map((_, at) => String(at + 1))
}

/** A text in every language of surveys, from the messages. */
export function said(key: TextKey): Texts {
  return Object.fromEntries(SURVEY_LANGUAGES.map((language) => [language, textIn(language, key)]))
}

/** A word that is the same in every language. */
export function inEach(word: string): Texts {
  return Object.fromEntries(SURVEY_LANGUAGES.map((language) => [language, word]))
}

/** The answers of a set, in every language of surveys. */
export function answersOfSet(set: (typeof OPTION_SETS)[number]): Texts[] {
  return VALUES.map((value) => said(`surveys.option_${set}_${value}`))
}

/** The set whose answers these are, in the languages that they have. */
export function setOf(answers: readonly Texts[]): (typeof OPTION_SETS)[number] | undefined {
  return OPTION_SETS.find((set) => {
    const own = answersOfSet(set)
    return answers.length === own.length && answers.every((texts, at) => isDeepStrictEqual(texts, inLanguagesOf(texts, own[at])))
  })
}

function inLanguagesOf(texts: Texts, own: Texts = {}): Texts {
  return Object.fromEntries(Object.keys(texts).map((language) => [language, own[language] ?? '']))
}
