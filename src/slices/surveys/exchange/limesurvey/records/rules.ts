import type { Texts } from '../../../schema.ts'
import { languageNamed } from '../../rules.ts'
import { childOf, childrenOf, type Element } from '../../xml/rules.ts'

/** A row of a table of the file. */
export type Fields = Record<string, string>

/** The tables of the file by name. */
export type Export = Record<string, Fields[]>

const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }

/** The rows of a section. */
export function recordsOf(section: Element): Fields[] {
  const rows = childrenOf(childOf(section, 'rows'), 'row')
  return rows.map((row) => Object.fromEntries(row.children.map((field) => [field.name, field.text.trim()])))
}

/** The rows with a value in a field. */
export function rowsOf(rows: readonly Fields[] | undefined, field: string, value: string | undefined): Fields[] {
  return rows?.filter((row) => row[field] === value) ?? []
}

/** Older files repeat a row for each language. */
export function distinct(rows: readonly Fields[] | undefined, field: string): Fields[] {
  return [...new Map((rows ?? []).toReversed().map((row) => [row[field], row])).values()].toReversed()
}

/** Rows by the number in a field. */
export function inOrder(rows: readonly Fields[], field: string): Fields[] {
  return rows.toSorted((one, other) => Number(one[field]) - Number(other[field]))
}

/** What rows of several languages say in a field, without markup. */
export function textsOf(rows: readonly Fields[] | undefined, field: string, languageField: string): Texts {
  const texts: Texts = {}
  for (const row of rows ?? []) {
    const language = languageNamed(row[languageField] ?? '')
    const words = plain(row[field] ?? '')
    if (language && words) texts[language] ??= words
  }
  return texts
}

/** The words of a question or of a line of an array. Versions since 4 keep them in a table of their own. */
export function questionTexts(all: Export, qid: string | undefined): Texts {
  const tables = [all['question_l10ns'], all['questions'], all['subquestions']].map((rows) => rowsOf(rows, 'qid', qid))
  return textsOf(tables.flat(), 'question', 'language')
}

/** The name of a group. */
export function groupTexts(all: Export, gid: string | undefined): Texts {
  return textsOf([...rowsOf(all['groups'], 'gid', gid), ...rowsOf(all['group_l10ns'], 'gid', gid)], 'group_name', 'language')
}

/** The answers of a list in their order, with their codes; those of one code in several languages are one. */
export function listedAnswers(all: Export, qid: string | undefined): { answers: Texts[]; names: string[] } {
  const rows = inOrder(rowsOf(all['answers'], 'qid', qid), 'sortorder').filter((row) => (row['scale_id'] ?? '0') === '0')
  const ones = distinct(rows, 'code')
  const answers = ones.map((one) => {
    const same = rows.filter((row) => row['code'] === one['code'])
    const texts = same.flatMap((row) => (row['aid'] ? rowsOf(all['answer_l10ns'], 'aid', row['aid']) : []))
    return textsOf([...same, ...texts], 'answer', 'language')
  })
  return { answers, names: ones.map((one) => one['code'] ?? '') }
}

/** Text without the markup of its editor. */
function plain(html: string): string {
  const text = html.replace(/<!--[\s\S]*?-->/g, ' ').replace(/<\/?[a-z][^>]*>/gi, ' ')
  const decoded = text.replace(/&(#39|[a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
  return decoded.replace(/\s+/g, ' ').trim()
}
