import { SURVEY_LANGUAGES, type Texts, VALUES } from '../../schema.ts'
import { excerpt, languageNamed } from '../rules.ts'
import type { Question, Reading, Refusal } from '../schema.ts'
import { childOf, childrenOf, type Element, readXml } from '../xml/rules.ts'
import { DECISIVE_ATTRIBUTES, OTHER_COUNTS, READ_SECTIONS, READ_TYPES } from './schema.ts'

type Fields = Record<string, string>
type Export = Record<string, Fields[]>

const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }

/** What a LimeSurvey structure file asks, as far as it can be asked here. Versions since 4 keep texts in tables of their own. */
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

function recordsOf(section: Element): Fields[] {
  const rows = childrenOf(childOf(section, 'rows'), 'row')
  return rows.map((row) => Object.fromEntries(row.children.map((field) => [field.name, field.text.trim()])))
}

function questionsOf(all: Export, gid: string | undefined): Fields[] {
  return distinct(all['questions'], 'qid').filter((row) => row['gid'] === gid && (row['parent_qid'] ?? '0') === '0')
}

function whyNotRow(all: Export, group: Fields, row: Fields): Refusal['expected'] | undefined {
  const isAlways = (relevance: string | undefined) => !relevance || relevance === '1'
  if (OTHER_COUNTS.includes(row['type'] ?? '')) return 'answers'
  if (!READ_TYPES[row['type'] ?? '']) return 'one_choice'
  if (row['other'] === 'Y') return 'list_only'
  if (!isAlways(row['relevance']) || !isAlways(group['grelevance'])) return 'everybody'
  if (all['conditions']?.some((one) => one['qid'] === row['qid'])) return 'everybody'
  const attributes = all['question_attributes']?.filter(
    (one) => one['qid'] === row['qid'] && DECISIVE_ATTRIBUTES.includes(one['attribute'] ?? ''),
  )
  if (attributes?.some((one) => one['value'] && one['value'] !== '0')) return 'everybody'
  return hasPicture(all, row) ? 'text_alone' : undefined
}

/** A question, or each line of an array as one; the array is then their group. */
function questionsIn(all: Export, group: Fields, row: Fields): Question[] {
  const kind = READ_TYPES[row['type'] ?? '']
  if (!kind) return []
  const text = questionTexts(all, row['qid'])
  const answers = kind.answers === 'list' ? listedAnswers(all, row['qid']) : numbers()
  const key = row['title'] ?? ''
  if (!kind.isArray)
    return [{ key, at: placeOf(row), text, answers, group: { key: `group_${group['gid']}`, name: groupTexts(all, group['gid']) } }]
  const lines = distinct([...(all['subquestions'] ?? []), ...(all['questions'] ?? [])], 'qid').filter(
    (one) => one['parent_qid'] === row['qid'],
  )
  return inOrder(lines, 'question_order').map((line) => {
    const lineKey = `${key}_${line['title'] ?? ''}`
    return {
      key: lineKey,
      at: `${placeOf(row)} ${line['title']}`,
      text: questionTexts(all, line['qid']),
      answers,
      group: { key, name: text },
    }
  })
}

function questionTexts(all: Export, qid: string | undefined): Texts {
  const tables = [all['question_l10ns'], all['questions'], all['subquestions']].map((rows) => rowsOf(rows, 'qid', qid))
  return textsOf(tables.flat(), 'question', 'language')
}

function groupTexts(all: Export, gid: string | undefined): Texts {
  return textsOf([...rowsOf(all['groups'], 'gid', gid), ...rowsOf(all['group_l10ns'], 'gid', gid)], 'group_name', 'language')
}

/** The answers of a list in their order; those of one code in several languages are one. */
function listedAnswers(all: Export, qid: string | undefined): Texts[] {
  const rows = inOrder(rowsOf(all['answers'], 'qid', qid), 'sortorder').filter((row) => (row['scale_id'] ?? '0') === '0')
  return distinct(rows, 'code').map((one) => {
    const same = rows.filter((row) => row['code'] === one['code'])
    const texts = same.flatMap((row) => (row['aid'] ? rowsOf(all['answer_l10ns'], 'aid', row['aid']) : []))
    return textsOf([...same, ...texts], 'answer', 'language')
  })
}

function numbers(): Texts[] {
  return VALUES.map((value) => Object.fromEntries(SURVEY_LANGUAGES.map((language) => [language, String(value)])))
}

function textsOf(rows: readonly Fields[] | undefined, field: string, languageField: string): Texts {
  const texts: Texts = {}
  for (const row of rows ?? []) {
    const language = languageNamed(row[languageField] ?? '')
    const words = plain(row[field] ?? '')
    if (language && words) texts[language] ??= words
  }
  return texts
}

/** Text without the markup of its editor. */
function plain(html: string): string {
  const text = html.replace(/<!--[\s\S]*?-->/g, ' ').replace(/<\/?[a-z][^>]*>/gi, ' ')
  const decoded = text.replace(/&(#39|[a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
  return decoded.replace(/\s+/g, ' ').trim()
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

function rowsOf(rows: readonly Fields[] | undefined, field: string, value: string | undefined): Fields[] {
  return rows?.filter((row) => row[field] === value) ?? []
}

/** Older files repeat a row for each language. */
function distinct(rows: readonly Fields[] | undefined, field: string): Fields[] {
  return [...new Map((rows ?? []).toReversed().map((row) => [row[field], row])).values()].toReversed()
}

function inOrder(rows: readonly Fields[], field: string): Fields[] {
  return rows.toSorted((one, other) => Number(one[field]) - Number(other[field]))
}
