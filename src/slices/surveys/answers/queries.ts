import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { Problem, refuse } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import { listNumberedSchools } from '../../measures/outside/identifiers/queries.ts'
import { knownSchools } from '../../measures/outside/identifiers/rules.ts'
import { matcherOf } from '../../measures/outside/matching/rules.ts'
import { BadSheet, readHeader, readRecords } from '../../measures/outside/sheet/rules.ts'
import type { Place } from '../rules.ts'
import { guessColumns, whyNotColumns } from './columns/rules.ts'
import { groupNamed, rowReader } from './reading/rules.ts'
import type { Columns, Fault, Preview, ReadRow, Source } from './schema.ts'

type At = { id: string; name: string }

/** A file of answers: whose questionnaire, from which place, and what is said of its columns if anything is. */
export type AnswersFile = { bytes: Uint8Array; places: readonly Place[]; columns: Columns | undefined }

const SHOWN_FAULTS = 200

/** What a file of answers would do; nothing of it is kept. */
export async function previewAnswers(tx: Tx, scope: Scope, place: At, file: AnswersFile): Promise<Preview> {
  const names = new Map((await listNumberedSchools(tx, scope, place)).map(({ id, name }) => [id, name]))
  const [byPlace, byRole] = [new Map<string, number>(), new Map<string, number>()]
  const told: Preview = { header: [], columns: emptyColumns(file), taken: 0, left: 0, faults: [], places: [], roles: [] }
  for await (const read of readAnswers(tx, scope, place, file)) {
    if (read.is === 'header') {
      told.header = read.header
      told.columns = read.columns
    } else if (read.is === 'faults') {
      told.left += 1
      told.faults.push(...read.faults.slice(0, SHOWN_FAULTS - told.faults.length))
    } else {
      told.taken += 1
      addOne(byPlace, read.answers.unitId)
      if (read.role) addOne(byRole, read.role)
    }
  }
  told.places = [...byPlace]
    .map(([unitId, n]) => ({ name: names.get(unitId) ?? place.name, n }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  told.roles = [...byRole].map(([found, n]) => ({ found, group: groupNamed(found), n }))
  return told
}

type Read =
  | { is: 'header'; header: string[]; columns: Columns }
  | { is: 'faults'; faults: Fault[] }
  | { is: 'answers'; answers: ReadRow; role: string }

/** Reads a file row by row; of whom a row is does not leave this function. */
export async function* readAnswers(tx: Tx, scope: Scope, place: At, file: AnswersFile): AsyncGenerator<Read> {
  const schools = await listNumberedSchools(tx, scope, place)
  const slugs = new Map(schools.map(({ id, slug }) => [id, slug]))
  const matcher = matcherOf(knownSchools(schools).map((one) => ({ ...one, identifiers: [slugs.get(one.id) ?? '', ...one.identifiers] })))
  let reader: ReturnType<typeof rowReader> | undefined
  let columns = emptyColumns(file)
  for await (const row of records(file.bytes)) {
    if (!reader) {
      const header = readHeader(row)
      columns = file.columns ?? guessColumns(header, file.places)
      refuse(file.columns && whyNotColumns(columns, header))
      reader = rowReader({ header, columns, places: file.places, matcher, at: place })
      yield { is: 'header', header, columns }
      continue
    }
    const read = reader(row)
    if (Array.isArray(read)) yield { is: 'faults', faults: read }
    else yield { is: 'answers', answers: read, role: columns.role === null ? '' : (row.cells[columns.role] ?? '').trim().slice(0, 60) }
  }
}

/** Where the answers of a survey come from, if it was not asked here. */
export async function findSource(tx: Tx, scope: Scope, surveyId: string): Promise<Source | undefined> {
  return await tx
    .selectFrom('surveySource as source')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'source.tenantId').onRef('person.id', '=', 'source.broughtBy'))
    .select(['source.fileName', 'source.respondents', 'source.recordedAt'])
    .select(sql<string>`trim(coalesce(person.given_name, '') || ' ' || coalesce(person.family_name, ''))`.as('broughtBy'))
    .where('source.tenantId', '=', scope.tenantId)
    .where('source.surveyId', '=', surveyId)
    .executeTakeFirst()
}

/** The paths of places. */
export async function listPaths(tx: Tx, scope: Scope, ids: string[]): Promise<{ id: string; path: string[] }[]> {
  return await tx
    .selectFrom('unit')
    .select(['id', 'path'])
    .where('tenantId', '=', scope.tenantId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

async function* records(bytes: Uint8Array): AsyncGenerator<{ row: number; cells: string[] }> {
  let rows = 0
  try {
    for await (const row of readRecords(bytes)) {
      rows += 1
      yield row
    }
    if (rows < 2) throw new BadSheet(rows === 0 ? 'no_header' : 'no_rows', rows + 1)
  } catch (cause) {
    if (!(cause instanceof BadSheet)) throw cause
    throw new Problem(422, `measures.outside_file_${cause.fault}`, { values: { row: cause.row } })
  }
}

function emptyColumns({ places }: AnswersFile): Columns {
  return { school: null, role: null, respondent: null, items: places.map(() => null) }
}

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
