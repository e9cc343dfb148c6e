import type { Db, Tx } from '../../../platform/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import { notHere, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { whyNotMay } from '../../../access/policy.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import { insertRecognition, insertResource, personOf, refuseUnknown, rowOf } from '../commands.ts'
import { type LockedResource, lockResource } from '../queries.ts'
import { whyNotWhenRetired } from '../rules.ts'
import { listRecognitions, lockRepurposing, lockUse } from './queries.ts'
import { whyNotEnd, whyNotEvidence, whyNotOnDay, whyNotRecognize } from './rules.ts'
import type { EndingForm, EvidenceForm, GenerationForm, OutcomeForm, RecognitionForm, RepurposingForm, UseForm } from './schema.ts'

/** Names a resource as one: each person once. */
export async function recognizeResource(db: Db, scope: Scope, id: string, form: RecognitionForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const resource = await lockForUse(tx, scope, id, form.occurredOn)
    refuse(whyNotRecognize(await listRecognitions(tx, scope, id), scope.personId))
    await insertRecognition(tx, scope, id, form)
    await record(tx, scope, { verb: 'resource_recognized', noun: 'resource', nounId: id, unitId: resource.unitId, content: form })
  })
}

/** Puts a resource to use; who uses what nobody had named has thereby named it. */
export async function putToUse(db: Db, scope: Scope, id: string, form: UseForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const resource = await lockForUse(tx, scope, id, form.beganOn)
    const useId = await beginUse(tx, scope, resource, form)
    await record(tx, scope, { verb: 'resource_put_to_use', noun: 'resource', nounId: id, unitId: resource.unitId, content: form })
    return useId
  })
}

/** Ends a use, with what had changed by then. */
export async function endUse(db: Db, scope: Scope, useId: string, form: EndingForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const { resource, ...use } = await lockUse(tx, scope, useId)
    refuse(whyNotMay(scope, 'resource.use', { path: resource.unitPath }) ?? whyNotLate(scope, form.endedOn) ?? whyNotEnd(use, form.endedOn))
    await tx
      .insertInto('useEnding')
      .values({ ...form, ...rowOf(scope), useId, recordedBy: personOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'use_ended', noun: 'resource', nounId: resource.id, unitId: resource.unitId, content: form })
  })
}

/** Tells what was seen of a use's effect. */
export async function addEvidence(db: Db, scope: Scope, useId: string, form: EvidenceForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const { resource, ...use } = await lockUse(tx, scope, useId)
    refuse(
      whyNotMay(scope, 'resource.use', { path: resource.unitPath }) ??
        whyNotLate(scope, form.observedOn) ??
        whyNotEvidence(use, form.observedOn),
    )
    await tx
      .insertInto('useEvidence')
      .values({ ...form, ...rowOf(scope), useId, recordedBy: personOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'evidence_added', noun: 'resource', nounId: resource.id, unitId: resource.unitId, content: form })
  })
}

/** Turns a resource from one purpose to another: the new purpose is a use that begins on that day. */
export async function repurposeResource(db: Db, scope: Scope, id: string, form: RepurposingForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const resource = await lockForUse(tx, scope, id, form.occurredOn)
    const use = {
      goalId: form.goalId,
      beganOn: form.occurredOn,
      purpose: form.newPurpose,
      participants: form.forWhom,
      minutesPerWeek: form.minutesMoved,
      personIds: form.personIds,
    }
    const useId = await beginUse(tx, scope, resource, { content: '', structure: '', whatChanged: '', ...use })
    const row = rowOf(scope)
    const { goalId: _, personIds: __, ...columns } = form
    await tx
      .insertInto('repurposing')
      .values({ ...columns, ...row, resourceId: id, useId, recordedBy: personOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'resource_repurposed', noun: 'resource', nounId: id, unitId: resource.unitId, content: form })
    return row.id
  })
}

/** Tells what came of a re-purposing: whether it turned into what was hoped for. */
export async function recordOutcome(db: Db, scope: Scope, repurposingId: string, form: OutcomeForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const { resource, occurredOn } = await lockRepurposing(tx, scope, repurposingId)
    refuse(
      whyNotMay(scope, 'resource.use', { path: resource.unitPath }) ??
        whyNotLate(scope, form.observedOn) ??
        whyNotEvidence({ beganOn: occurredOn }, form.observedOn),
    )
    await tx
      .insertInto('repurposingOutcome')
      .values({ ...form, ...rowOf(scope), repurposingId, recordedBy: personOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'outcome_recorded', noun: 'resource', nounId: resource.id, unitId: resource.unitId, content: form })
  })
}

/** Brings a new resource forth out of a use, or out of several. */
export async function generateResource(db: Db, scope: Scope, useId: string, form: GenerationForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const parents = [useId, ...form.otherUseIds.filter((other) => other !== useId)]
    const uses = []
    for (const parent of parents) uses.push(await lockUse(tx, scope, parent))
    const first = uses[0]?.resource ?? notHere()
    refuse(whyNotLate(scope, form.occurredOn))
    for (const use of uses)
      refuse(whyNotMay(scope, 'resource.use', { path: use.resource.unitPath }) ?? whyNotEvidence(use, form.occurredOn))
    const { kind, name, description, occurredOn, reason } = form
    const unit = { id: first.unitId, kind: '', path: first.unitPath }
    const id = await insertResource(tx, scope, unit, { kind, name, description, circle: first.circle }, 'hand')
    const rows = parents.map((parent) => ({
      ...rowOf(scope),
      resourceId: id,
      useId: parent,
      occurredOn,
      reason,
      recordedBy: personOf(scope),
    }))
    await tx.insertInto('generation').values(rows).execute()
    await insertRecognition(tx, scope, id, { occurredOn, reason: '' })
    await record(tx, scope, { verb: 'resource_generated', noun: 'resource', nounId: id, unitId: unit.id, content: form })
    return id
  })
}

async function lockForUse(tx: Tx, scope: Scope, id: string, day: string): Promise<LockedResource> {
  const resource = await lockResource(tx, scope, id)
  refuse(whyNotMay(scope, 'resource.use', { path: resource.unitPath }) ?? whyNotWhenRetired(resource) ?? whyNotLate(scope, day))
  return resource
}

async function beginUse(tx: Tx, scope: Scope, resource: LockedResource, form: UseForm): Promise<string> {
  if (form.goalId) await requireGoal(tx, scope, form.goalId, resource.unitPath)
  await refuseUnknown(tx, scope, form)
  const row = rowOf(scope)
  const { personIds, ...columns } = form
  await tx
    .insertInto('resourceUse')
    .values({ ...columns, ...row, resourceId: resource.id, recordedBy: personOf(scope) })
    .execute()
  const people = [...new Set(personIds)].map((personId) => ({ tenantId: scope.tenantId, id: rowOf(scope).id, useId: row.id, personId }))
  if (people.length > 0) await tx.insertInto('resourceUsePerson').values(people).execute()
  await insertRecognition(tx, scope, resource.id, { occurredOn: form.beganOn, reason: '' })
  return row.id
}

/** A resource serves goals of its own place and of the places above. */
async function requireGoal(tx: Tx, scope: Scope, goalId: string, unitPath: string[]): Promise<void> {
  const goal = await tx
    .selectFrom('goal')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'goal'))
    .where('id', '=', goalId)
    .where('unitId', 'in', unitPath)
    .executeTakeFirst()
  if (!goal) notHere()
}

function whyNotLate(scope: Scope, day: string) {
  return whyNotOnDay(day, dayIn(scope.timeZone, scope.now))
}
