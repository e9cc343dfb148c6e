import { withOther } from '../answers/rules.ts'
import { statedIn } from '../conditions/rules.ts'
import { excerpt, languageNamed } from '../rules.ts'
import type { Question, Reading, Refusal, Stated } from '../schema.ts'
import { childOf, childrenOf, type Element, readXml } from '../xml/rules.ts'
import {
  distinct,
  type Export,
  type Fields,
  groupTexts,
  inOrder,
  listedAnswers,
  questionTexts,
  recordsOf,
  rowsOf,
  textsOf,
} from './records/rules.ts'
import { DECISIVE_ATTRIBUTES, READ_SECTIONS, READ_TYPES } from './schema.ts'

const ITEM = String.raw`(\w+)(?:\.NAOK)?`
const IS = new RegExp(String.raw`^${ITEM}\s*==\s*(?:"([^"]+)"|'([^']+)'|(\d+))$`)
const IS_ANSWERED = new RegExp(String.raw`^(?:!\s*is_empty\(\s*${ITEM}\s*\)|${ITEM}\s*!=\s*(?:""|''))$`)
const OR = /\s+or\s+|\s*\|\|\s*/i

/** What a LimeSurvey structure file asks, as far as it can be asked here. */
export function readLss(text: string): Reading {
  const root = readXml(text)
  if (!root || childOf(root, 'LimeSurveyDocType')?.text.trim() !== 'Survey') {
    return {
      title: {},
      questions: [],
      refusals: [{ at: 'LimeSurveyDocType', found: root?.name ?? '', expected: 'readable', loses: 'file' }],
    }
  }
  const all: Export = Object.fromEntries(root.children.map((section) => [section.name, recordsOf(section)]))
  const questions: Question[] = []
  const refusals: Refusal[] = [...languageRefusals(root), ...sectionRefusals(root), ...attributeRefusals(all)]
  for (const group of inOrder(distinct(all['groups'], 'gid'), 'group_order')) {
    for (const row of inOrder(questionsOf(all, group['gid']), 'question_order')) {
      const expected = whyNotRow(all, group, row)
      if (expected) refusals.push({ at: placeOf(row), found: excerpt(`${row['type']} ${row['title']}`), expected, loses: 'question' })
      else questions.push(...questionsIn(all, group, row))
    }
  }
  return { title: textsOf(all['surveys_languagesettings'], 'surveyls_title', 'surveyls_language'), questions, refusals }
}

function questionsOf(all: Export, gid: string | undefined): Fields[] {
  return distinct(all['questions'], 'qid').filter((row) => row['gid'] === gid && (row['parent_qid'] ?? '0') === '0')
}

function whyNotRow(all: Export, group: Fields, row: Fields): Refusal['expected'] | undefined {
  const kind = READ_TYPES[row['type'] ?? '']
  const lines = linesOf(all, row)
  if (!kind || (kind.isArray && lines.length === 0)) return 'one_choice'
  const conditions = [row['relevance'], group['grelevance']]
  if (conditions.some((one) => !isAlways(one) && !statedBy(one))) return 'condition'
  // Relevance repeats what the table of conditions says; alone, that table is not read.
  if (isAlways(row['relevance']) && all['conditions']?.some((one) => one['qid'] === row['qid'])) return 'condition'
  const attributes = rowsOf(all['question_attributes'], 'qid', row['qid']).filter((one) =>
    DECISIVE_ATTRIBUTES.includes(one['attribute'] ?? ''),
  )
  if (attributes.some((one) => one['value'] && one['value'] !== '0')) return 'everybody'
  if (lines.some((line) => !isAlways(line['relevance']))) return 'condition'
  return hasPicture(all, row) ? 'text_alone' : undefined
}

function isAlways(relevance: string | undefined): boolean {
  return !relevance || relevance === '1'
}

/** Of whom an expression asks, where it speaks of one question: `q == "A1"`, `q.NAOK == "Y" or …`, `!is_empty(q)`. */
function statedBy(relevance: string | undefined): Stated | undefined {
  if (isAlways(relevance)) return undefined
  return statedIn(relevance ?? '', OR, (term) => {
    const [, item, ...names] = IS.exec(term) ?? []
    if (item) return { item, names: names.filter((name) => name !== undefined) }
    const answered = IS_ANSWERED.exec(term)
    const any = answered?.[1] ?? answered?.[2]
    return any ? { item: any, names: 'any' } : undefined
  })
}

/** A question, or each line of an array as one; the array is then their group. */
function questionsIn(all: Export, group: Fields, row: Fields): Question[] {
  const kind = READ_TYPES[row['type'] ?? '']
  if (!kind) return []
  const text = questionTexts(all, row['qid'])
  const answers = kind.answers?.() ?? listedAnswers(all, row['qid'])
  const key = row['title'] ?? ''
  const groupWhen = statedBy(group['grelevance'])
  const when = statedBy(row['relevance'])
  if (kind.isArray) return linesOf(all, row).map((line) => lineOf(line))
  const own = { key: `group_${group['gid']}`, name: groupTexts(all, group['gid']) }
  const question = { key, at: placeOf(row), text, ...answers, group: own, ...(groupWhen ? { groupWhen } : {}), ...(when ? { when } : {}) }
  return row['other'] === 'Y' ? withOther(question, '-oth-') : [question]

  /** An array is a group of its own: of whom it is asked holds for all of its lines. */
  function lineOf(line: Fields): Question {
    const around = groupWhen ?? when
    const place = { key: `${key}_${line['title'] ?? ''}`, at: `${placeOf(row)} ${line['title']}`, group: { key, name: text } }
    const conditions = { ...(around ? { groupWhen: around } : {}), ...(groupWhen && when ? { when } : {}) }
    return { ...place, text: questionTexts(all, line['qid']), ...answers, ...conditions }
  }
}

function linesOf(all: Export, row: Fields): Fields[] {
  const lines = distinct([...(all['subquestions'] ?? []), ...(all['questions'] ?? [])], 'qid')
  return inOrder(
    lines.filter((one) => one['parent_qid'] === row['qid']),
    'question_order',
  )
}

function hasPicture(all: Export, row: Fields): boolean {
  const tables = [all['question_l10ns'], all['questions']].flatMap((rows) => rowsOf(rows, 'qid', row['qid']))
  return tables.some((one) => /<(?:img|audio|video|iframe|object|script)\b/i.test(one['question'] ?? ''))
}

function languageRefusals(root: Element): Refusal[] {
  const others = childrenOf(childOf(root, 'languages'), 'language').filter((one) => !languageNamed(one.text))
  return others.map((one) => ({ at: 'languages/language', found: one.text.trim(), expected: 'language', loses: 'detail' }))
}

function sectionRefusals(root: Element): Refusal[] {
  const others = root.children.filter((section) => !READ_SECTIONS.includes(section.name) && recordsOf(section).length > 0)
  return others.map((section) => ({ at: section.name, found: `${recordsOf(section).length}`, expected: 'known_part', loses: 'detail' }))
}

/** Attributes are mostly looks; which there are is told in one line. */
function attributeRefusals(all: Export): Refusal[] {
  const filled = (all['question_attributes'] ?? []).filter((one) => one['value'] && one['value'] !== '0')
  const names = [...new Set(filled.map((one) => one['attribute'] ?? ''))].filter((name) => !DECISIVE_ATTRIBUTES.includes(name))
  return names.length === 0
    ? []
    : [{ at: 'question_attributes', found: excerpt(names.join(', ')), expected: 'known_part', loses: 'detail' }]
}

function placeOf(row: Fields): string {
  return `questions/qid ${row['qid']} (${row['title']})`
}
