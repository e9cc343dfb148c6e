import { createCipheriv, type KeyObject } from 'node:crypto'
import type { Scope } from '../../../access/scope.ts'
import { fileNameOf } from '../reports/files/rules.ts'
import { inLanguage, leadsHere, optionsOf, type Place, placesOf } from '../rules.ts'
import type { Mode, Scale } from '../schema.ts'
import type { Given } from '../responding/schema.ts'
import type { Chosen, Download, KeptAnswer, ResearchSurvey } from './schema.ts'

type Closing = { mode: Mode; closedAt: Date | null }

/**
 * Why the answers of a survey cannot be read with names at a place, or undefined if they can. Of an anonymous one there are
 * none, so it is never asked here.
 */
export function whyNotReadNames(scope: Pick<Scope, 'memberships'>, survey: Closing, place: { id: string }) {
  if (survey.mode === 'confidential') return 'surveys.rows_research_alone'
  if (!leadsHere(scope, place)) return 'surveys.rows_leaders_here'
  return survey.closedAt ? undefined : 'surveys.rows_after_close'
}

/**
 * Why somebody who does research cannot have the answers of a confidential survey, or undefined if they can. Whoever leads
 * a place as well, or led one since it was asked, cannot: people were promised that no leader sees what one of them answered.
 */
export function whyNotDownload(survey: Pick<ResearchSurvey, 'closedAt' | 'hasLed'>) {
  if (survey.hasLed) return 'surveys.rows_not_for_leaders'
  return survey.closedAt ? undefined : 'surveys.rows_after_close'
}

/** The places where somebody does research, and so below them. */
export function researchUnits(scope: Pick<Scope, 'memberships'>): string[] {
  return scope.memberships.filter(({ role }) => role === 'researcher').map(({ unitId }) => unitId)
}

/** How many people gave each answer to the questions whose answers have no order; for whoever reads every answer anyway. */
export function countChoices(scales: readonly Scale[], answers: readonly { values: Given }[], language: string): Chosen[] {
  return placesOf(scales)
    .filter(({ scale }) => scale.kind === 'choice')
    .map(({ at, item, scale }) => ({
      question: inLanguage(item.text, language),
      answers: optionsOf(scale, language).map(({ value, label }) => ({
        label,
        people: answers.filter(({ values }) => values[at] === value).length,
      })),
    }))
}

const ID_LENGTH = 36
const MARK_LENGTH = 2 * ID_LENGTH
const ID_BYTES = 16
const PSEUDONYM_BYTES = 12
// As many bytes as a number holds exactly.
const ORDERING_BYTES = 6
const ROWS_A_PIECE = 4000

/** The rows of a download by pseudonym; kept as numbers and bytes, since objects would take ten times the room. */
export type Order = { marks: string; pseudonyms: Buffer; rows: Uint32Array }

/**
 * Gives everybody a pseudonym, which stands for a person in one survey: the same in every file of it, another in every other
 * survey, and no way back without the key. Ordered by it, a file tells neither who nor when.
 */
export function orderOf({ marks, key }: Pick<Download, 'marks' | 'key'>): Order {
  const pseudonyms = pseudonymsOf(marks, key)
  const places = new Float64Array(pseudonyms.length / ID_BYTES)
  for (const row of places.keys()) places[row] = pseudonyms.readUIntBE(row * ID_BYTES, ORDERING_BYTES)
  // Two of one person stand by their ids, which are random; as they came, they would tell which was first.
  const byId = (a: number, b: number) => (idOf(marks, a) < idOf(marks, b) ? -1 : 1)
  const rows = Uint32Array.from(places.keys()).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || byId(a, b))
  return { marks, pseudonyms, rows }
}

/**
 * An id is one block of the cipher, and the same block is to become the same pseudonym: so all are enciphered at once, each by
 * itself. A keyed hash would hide as well, but takes a quarter of a second for a hundred thousand people.
 */
function pseudonymsOf(marks: string, key: KeyObject): Buffer {
  const people = Buffer.alloc((marks.length / MARK_LENGTH) * ID_BYTES)
  for (let row = 0; row * MARK_LENGTH < marks.length; row++) {
    const who = marks.slice(row * MARK_LENGTH + ID_LENGTH, (row + 1) * MARK_LENGTH)
    people.write(who.replaceAll('-', ''), row * ID_BYTES, 'hex')
  }
  return createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(people)
}

