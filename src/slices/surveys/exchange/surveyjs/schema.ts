/** What SurveyJS says of a whole survey and is read. */
export const READ_OF_SURVEY = ['title', 'locale', 'pages', 'elements', '$schema', 'surveyId', 'sjsVersion']

/** What it says of a page or panel and is read. */
export const READ_OF_PANEL = ['type', 'name', 'title', 'elements']

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
]

/** What would change who is asked or what can be answered: a question with one of them is not the same without it. */
export const DECISIVE: Record<string, 'everybody' | 'list_only' | 'answers'> = {
  visible: 'everybody',
  visibleIf: 'everybody',
  enableIf: 'everybody',
  readOnly: 'everybody',
  choicesVisibleIf: 'everybody',
  choicesEnableIf: 'everybody',
  rowsVisibleIf: 'everybody',
  columnsVisibleIf: 'everybody',
  choicesFromQuestion: 'everybody',
  choicesByUrl: 'answers',
  hasOther: 'list_only',
  showOtherItem: 'list_only',
  hasNone: 'list_only',
  showNoneItem: 'list_only',
}
