/** Types of LimeSurvey that are read, and where their answers come from: its list, or the numbers 1 to 5. */
export const READ_TYPES: Record<string, { answers: 'list' | 'numbers'; isArray: boolean }> = {
  '5': { answers: 'numbers', isArray: false },
  L: { answers: 'list', isArray: false },
  '!': { answers: 'list', isArray: false },
  A: { answers: 'numbers', isArray: true },
  F: { answers: 'list', isArray: true },
}

/** Types that ask for one answer, but never out of five: yes or no, gender, with a third, more or less, one to ten. */
export const OTHER_COUNTS = ['Y', 'G', 'C', 'E', 'B']

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
