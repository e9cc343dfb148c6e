import { newId } from '../../../platform/ids.ts'
import { inBatches, rememberChange, rememberEnd, rememberNew } from '../links/commands.ts'
import type { Writing } from '../links/commands.ts'
import type { Noun } from '../nouns/schema.ts'
import type { Link, Steps } from '../plan/schema.ts'
import { writeMemberships } from '../memberships/commands.ts'

type Member = { personId: string; told: Noun<'person'>['told'] }
type Owners = Map<string, string>

/** Writes the people of a load with their memberships; somebody who was already here by the same address is that person. */
export async function writePeople(writing: Writing, steps: Steps<'person'>) {
  const owners = await listOwners(writing)
  const fresh = await addPeople(writing, steps.added, owners)
  const back = steps.added.filter((step): step is { noun: Noun<'person'>; link: Link<'person'> } => step.link !== undefined)
  const changed = [...back, ...steps.changed]
  await releaseAddresses(writing, changed, owners)
  for (const { noun, link } of changed) await changePerson(writing, noun, link, owners)
  await endPeople(writing, steps.ended)
  await writeMemberships(writing, [...fresh, ...changed.map(({ noun, link }) => ({ personId: link.nounId, told: noun.told }))])
}

/** Whose each address is, in small letters. */
async function listOwners({ tx, scope }: Writing): Promise<Owners> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'email'])
    .where('tenantId', '=', scope.tenantId)
    .where('email', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [(row.email ?? '').toLowerCase(), row.id]))
}

async function addPeople(writing: Writing, added: Steps<'person'>['added'], owners: Owners): Promise<Member[]> {
  const linked = new Set(writing.known.person.values())
  const fresh: { noun: Noun<'person'>; nounId: string; isNew: boolean }[] = []
  for (const { noun, link } of added) {
    if (link) continue
    const here = owners.get(noun.told.email)
    const isNew = here === undefined || linked.has(here)
    const nounId = isNew ? newId() : here
    if (noun.told.email && here === undefined) owners.set(noun.told.email, nounId)
    linked.add(nounId)
    fresh.push({ noun, nounId, isNew })
  }
  await insertPeople(
    writing,
    fresh.filter((one) => one.isNew),
    owners,
  )
  await reopen(
    writing,
    fresh.filter((one) => !one.isNew).map((one) => one.nounId),
  )
  await rememberNew(writing, 'person', fresh)
  return fresh.map(({ noun, nounId }) => ({ personId: nounId, told: noun.told }))
}

async function insertPeople({ tx, scope }: Writing, fresh: readonly { noun: Noun<'person'>; nounId: string }[], owners: Owners) {
  await inBatches(fresh, async (batch) => {
    const rows = batch.map(({ noun: { told }, nounId }) => ({
      tenantId: scope.tenantId,
      id: nounId,
      givenName: told.given,
      familyName: told.family,
      // An address that somebody else has stays theirs.
      email: owners.get(told.email) === nounId ? told.email : null,
      recordedAt: scope.now,
    }))
    await tx.insertInto('person').values(rows).execute()
  })
}

async function reopen({ tx, scope }: Writing, ids: readonly string[]) {
  if (ids.length === 0) return
  await tx
    .updateTable('person')
    .set({ endedOn: null })
    .where('tenantId', '=', scope.tenantId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Two people may have swapped addresses: all that change are free before the first is given anew. */
async function releaseAddresses(
  { tx, scope }: Writing,
  changed: readonly { noun: Noun<'person'>; link: Link<'person'> }[],
  owners: Owners,
) {
  const moving = changed.filter(({ noun, link }) => noun.told.email !== link.told.email).map(({ link }) => link.nounId)
  if (moving.length === 0) return
  await tx.updateTable('person').set({ email: null }).where('tenantId', '=', scope.tenantId).where('id', 'in', moving).execute()
  for (const [email, owner] of owners) if (moving.includes(owner)) owners.delete(email)
}

async function changePerson(writing: Writing, noun: Noun<'person'>, link: Link<'person'>, owners: Owners) {
  const { tx, scope } = writing
  const { told } = noun
  const isMoving = told.email !== link.told.email
  const email = told.email !== '' && !owners.has(told.email) ? told.email : null
  if (isMoving && email) owners.set(email, link.nounId)
  await tx
    .updateTable('person')
    .set((where) => ({
      endedOn: null,
      version: where('version', '+', 1),
      ...(told.given === link.told.given && told.family === link.told.family ? {} : { givenName: told.given, familyName: told.family }),
      ...(isMoving ? { email } : {}),
    }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', link.nounId)
    .execute()
  await rememberChange(writing, noun, link)
}

/** Whoever has left the district loses every role, also those given by hand. */
async function endPeople(writing: Writing, ended: readonly Link<'person'>[]) {
  const { tx, scope, today } = writing
  await inBatches(ended, async (batch) => {
    const ids = batch.map((link) => link.nounId)
    await tx
      .updateTable('person')
      .set((where) => ({ endedOn: today, version: where('version', '+', 1) }))
      .where('tenantId', '=', scope.tenantId)
      .where('id', 'in', ids)
      .execute()
    await tx
      .updateTable('membership')
      .set((where) => ({ endsOn: where.fn<string>('greatest', [where.ref('beginsOn'), where.cast<string>(where.val(today), 'date')]) }))
      .where('tenantId', '=', scope.tenantId)
      .where('personId', 'in', ids)
      .where('endsOn', 'is', null)
      .execute()
  })
  await rememberEnd(writing, ended)
}
