/** Questions of one answer, and those for words. */
export const IN_WORDS = ['text', 'comment']
export const READ_TYPES = ['radiogroup', 'dropdown', 'buttongroup', 'rating', 'matrix', 'boolean', ...IN_WORDS]

/** What SurveyJS says of a whole survey and is read. */
export const READ_OF_SURVEY = ['title', 'locale', 'pages', 'elements', '$schema', 'surveyId', 'sjsVersion']

/** What it says of a page or panel and is read. */
export const READ_OF_PANEL = ['type', 'name', 'title', 'elements', 'visibleIf']

/** What it says of a question and is read. */
export const READ_OF_QUESTION = [
  'type',
  'name',
  'title',
  'choices',
  'rows',
  'columns',
  'rateMin',
  'rateMax',
  'rateStep',
  'rateCount',
  'rateValues',
  'minRateDescription',
  'maxRateDescription',
  'labelTrue',
  'labelFalse',
  'hasOther',
  'showOtherItem',
  'visibleIf',
]

/** What would change who is asked or what can be answered: a question with one of them is not the same without it. */
export const DECISIVE: Record<string, 'everybody' | 'list_only' | 'answers'> = {
  visible: 'everybody',
  enableIf: 'everybody',
  readOnly: 'everybody',
  choicesVisibleIf: 'everybody',
  choicesEnableIf: 'everybody',
  rowsVisibleIf: 'everybody',
  columnsVisibleIf: 'everybody',
  choicesFromQuestion: 'everybody',
  choicesByUrl: 'answers',
  validators: 'everybody',
  valueTrue: 'answers',
  valueFalse: 'answers',
  hasNone: 'list_only',
  showNoneItem: 'list_only',
}
