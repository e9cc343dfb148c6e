import { KINDS, type Texts } from '../../schema.ts'
import { withOther } from '../answers/rules.ts'
import { type Column, columnRefusals, columnsOf, type Row, rowsOf, textsOf, wordOf } from '../columns/rules.ts'
import { languageNamed } from '../rules.ts'
import type { Question, Reading, Refusal, Stated } from '../schema.ts'
import { cellName } from '../workbook/rules.ts'
import type { Sheet } from '../workbook/schema.ts'
import { relevantCell, statedBy } from './conditions/rules.ts'
import { DECISIVE_COLUMNS, READ_CHOICES, READ_COLUMNS, READ_SETTINGS } from './schema.ts'

const SHEETS = ['survey', 'choices', 'settings']
const ONE_CHOICE = /^(?:select_one|select one from|select one|select1) +(\S+)( or_other| or specify other)?$/
/** A group or a repetition that is open, with what forbids its questions. */
type Frame = { kind: string; group?: Question['group']; kindOf?: Question['kind']; when?: Stated; expected?: Refusal['expected'] }

type Context = { sheet: Sheet; columns: Column[]; own: string; lists: ReadonlyMap<string, Choices> }
type Choices = { answers: Texts[]; names: string[]; hasMedia: boolean }

/** What an XLSForm asks, as far as it can be asked here; texts without a language are in the one handed in. */
export function readXlsform(sheets: readonly Sheet[], language: string): Reading {
  const survey = sheetNamed(sheets, 'survey')
  const columns = survey ? columnsOf(survey) : []
  if (!survey || !columns.some((one) => one.name === 'type')) {
    return { title: {}, questions: [], refusals: [{ at: 'survey', found: '', expected: 'readable', loses: 'file' }] }
  }
  const settings = settingsOf(sheetNamed(sheets, 'settings'), language)
  const lists = listsOf(sheetNamed(sheets, 'choices'), settings.own)
  const read = readQuestions({ sheet: survey, columns, own: settings.own, lists })
  const details = [
    ...columnRefusals(survey, columns, [...READ_COLUMNS, ...Object.keys(DECISIVE_COLUMNS)]),
    ...refusedHeads(sheetNamed(sheets, 'choices'), [...READ_CHOICES, ...Object.keys(DECISIVE_COLUMNS)]),
    ...refusedHeads(sheetNamed(sheets, 'settings'), READ_SETTINGS),
    ...otherSheets(sheets),
  ]
  return { title: settings.title, purpose: settings.purpose, questions: read.questions, refusals: [...read.refusals, ...details] }
}

function sheetNamed(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name.toLowerCase() === name)
}

function refusedHeads(sheet: Sheet | undefined, known: readonly string[]): Refusal[] {
  return sheet ? columnRefusals(sheet, columnsOf(sheet), known) : []
}

function otherSheets(sheets: readonly Sheet[]): Refusal[] {
  const others = sheets.filter((sheet) => !SHEETS.includes(sheet.name.toLowerCase()) && sheet.rows.length > 0)
  return others.map((sheet) => ({ at: sheet.name, found: sheet.name, expected: 'known_part', loses: 'detail' }))
}

function settingsOf(sheet: Sheet | undefined, language: string) {
  const columns = sheet ? columnsOf(sheet) : []
  const row = (sheet && rowsOf(sheet)[0]) ?? { at: 1, cells: [] }
  const own = languageNamed(wordOf(row, columns, 'default_language')) ?? language
  return { own, title: textsOf(row, columns, 'form_title', own), purpose: textsOf(row, columns, 'purpose', own) }
}

function listsOf(sheet: Sheet | undefined, own: string): Map<string, Choices> {
  const lists = new Map<string, Choices>()
  if (!sheet) return lists
  const columns = columnsOf(sheet)
  for (const row of rowsOf(sheet)) {
    const name = wordOf(row, columns, 'list_name')
    const list = lists.get(name) ?? { answers: [], names: [], hasMedia: false }
    list.answers.push(textsOf(row, columns, 'label', own))
    list.names.push(wordOf(row, columns, 'name'))
    list.hasMedia ||= decisiveCell(row, columns) !== undefined
    lists.set(name, list)
  }
  return lists
}

function readQuestions(context: Context): Pick<Reading, 'questions' | 'refusals'> {
  const questions: Question[] = []
  const refusals: Refusal[] = []
  let frames: Frame[] = []
  for (const row of rowsOf(context.sheet)) {
    const type = wordOf(row, context.columns, 'type').toLowerCase().replace(/\s+/g, ' ')
    const bound = /^(begin|end)[ _](group|repeat)$/.exec(type)
    if (bound?.[1] === 'begin') frames = [...frames, frameOf(row, bound[2] ?? '', frames, context)]
    else if (bound && frames.at(-1)?.kind === bound[2]) frames = frames.slice(0, -1)
    else {
      const expected = bound ? 'group' : whyNotRow(row, type, frames, context)
      if (expected) refusals.push(refusalAt(row, expected, context))
      else questions.push(...questionsOf(row, frames, context))
    }
  }
  const open = frames.map((frame): Refusal => ({
    at: context.sheet.name,
    found: `begin ${frame.kind}`,
    expected: 'group',
    loses: 'detail',
  }))
  return { questions, refusals: [...refusals, ...open] }
}

