import type { Db, Tx } from '../../../platform/database.ts'
import { found, notHere, refuse, stale } from '../../../platform/problem.ts'
import { newRow } from '../../../access/new-row.ts'
import type { Scope } from '../../../access/scope.ts'
import { listMeasures } from '../../measures/queries.ts'
import { type At, writingInto } from '../writing/commands.ts'
import { countHeldBy, driverIn, ideaIn, listDrivers, listResourceChoices } from './queries.ts'
import { orderWith, whyNotRemoveDriver, whyNotRemoveIdea } from './rules.ts'
import type { DriverChange, DriverForm, IdeaMove, LinkForm } from './schema.ts'

/** Adds what has to change for the goal to be reached. */
export async function addDriver(db: Db, scope: Scope, place: At, strategyId: string, form: DriverForm): Promise<string> {
  const row = newRow(scope)
  await writingInto(db, scope, place, strategyId, { verb: 'driver_added', noun: 'driver', nounId: row.id, content: form }, async (tx) => {
    await refuseUnknownMeasure(tx, scope, place, form.measureId)
    const position = (await listDrivers(tx, scope, strategyId)).length + 1
    await tx
      .insertInto('driver')
      .values({ ...form, ...row, strategyId, position })
      .execute()
  })
  return row.id
}

export async function changeDriver(db: Db, scope: Scope, place: At, strategyId: string, id: string, form: DriverChange): Promise<void> {
  await writingInto(db, scope, place, strategyId, { verb: 'driver_changed', noun: 'driver', nounId: id, content: form }, async (tx) => {
    const driver = driverIn(await listDrivers(tx, scope, strategyId), id)
    await refuseUnknownMeasure(tx, scope, place, form.measureId)
    if (driver.version !== form.version) stale()
    const columns = { ...form, version: form.version + 1 }
    await tx.updateTable('driver').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
  })
}

/** Puts a driver before another one, or to the end. */
export async function moveDriver(db: Db, scope: Scope, place: At, strategyId: string, id: string, before: string): Promise<void> {
  await writingInto(db, scope, place, strategyId, { verb: 'driver_moved', noun: 'driver', nounId: id, content: { before } }, async (tx) => {
    const drivers = await listDrivers(tx, scope, strategyId)
    driverIn(drivers, id)
    await renumber(
      tx,
      scope,
      'driver',
      orderWith(
        drivers.map((driver) => driver.id),
        id,
        before,
      ),
    )
  })
}

export async function removeDriver(db: Db, scope: Scope, place: At, strategyId: string, id: string): Promise<void> {
  await writingInto(db, scope, place, strategyId, { verb: 'driver_removed', noun: 'driver', nounId: id, content: {} }, async (tx) => {
    refuse(whyNotRemoveDriver(driverIn(await listDrivers(tx, scope, strategyId), id)))
    await tx.deleteFrom('driver').where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
  })
}

/** Adds something to try for a driver. */
export async function addIdea(db: Db, scope: Scope, place: At, strategyId: string, driverId: string, statement: string): Promise<string> {
  const row = newRow(scope)
  await writingInto(
    db,
    scope,
    place,
    strategyId,
    { verb: 'idea_added', noun: 'change_idea', nounId: row.id, content: { statement } },
    async (tx) => {
      const driver = driverIn(await listDrivers(tx, scope, strategyId), driverId)
      await tx
        .insertInto('changeIdea')
        .values({ ...row, driverId, statement, position: driver.ideas.length + 1 })
        .execute()
    },
  )
  return row.id
}

type IdeaChange = { statement: string; version: number }

export async function changeIdea(db: Db, scope: Scope, place: At, strategyId: string, id: string, form: IdeaChange): Promise<void> {
  await writingInto(db, scope, place, strategyId, { verb: 'idea_changed', noun: 'change_idea', nounId: id, content: form }, async (tx) => {
    const { idea } = ideaIn(await listDrivers(tx, scope, strategyId), id)
    if (idea.version !== form.version) stale()
    const columns = { statement: form.statement, version: form.version + 1 }
    await tx.updateTable('changeIdea').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
  })
}

/** Puts a change idea under a driver, before another idea or to the end. */
export async function moveIdea(db: Db, scope: Scope, place: At, strategyId: string, id: string, form: IdeaMove): Promise<void> {
  await writingInto(db, scope, place, strategyId, { verb: 'idea_moved', noun: 'change_idea', nounId: id, content: form }, async (tx) => {
    const drivers = await listDrivers(tx, scope, strategyId)
    ideaIn(drivers, id)
    const driver = driverIn(drivers, form.driverId)
    await tx.updateTable('changeIdea').set({ driverId: driver.id }).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
    await renumber(
      tx,
      scope,
      'changeIdea',
      orderWith(
        driver.ideas.map((idea) => idea.id),
        id,
        form.before,
      ),
    )
  })
}

export async function removeIdea(db: Db, scope: Scope, place: At, strategyId: string, id: string): Promise<void> {
  await writingInto(db, scope, place, strategyId, { verb: 'idea_removed', noun: 'change_idea', nounId: id, content: {} }, async (tx) => {
    ideaIn(await listDrivers(tx, scope, strategyId), id)
    refuse(whyNotRemoveIdea(await countHeldBy(tx, scope, id)))
    await tx.deleteFrom('ideaResource').where('tenantId', '=', scope.tenantId).where('ideaId', '=', id).execute()
    await tx.deleteFrom('changeIdea').where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
  })
}

/** Says that a change idea uses, re-purposes or generates a resource; saying it again replaces how. */
export async function linkResource(db: Db, scope: Scope, place: At, strategyId: string, ideaId: string, form: LinkForm): Promise<void> {
  await writingInto(
    db,
    scope,
    place,
    strategyId,
    { verb: 'resource_linked', noun: 'change_idea', nounId: ideaId, content: form },
    async (tx) => {
      ideaIn(await listDrivers(tx, scope, strategyId), ideaId)
      const choices = await listResourceChoices(tx, scope, place)
      found(choices.find((choice) => choice.id === form.resourceId))
      await tx
        .insertInto('ideaResource')
        .values({ ...form, ...newRow(scope), ideaId })
        .onConflict((conflict) => conflict.columns(['tenantId', 'ideaId', 'resourceId', 'way']).doUpdateSet({ how: form.how }))
        .execute()
    },
  )
}

export async function unlinkResource(db: Db, scope: Scope, place: At, strategyId: string, ideaId: string, linkId: string): Promise<void> {
  await writingInto(
    db,
    scope,
    place,
    strategyId,
    { verb: 'resource_unlinked', noun: 'change_idea', nounId: ideaId, content: { linkId } },
    async (tx) => {
      ideaIn(await listDrivers(tx, scope, strategyId), ideaId)
      const gone = await tx
        .deleteFrom('ideaResource')
        .where('tenantId', '=', scope.tenantId)
        .where('ideaId', '=', ideaId)
        .where('id', '=', linkId)
        .executeTakeFirst()
      if (gone.numDeletedRows === 0n) notHere()
    },
  )
}

async function refuseUnknownMeasure(tx: Tx, scope: Scope, place: At, measureId: string | null): Promise<void> {
  if (measureId) found((await listMeasures(tx, scope, place)).find((measure) => measure.id === measureId))
}

async function renumber(tx: Tx, scope: Scope, table: 'driver' | 'changeIdea', ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await tx
      .updateTable(table)
      .set({ position: index + 1 })
      .where('tenantId', '=', scope.tenantId)
      .where('id', '=', id)
      .execute()
  }
}
