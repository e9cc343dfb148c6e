import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { found } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import { lockResource } from '../queries.ts'
import type { Said, UseFacts } from '../schema.ts'
import type { Evidence, Life, Origin, Outcome, Recognition, Repurposing, Retirement, Use } from './schema.ts'

/** The whole life of one resource that the person may read. */
export async function findLife(tx: Tx, scope: Scope, resourceId: string): Promise<Life> {
  return {
    recognitions: await listRecognitions(tx, scope, resourceId),
    uses: await listUses(tx, scope, resourceId),
    repurposings: await listRepurposings(tx, scope, resourceId),
    origins: await listOrigins(tx, scope, resourceId),
    retirement: await findRetirement(tx, scope, resourceId),
  }
}

/** A use with its resource held, or the one 404 where the resource may not be read. */
export async function lockUse(tx: Tx, scope: Scope, useId: string) {
  const row = await tx
    .selectFrom('resourceUse')
    .leftJoin('useEnding', (on) =>
      on.onRef('useEnding.tenantId', '=', 'resourceUse.tenantId').onRef('useEnding.useId', '=', 'resourceUse.id'),
    )
    .select(['resourceUse.id', 'resourceUse.resourceId', 'resourceUse.beganOn', 'resourceUse.goalId', 'useEnding.endedOn'])
    .where('resourceUse.tenantId', '=', scope.tenantId)
    .where('resourceUse.id', '=', useId)
    .executeTakeFirst()
  const use = found(row)
  return { ...use, resource: await lockResource(tx, scope, use.resourceId) }
}

export async function lockRepurposing(tx: Tx, scope: Scope, id: string) {
  const row = await tx
    .selectFrom('repurposing')
    .select(['resourceId', 'occurredOn'])
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  const repurposing = found(row)
  return { ...repurposing, resource: await lockResource(tx, scope, repurposing.resourceId) }
}

export type UseOfResource = UseFacts & {
  id: string
  resourceId: string
  purpose: string
  minutesPerWeek: number | null
  personIds: string[]
}

/** What states follow from, for many resources at once: one row a use. */
export async function listUseFacts(tx: Tx, scope: Scope, resourceIds: readonly string[]): Promise<UseOfResource[]> {
  const { rows } = await sql<UseOfResource>`
    select u.id, u.resource_id, u.goal_id, u.began_on, u.purpose, u.minutes_per_week, e.ended_on, r.id is not null as repurposed,
      array(select v.observed_on::text from use_evidence v where v.tenant_id = u.tenant_id and v.use_id = u.id) as evidence_on,
      array(select p.person_id::text from resource_use_person p where p.tenant_id = u.tenant_id and p.use_id = u.id) as person_ids
    from resource_use u
    left join use_ending e on e.tenant_id = u.tenant_id and e.use_id = u.id
    left join repurposing r on r.tenant_id = u.tenant_id and r.use_id = u.id
    where u.tenant_id = ${scope.tenantId} and u.resource_id = any(${[...resourceIds]}::uuid[])
    order by u.began_on, u.id`.execute(tx)
  return rows
}

const NAME = sql<string | null>`nullif(trim(person.given_name || ' ' || person.family_name), '')`

/** Who named a resource, when and why. */
export async function listRecognitions(tx: Tx, scope: Scope, resourceId: string): Promise<Recognition[]> {
  return await tx
    .selectFrom('recognition')
    .leftJoin('person', (on) =>
      on.onRef('person.tenantId', '=', 'recognition.tenantId').onRef('person.id', '=', 'recognition.recognizedBy'),
    )
    .select(['recognition.id', 'recognition.occurredOn', 'recognition.reason', 'recognition.recognizedBy as byId', NAME.as('by')])
    .where('recognition.tenantId', '=', scope.tenantId)
    .where('recognition.resourceId', '=', resourceId)
    .orderBy('recognition.occurredOn')
    .execute()
}

async function listUses(tx: Tx, scope: Scope, resourceId: string): Promise<Use[]> {
  const rows = await tx
    .selectFrom('resourceUse')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'resourceUse.tenantId').onRef('person.id', '=', 'resourceUse.recordedBy'))
    .leftJoin('useEnding', (on) =>
      on.onRef('useEnding.tenantId', '=', 'resourceUse.tenantId').onRef('useEnding.useId', '=', 'resourceUse.id'),
    )
    .selectAll('resourceUse')
    .select(['useEnding.endedOn', 'useEnding.reason as endReason', 'useEnding.whatChanged as endChange', NAME.as('by')])
    .where('resourceUse.tenantId', '=', scope.tenantId)
    .where('resourceUse.resourceId', '=', resourceId)
    .orderBy('resourceUse.beganOn', 'desc')
    .execute()
  const ids = rows.map((row) => row.id)
  const [people, evidence, generated] = [
    await listUsers(tx, scope, ids),
    await listEvidence(tx, scope, ids),
    await listGenerated(tx, scope, ids),
  ]
  return rows.map((row) => ({
    ...row,
    people: people.filter((one) => one.useId === row.id),
    evidence: evidence.filter((one) => one.useId === row.id),
    generated: generated.filter((one) => one.useId === row.id),
    ending: row.endedOn ? { endedOn: row.endedOn, reason: row.endReason ?? '', whatChanged: row.endChange ?? '' } : null,
  }))
}

