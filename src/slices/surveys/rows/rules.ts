import { createHmac, type KeyObject } from 'node:crypto'
import type { Scope } from '../../../access/scope.ts'
import { inLanguage, leadsHere, optionsOf, type Place, placesOf } from '../rules.ts'
import type { Mode, Scale } from '../schema.ts'
import type { Given } from '../responding/schema.ts'
import type { ResearchSurvey } from './schema.ts'

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

/** What stands for a person in one survey: the same in every file of it, another in every other survey, and no way back without the key. */
export function pseudonymOf(key: KeyObject, who: string): string {
  return createHmac('sha256', key).update(who).digest('hex').slice(0, 24)
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

type Row = { pseudonym: string; unit: string; group: string | null; answers: string }

/** The file of answers, by pseudonym, so that its order tells nothing either; a row is made when it is asked for. */
export function sheetOf(scales: readonly Scale[], rows: readonly Row[]) {
  const columns = columnsOf(scales)
  // By their first digits as a number: to compare a hundred thousand words takes a third of a second.
  const placed = rows.map((row) => ({ row, place: Number.parseInt(row.pseudonym.slice(0, 12), 16) }))
  const sorted = placed.toSorted((a, b) => a.place - b.place).map(({ row }) => row)
  return { header: [...FIXED, ...columns.map(({ name }) => name)], rows: linesOf(sorted, columns) }
}

function* linesOf(rows: readonly Row[], columns: readonly { place: Place }[]): Generator<(string | number | null)[]> {
  for (const { pseudonym, unit, group, answers } of rows) {
    const values: Given = JSON.parse(answers)
    yield [pseudonym, unit, group, ...columns.map(({ place }) => values[place.at] ?? null)]
  }
}

type Described = { id: string; title: Record<string, string>; scales: readonly Scale[]; opensOn: string; closesOn: string }

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
        path: 'answers.csv',
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
