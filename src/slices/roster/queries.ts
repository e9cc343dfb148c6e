import type { Db, Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import { inIdentity } from '../../access/scope.ts'
import type { Scope } from '../../access/scope.ts'
import { offTerm, teachingDay } from './rules.ts'
import type { Term } from './rules.ts'

/** One class that somebody teaches, with the periods in which it meets. */
export type Teaching = { personId: string; classId: string; title: string; grades: string[]; subjects: string[]; periods: string[] }

/** Who teaches what in a school on a day, or, out of term, as it was last; a class without terms counts on every day. */
export async function listTeaching(tx: Tx, scope: Scope, schoolId: string, today: string): Promise<Teaching[]> {
  const terms = await listTerms(tx, scope, schoolId)
  const day = teachingDay(terms, today)
  const rows = await tx
    .selectFrom('enrollment')
    .innerJoin('class', (on) => on.onRef('class.tenantId', '=', 'enrollment.tenantId').onRef('class.id', '=', 'enrollment.classId'))
    .select(['enrollment.personId', 'class.id as classId', 'class.title', 'class.grades', 'class.subjects'])
    .where('enrollment.tenantId', '=', scope.tenantId)
    .where('class.schoolId', '=', schoolId)
    .where('enrollment.role', '=', 'teacher')
    .where('enrollment.endedOn', 'is', null)
    .where('class.endedOn', 'is', null)
    .where((where) => where.or([where('enrollment.beginsOn', 'is', null), where('enrollment.beginsOn', '<=', day)]))
    .where((where) => where.or([where('enrollment.endsOn', 'is', null), where('enrollment.endsOn', '>=', day)]))
    .orderBy('class.title')
    .execute()
  const periods = await periodsOf(tx, scope, schoolId)
  const off = offTerm(terms, day)
  return rows.filter((row) => !off.has(row.classId)).map((row) => ({ ...row, periods: periods.get(row.classId) ?? [] }))
}

/** The tenant that an address names, for programs that act from outside. */
export async function findTenantId(db: Db, slug: string): Promise<string | undefined> {
  const row = await inIdentity(db, undefined, (tx) =>
    tx.selectFrom('identity.tenant').select('tenantId').where('slug', '=', slug).executeTakeFirst(),
  )
  return row?.tenantId
}

/** The unit of the tenant itself, at which the right to load a roster is asked for. */
export async function findRoot(tx: Tx, scope: Scope) {
  const root = await tx
    .selectFrom('unit')
    .select(['id', 'path', 'kind', 'name'])
    .where('tenantId', '=', scope.tenantId)
    .where('parentId', 'is', null)
    .executeTakeFirst()
  return found(root)
}

async function periodsOf(tx: Tx, scope: Scope, schoolId: string) {
  const rows = await tx
    .selectFrom('classPeriod')
    .innerJoin('class', (on) => on.onRef('class.tenantId', '=', 'classPeriod.tenantId').onRef('class.id', '=', 'classPeriod.classId'))
    .select(['classPeriod.classId', 'classPeriod.period'])
    .where('classPeriod.tenantId', '=', scope.tenantId)
    .where('class.schoolId', '=', schoolId)
    .orderBy('classPeriod.period')
    .execute()
  const periods = new Map<string, string[]>()
  for (const { classId, period } of rows) periods.set(classId, [...(periods.get(classId) ?? []), period])
  return periods
}

/** In which terms the school's classes are. */
async function listTerms(tx: Tx, scope: Scope, schoolId: string): Promise<Term[]> {
  return await tx
    .selectFrom('classSession')
    .innerJoin('class', (on) => on.onRef('class.tenantId', '=', 'classSession.tenantId').onRef('class.id', '=', 'classSession.classId'))
    .innerJoin('academicSession as session', (on) =>
      on.onRef('session.tenantId', '=', 'classSession.tenantId').onRef('session.id', '=', 'classSession.sessionId'),
    )
    .select(['classSession.classId', 'session.beginsOn', 'session.endsOn'])
    .where('classSession.tenantId', '=', scope.tenantId)
    .where('class.schoolId', '=', schoolId)
    .where('class.endedOn', 'is', null)
    .execute()
}
