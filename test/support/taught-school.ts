import { newId } from '../../src/platform/ids.ts'
import { addPerson, addUnit, grantRole } from '../../src/slices/organizations/commands.ts'
import type { World } from './world.ts'

const TIMES: Record<string, [string, string]> = {
  '1': ['08:00', '08:50'],
  '2': ['08:55', '09:45'],
  '3': ['09:50', '10:40'],
  '4': ['10:45', '11:35'],
  '5': ['12:15', '13:05'],
  '6': ['13:10', '14:00'],
}

/** Gives Lincoln a bell schedule on Tuesdays and a grade 4 whose three teachers are free in period 5 and, but for Hana, in period 3. */
export async function teachAtLincoln(world: World): Promise<{ unitId: string; teacherIds: string[] }> {
  const { db } = world.deps
  const scope = await world.system()
  const { tenantId } = scope
  const schoolId = world.ids.schools.lincoln
  const unit = await addUnit(db, scope, { parentId: schoolId, kind: 'grade_level', name: 'Grade 4', grade: '04', subject: '' })
  const teacherIds: string[] = []
  for (const givenName of ['Ines', 'Kofi', 'Hana']) {
    const id = await addPerson(db, scope, { givenName, familyName: 'Four', email: '' })
    await grantRole(db, scope, id, { unitId: unit.id, role: 'teacher', beginsOn: '2026-08-01', endsOn: null })
    teacherIds.push(id)
  }
  const elsewhere = await addPerson(db, scope, { givenName: 'Paul', familyName: 'One', email: '' })
  const free = ['1', '2', '4', '6']
  const periods = [free, free, [...free, '3'], Object.keys(TIMES)]
  await db.transaction({ tenant: tenantId }, async (tx) => {
    for (const [period, [beginsAt, endsAt]] of Object.entries(TIMES))
      await tx
        .insertInto('bellPeriod')
        .values({ tenantId, id: newId(), schoolId, weekday: 2, period, beginsAt, endsAt, recordedAt: scope.now })
        .execute()
    for (const [index, personId] of [...teacherIds, elsewhere].entries()) {
      const classId = newId()
      const taught = { grades: [index < teacherIds.length ? '04' : '01'], subjects: [] }
      await tx
        .insertInto('class')
        .values({ tenantId, id: classId, schoolId, title: 'Class', kind: 'homeroom', ...taught, recordedAt: scope.now })
        .execute()
      await tx
        .insertInto('classPeriod')
        .values((periods[index] ?? []).map((period) => ({ tenantId, id: newId(), classId, period })))
        .execute()
      await tx
        .insertInto('enrollment')
        .values({ tenantId, id: newId(), classId, personId, role: 'teacher', recordedAt: scope.now })
        .execute()
    }
  })
  return { unitId: unit.id, teacherIds }
}