/** The ids of rows with their pseudonyms, as many as are read at once, in the order of the file. */
export function* piecesOf({ marks, pseudonyms, rows }: Order): Generator<Map<string, string>> {
  const pseudonymOf = (row: number) => pseudonyms.toString('hex', row * ID_BYTES, row * ID_BYTES + PSEUDONYM_BYTES)
  for (let from = 0; from < rows.length; from += ROWS_A_PIECE)
    yield new Map(Array.from(rows.subarray(from, from + ROWS_A_PIECE), (row) => [idOf(marks, row), pseudonymOf(row)]))
}

function idOf(marks: string, row: number): string {
  return marks.slice(row * MARK_LENGTH, row * MARK_LENGTH + ID_LENGTH)
}

/** What was answered to a question, in words. */
export function wordOf(place: Place, given: Given, language: string): string {
  const answer = given[place.at] ?? null
  if (answer === null) return ''
  if (typeof answer === 'string') return answer
  return optionsOf(place.scale, language).find(({ value }) => value === answer)?.label ?? String(answer)
}

/** The columns of a file of answers: one for each question, by its number and its key. */
export function columnsOf(scales: readonly Scale[]): { name: string; place: Place }[] {
  return placesOf(scales).map((place) => ({ name: `q${place.at + 1}_${place.item.key}`, place }))
}

const FIXED = ['person', 'unit', 'group'] as const

/** The first line of the file of answers. */
export function headerOf(scales: readonly Scale[]): string[] {
  return [...FIXED, ...columnsOf(scales).map(({ name }) => name)]
}

/** A line of the file of answers. */
export type Line = (string | number | null)[]

/** The lines of a piece of the file. What is no longer there has none. */
export function linesOf({ survey, unitNames }: Download, piece: ReadonlyMap<string, string>, answers: readonly KeptAnswer[]): Line[] {
  const places = placesOf(survey.scales)
  const kept = new Map(answers.map((answer) => [answer.id, answer]))
  return [...piece].flatMap(([id, pseudonym]) => {
    const answer = kept.get(id)
    if (!answer) return []
    const values: Given = JSON.parse(answer.answers)
    return [[pseudonym, unitNames.get(answer.unitId) ?? '', answer.group, ...places.map((place) => values[place.at] ?? null)]]
  })
}

type Described = Pick<ResearchSurvey, 'id' | 'title' | 'askedBy' | 'opensOn' | 'closesOn'> & { scales: readonly Scale[] }

/** What the columns of the file mean, as a data package (Frictionless Data, version 1). */
export function packageOf(survey: Described, language: string) {
  const person = 'Stands for a person within this survey alone; it is made with a key that is in no file.'
  const group = 'leading, teaching or other, where groups were declared before the opening; else empty'
  const fixed = [
    { name: FIXED[0], type: 'string', description: person },
    { name: FIXED[1], type: 'string', description: 'The school or place with which the answer is counted.' },
    { name: FIXED[2], type: 'string', description: group },
  ]
  const title = inLanguage(survey.title, language)
  return {
    profile: 'tabular-data-package',
    name: `survey-${survey.id}`,
    title,
    description: `${title}, ${survey.opensOn}/${survey.closesOn}. Confidential: for research alone, not to be passed on.`,
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'answers',
        path: fileNameOf('answers', survey.title, survey.askedBy, language),
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
        schema: { fields: [...fixed, ...columnsOf(survey.scales).map((column) => fieldOf(column, language))], missingValues: [''] },
      },
    ],
  }
}

/** Cells that a spreadsheet could take for a formula begin with an apostrophe; the description says so. */
function fieldOf({ name, place }: { name: string; place: Place }, language: string) {
  const { item, scale, options } = place
  const title = inLanguage(item.text, language)
  if (options === 0) return { name, type: 'string', title, description: 'Words; an apostrophe before = + - @ guards spreadsheets.' }
  const words = optionsOf(scale, language).map(({ value, label }) => `${value} = ${label}`)
  const reversed = item.reversed ? ' Counted the other way round in its scale.' : ''
  const description = `${inLanguage(scale.name, language)}: ${words.join(', ')}.${reversed}`
  return { name, type: 'integer', title, description, constraints: { minimum: 1, maximum: options } }
}
