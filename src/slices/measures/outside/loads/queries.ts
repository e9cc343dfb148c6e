import { sql } from 'kysely'
import { readFile } from '../../../../platform/files.ts'
import type { Tx } from '../../../../platform/database.ts'
import { found } from '../../../../platform/problem.ts'
import type { Scope } from '../../../../access/scope.ts'
import { matcherOf } from '../matching/rules.ts'
import { knownSchools } from '../identifiers/rules.ts'
import { listNumberedSchools } from '../identifiers/queries.ts'
import { readHeader, readRecords } from '../sheet/rules.ts'
import { schoolReader } from './reading/rules.ts'
import type { OutsideLoad, ReadFile } from './schema.ts'

type LoadLine = Pick<OutsideLoad, 'id' | 'fileName' | 'loadedBy' | 'recordedAt'>

/** Files that were handed in at a place and are not loaded, the newest first. */
export async function listLoads(tx: Tx, scope: Scope, place: { id: string }): Promise<LoadLine[]> {
  return await loads(tx, scope, place).orderBy('load.recordedAt', 'desc').orderBy('load.id', 'desc').execute()
}

export async function findLoad(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<OutsideLoad> {
  const row = await loads(tx, scope, place)
    .select(['load.unitId', 'load.fileId', 'load.profile', 'load.choices', 'load.version'])
    .where('load.id', '=', id)
    .$castTo<OutsideLoad>() // `loads/commands.ts` alone writes both documents
    .executeTakeFirst()
  return found(row)
}

/** The load, held until the end of the transaction: two people could load it at once. */
export async function lockLoad(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<OutsideLoad> {
  await tx
    .selectFrom('outsideLoad')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', place.id)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return await findLoad(tx, scope, place, id)
}

/** What a file would do now, with what has been chosen and the schools that are known. */
export async function readLoad(tx: Tx, scope: Scope, load: OutsideLoad): Promise<ReadFile> {
  const file = await readFile(tx, scope.tenantId, load.fileId)
  const schools = await listNumberedSchools(tx, scope, { id: load.unitId })
  const matcher = matcherOf(knownSchools(schools))
  let reader: ReturnType<typeof schoolReader> | undefined
  for await (const row of readRecords(file.bytes)) {
    if (reader) reader.tell(row)
    else reader = schoolReader({ header: readHeader(row), choices: load.choices, matcher })
  }
  return reader?.result() ?? { schools: [], defects: [] }
}

function loads(tx: Tx, scope: Scope, place: { id: string }) {
  return tx
    .selectFrom('outsideLoad as load')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'load.tenantId').onRef('person.id', '=', 'load.loadedBy'))
    .select(['load.id', 'load.fileName', 'load.recordedAt'])
    .select(sql<string>`trim(coalesce(person.given_name, '') || ' ' || coalesce(person.family_name, ''))`.as('loadedBy'))
    .where('load.tenantId', '=', scope.tenantId)
    .where('load.unitId', '=', place.id)
}
