import { newId } from '../../../platform/ids.ts'
import { inBatches, writeKind } from '../links/commands.ts'
import type { Writing } from '../links/commands.ts'
import type { ClassTold } from '../nouns/schema.ts'
import type { Plan } from '../plan/schema.ts'
import { classColumns, courseColumns, enrollmentColumns, sessionColumns, studentColumns } from './rules.ts'

/** Writes what is taught: sessions, courses, classes with their periods, and who teaches them. */
export async function writeTeaching(writing: Writing, plan: Plan) {
  await writeSessions(writing, plan)
  await writeCourses(writing, plan)
  await writeClasses(writing, plan)
  await writeEnrollments(writing, plan)
  await writeStudents(writing, plan)
}

async function writeSessions(writing: Writing, plan: Plan) {
  const { tx, scope, today } = writing
  await writeKind(writing, plan.session, {
    kind: 'session',
    columns: sessionColumns,
    insert: (rows) => tx.insertInto('academicSession').values(rows).execute(),
    change: (id, columns) =>
      tx.updateTable('academicSession').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute(),
    end: (ids) =>
      tx.updateTable('academicSession').set({ endedOn: today }).where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute(),
  })
}

async function writeCourses(writing: Writing, plan: Plan) {
  const { tx, scope, today } = writing
  await writeKind(writing, plan.course, {
    kind: 'course',
    columns: courseColumns,
    insert: (rows) => tx.insertInto('course').values(rows).execute(),
    change: (id, columns) => tx.updateTable('course').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute(),
    end: (ids) => tx.updateTable('course').set({ endedOn: today }).where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute(),
  })
}

async function writeClasses(writing: Writing, plan: Plan) {
  const { tx, scope, today, known } = writing
  const parts: { id: string; told: ClassTold }[] = []
  await writeKind(writing, plan.class, {
    kind: 'class',
    columns: (told) => classColumns(told, known),
    insert: (rows) => tx.insertInto('class').values(rows).execute(),
    change: (id, columns) => tx.updateTable('class').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute(),
    end: (ids) => tx.updateTable('class').set({ endedOn: today }).where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute(),
    parts: async (id, told) => void parts.push({ id, told }),
  })
  await inBatches(parts, (batch) => writeClassParts(writing, batch))
}

/** In which terms and periods classes meet, all of it anew. */
async function writeClassParts({ tx, scope, known }: Writing, classes: readonly { id: string; told: ClassTold }[]) {
  const ids = classes.map((one) => one.id)
  const row = (classId: string) => ({ tenantId: scope.tenantId, id: newId(), classId })
  await tx.deleteFrom('classPeriod').where('tenantId', '=', scope.tenantId).where('classId', 'in', ids).execute()
  await tx.deleteFrom('classSession').where('tenantId', '=', scope.tenantId).where('classId', 'in', ids).execute()
  const periods = classes.flatMap(({ id, told }) => told.periods.map((period) => ({ ...row(id), period })))
  const sessions = classes.flatMap(({ id, told }) => {
    const terms = new Set(told.terms.map((term) => known.session.get(term)))
    return [...terms].flatMap((sessionId) => (sessionId ? [{ ...row(id), sessionId }] : []))
  })
  await inBatches(periods, (batch) => tx.insertInto('classPeriod').values(batch).execute())
  await inBatches(sessions, (batch) => tx.insertInto('classSession').values(batch).execute())
}

async function writeEnrollments(writing: Writing, plan: Plan) {
  const { tx, scope, today, known } = writing
  await writeKind(writing, plan.enrollment, {
    kind: 'enrollment',
    columns: (told) => enrollmentColumns(told, known),
    insert: (rows) => tx.insertInto('enrollment').values(rows).execute(),
    change: (id, columns) =>
      tx.updateTable('enrollment').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute(),
    end: (ids) =>
      tx.updateTable('enrollment').set({ endedOn: today }).where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute(),
  })
}

async function writeStudents(writing: Writing, plan: Plan) {
  const { tx, scope, today, known } = writing
  await writeKind(writing, plan.student, {
    kind: 'student',
    columns: (told) => studentColumns(told, known),
    insert: (rows) => tx.insertInto('studentEnrollment').values(rows).execute(),
    change: (id, columns) =>
      tx.updateTable('studentEnrollment').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute(),
    end: (ids) =>
      tx.updateTable('studentEnrollment').set({ endedOn: today }).where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute(),
  })
}