async function listUsers(tx: Tx, scope: Scope, useIds: string[]) {
  if (useIds.length === 0) return []
  return await tx
    .selectFrom('resourceUsePerson')
    .innerJoin('person', (on) =>
      on.onRef('person.tenantId', '=', 'resourceUsePerson.tenantId').onRef('person.id', '=', 'resourceUsePerson.personId'),
    )
    .select(['resourceUsePerson.useId', 'person.id', sql<string>`trim(given_name || ' ' || family_name)`.as('name')])
    .where('resourceUsePerson.tenantId', '=', scope.tenantId)
    .where('resourceUsePerson.useId', 'in', useIds)
    .orderBy('name')
    .execute()
}

async function listEvidence(tx: Tx, scope: Scope, useIds: string[]): Promise<Evidence[]> {
  if (useIds.length === 0) return []
  return await tx
    .selectFrom('useEvidence')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'useEvidence.tenantId').onRef('person.id', '=', 'useEvidence.recordedBy'))
    .select(['useEvidence.id', 'useEvidence.useId', 'useEvidence.observedOn', 'useEvidence.text', 'useEvidence.link', NAME.as('by')])
    .where('useEvidence.tenantId', '=', scope.tenantId)
    .where('useEvidence.useId', 'in', useIds)
    .orderBy('useEvidence.observedOn')
    .execute()
}

/** What came out of these uses, as far as the person may read it. */
async function listGenerated(tx: Tx, scope: Scope, useIds: string[]) {
  if (useIds.length === 0) return []
  return await tx
    .selectFrom('generation')
    .innerJoin('resource', (on) =>
      on.onRef('resource.tenantId', '=', 'generation.tenantId').onRef('resource.id', '=', 'generation.resourceId'),
    )
    .select(['generation.useId', 'generation.resourceId', 'generation.occurredOn', 'resource.name'])
    .where('generation.tenantId', '=', scope.tenantId)
    .where('generation.useId', 'in', useIds)
    .where(visibleTo(scope, 'resource'))
    .$castTo<{ useId: string; resourceId: string; occurredOn: string; name: Said }>() // names are written by this slice alone
    .execute()
}

async function listRepurposings(tx: Tx, scope: Scope, resourceId: string): Promise<Repurposing[]> {
  const rows = await tx
    .selectFrom('repurposing')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'repurposing.tenantId').onRef('person.id', '=', 'repurposing.recordedBy'))
    .selectAll('repurposing')
    .select(NAME.as('by'))
    .where('repurposing.tenantId', '=', scope.tenantId)
    .where('repurposing.resourceId', '=', resourceId)
    .orderBy('repurposing.occurredOn', 'desc')
    .execute()
  const ids = rows.map((row) => row.id)
  const outcomes = await listOutcomes(tx, scope, ids)
  return rows.map((row) => ({ ...row, outcomes: outcomes.filter((one) => one.repurposingId === row.id) }))
}

async function listOutcomes(tx: Tx, scope: Scope, repurposingIds: string[]): Promise<Outcome[]> {
  if (repurposingIds.length === 0) return []
  return await tx
    .selectFrom('repurposingOutcome')
    .leftJoin('person', (on) =>
      on.onRef('person.tenantId', '=', 'repurposingOutcome.tenantId').onRef('person.id', '=', 'repurposingOutcome.recordedBy'),
    )
    .select(['repurposingOutcome.id', 'repurposingOutcome.repurposingId', 'repurposingOutcome.verdict', 'repurposingOutcome.text'])
    .select(['repurposingOutcome.observedOn', NAME.as('by')])
    .where('repurposingOutcome.tenantId', '=', scope.tenantId)
    .where('repurposingOutcome.repurposingId', 'in', repurposingIds)
    .orderBy('repurposingOutcome.observedOn')
    .$castTo<Outcome>() // the verdict's check constraint lists the same words
    .execute()
}

/** The uses out of which a resource came; a parent that the person may not read is left out. */
async function listOrigins(tx: Tx, scope: Scope, resourceId: string): Promise<Origin[]> {
  return await tx
    .selectFrom('generation')
    .innerJoin('resourceUse', (on) =>
      on.onRef('resourceUse.tenantId', '=', 'generation.tenantId').onRef('resourceUse.id', '=', 'generation.useId'),
    )
    .innerJoin('resource', (on) =>
      on.onRef('resource.tenantId', '=', 'resourceUse.tenantId').onRef('resource.id', '=', 'resourceUse.resourceId'),
    )
    .select([
      'generation.useId',
      'generation.occurredOn',
      'generation.reason',
      'resource.id as parentId',
      'resource.name as parentName',
      'resourceUse.purpose',
    ])
    .where('generation.tenantId', '=', scope.tenantId)
    .where('generation.resourceId', '=', resourceId)
    .where(visibleTo(scope, 'resource'))
    .$castTo<Origin>() // names are written by this slice alone
    .execute()
}

async function findRetirement(tx: Tx, scope: Scope, resourceId: string): Promise<Retirement | null> {
  const row = await tx
    .selectFrom('retirement')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'retirement.tenantId').onRef('person.id', '=', 'retirement.recordedBy'))
    .select(['retirement.retiredOn', 'retirement.reason', NAME.as('by')])
    .where('retirement.tenantId', '=', scope.tenantId)
    .where('retirement.resourceId', '=', resourceId)
    .executeTakeFirst()
  return row ?? null
}