function frameOf(row: Row, kind: string, frames: readonly Frame[], context: Context): Frame {
  const { columns, own } = context
  const stated = statedBy(row, context)
  const isTooMuch = stated === 'unclear' || (stated && frames.some((frame) => frame.when))
  const expected = kind === 'repeat' ? 'once' : (decisiveCell(row, columns)?.expected ?? (isTooMuch ? 'condition' : undefined))
  const name = textsOf(row, columns, 'label', own)
  const purpose = textsOf(row, columns, 'purpose', own)
  const group = { key: wordOf(row, columns, 'name'), name, ...(Object.keys(purpose).length > 0 ? { purpose } : {}) }
  const kindOf = KINDS.find((one) => one === wordOf(row, columns, 'kind'))
  return {
    kind,
    ...(group.key ? { group } : {}),
    ...(kindOf ? { kindOf } : {}),
    ...(stated && stated !== 'unclear' ? { when: stated } : {}),
    ...(expected ? { expected } : {}),
  }
}

function whyNotRow(row: Row, type: string, frames: readonly Frame[], context: Context): Refusal['expected'] | undefined {
  const { columns, lists } = context
  const isWords = type === 'text'
  if (!isWords && !ONE_CHOICE.test(type)) return 'one_choice'
  const around = frames.find((frame) => frame.expected)?.expected
  const cell = decisiveCell(row, columns)
  if (around || cell) return around ?? cell?.expected
  if (statedBy(row, context) === 'unclear') return 'condition'
  if (isWords) return undefined
  const list = lists.get(listName(row, columns))
  if (list?.hasMedia) return 'text_alone'
  return !list || new Set(list.names).size < list.names.length ? 'answers' : undefined
}

function questionsOf(row: Row, frames: readonly Frame[], context: Context): Question[] {
  const { sheet, columns, own, lists } = context
  const frame = frames.findLast((one) => one.group)
  const type = wordOf(row, columns, 'type').toLowerCase().replace(/\s+/g, ' ')
  const list = type === 'text' ? undefined : lists.get(listName(row, columns))
  const kind = type === 'text' ? 'text' : frame?.kindOf
  const groupWhen = frames.find((one) => one.when)?.when
  const when = statedBy(row, context)
  const question: Question = {
    key: wordOf(row, columns, 'name'),
    at: `${sheet.name}!${cellName(row.at, columnAt(columns, 'label'))}`,
    text: textsOf(row, columns, 'label', own),
    answers: list?.answers ?? [],
    ...(list ? { names: list.names } : {}),
    ...(kind ? { kind } : {}),
    ...(/^(?:yes|true)$/i.test(wordOf(row, columns, 'reversed')) ? { reversed: true } : {}),
    ...(frame?.group ? { group: frame.group } : {}),
    ...(groupWhen ? { groupWhen } : {}),
    ...(when && when !== 'unclear' ? { when } : {}),
  }
  return ONE_CHOICE.exec(type)?.[2] ? withOther(question) : [question]
}

/** Names of lists keep their letters, the words before them do not. */
function listName(row: Row, columns: readonly Column[]): string {
  const words = wordOf(row, columns, 'type').replace(/\s+/g, ' ').split(' ')
  return (/^(?:select_one|select1)$/i.test(words[0] ?? '') ? words[1] : words[words[2]?.toLowerCase() === 'from' ? 3 : 2]) ?? ''
}

/** A refusal at the cell that is the reason: the decisive one, or else the type. */
function refusalAt(row: Row, expected: Refusal['expected'], { sheet, columns }: Context): Refusal {
  const cell = expected === 'condition' ? relevantCell(row, columns) : decisiveCell(row, columns)
  const isCell = cell?.expected === expected
  const at = isCell ? cell.at : columnAt(columns, 'type')
  const found = isCell ? cell.found : `${wordOf(row, columns, 'type')} ${wordOf(row, columns, 'name')}`
  return { at: `${sheet.name}!${cellName(row.at, at)}`, found, expected, loses: 'question' }
}

function decisiveCell(row: Row, columns: readonly Column[]) {
  for (const column of columns) {
    const expected = DECISIVE_COLUMNS[column.name]
    const found = row.cells[column.at]
    if (expected && found) return { at: column.at, found, expected }
  }
  return undefined
}

function columnAt(columns: readonly Column[], name: string): number {
  return columns.find((one) => one.name === name)?.at ?? 0
}
