import { femaleOrMale, lessSameOrMore, pointsTo, yesOrNo, yesUncertainOrNo } from '../answers/rules.ts'
import type { Question } from '../schema.ts'

type Answers = Pick<Question, 'answers' | 'names' | 'isOrdered' | 'kind'>

/** Types of LimeSurvey that are read: whether each of their lines is a question, and their answers, if these are not a list of the file. */
export const READ_TYPES: Record<string, { isArray: boolean; answers?: () => Answers }> = {
  '5': { isArray: false, answers: () => pointsTo(5) },
  L: { isArray: false },
  '!': { isArray: false },
  Y: { isArray: false, answers: () => yesOrNo(['Y', 'N']) },
  G: { isArray: false, answers: () => femaleOrMale(['F', 'M']) },
  S: { isArray: false, answers: inWords },
  T: { isArray: false, answers: inWords },
  U: { isArray: false, answers: inWords },
  A: { isArray: true, answers: () => pointsTo(5) },
  B: { isArray: true, answers: () => pointsTo(10) },
  C: { isArray: true, answers: () => yesUncertainOrNo(['Y', 'U', 'N']) },
  E: { isArray: true, answers: () => lessSameOrMore(['D', 'S', 'I']) },
  F: { isArray: true },
}

/** Sections of the file that are read, or that say nothing about what is asked. */
export const READ_SECTIONS = [
  'LimeSurveyDocType',
  'DBVersion',
  'languages',
  'answers',
  'answer_l10ns',
  'groups',
  'group_l10ns',
  'questions',
  'question_l10ns',
  'subquestions',
  'question_attributes',
  'conditions',
  'surveys',
  'surveys_languagesettings',
  'themes',
  'themes_inherited',
]

/** Attributes that decide who is asked a question. */
export const DECISIVE_ATTRIBUTES = ['hidden', 'array_filter', 'array_filter_exclude', 'random_group']

function inWords(): Answers {
  return { answers: [], kind: 'text' }
}
