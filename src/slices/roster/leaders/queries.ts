import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { PersonTold } from '../nouns/schema.ts'
import type { Candidate, OfficePerson, SchoolLead } from './schema.ts'

type Member = { personId: string; givenName: string; familyName: string; unitId: string; role: string }

/** Every school with who leads it and who could; those whom the roster calls administrators come first. */
export async function listSchoolLeads(tx: Tx, scope: Scope): Promise<SchoolLead[]> {
  const schools = await tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('tenantId', '=', scope.tenantId)
    .where('kind', '=', 'school')
    .where('endedOn', 'is', null)
    .orderBy('name')
    .execute()
  const members = Map.groupBy(await listMembers(tx, scope), (member) => member.unitId)
  const administrators = await listAdministrators(tx, scope)
  return schools.map(({ id, name }) => leadOf(id, name, members.get(id) ?? [], administrators))
}

/** Administrators of the roster who have no role anywhere: those of the district office. */
export async function listOfficePeople(tx: Tx, scope: Scope): Promise<OfficePerson[]> {
  const members = new Set((await listMembers(tx, scope)).map((member) => member.personId))
  const ids = [...(await listAdministrators(tx, scope))].filter((id) => !members.has(id))
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName'])
    .where('tenantId', '=', scope.tenantId)
    .where('id', 'in', ids)
    .where('endedOn', 'is', null)
    .orderBy('familyName')
    .orderBy('givenName')
    .execute()
  return rows.map((row) => ({ personId: row.id, name: `${row.givenName} ${row.familyName}`.trim() }))
}

function leadOf(schoolId: string, name: string, members: readonly Member[], administrators: ReadonlySet<string>): SchoolLead {
  const principals = members.filter((member) => member.role === 'principal').map(nameOf)
  const byPerson = new Map(members.map((member) => [member.personId, member]))
  const candidates: Candidate[] = [...byPerson.values()].map((member) => ({
    personId: member.personId,
    name: nameOf(member),
    isAdministrator: administrators.has(member.personId),
  }))
  return {
    schoolId,
    name,
    principals,
    candidates: candidates.sort((left, right) => Number(right.isAdministrator) - Number(left.isAdministrator)),
  }
}

async function listMembers(tx: Tx, scope: Scope): Promise<Member[]> {
  return await tx
    .selectFrom('membership')
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'membership.tenantId').onRef('person.id', '=', 'membership.personId'))
    .select(['membership.personId', 'person.givenName', 'person.familyName', 'membership.unitId', 'membership.role'])
    .where('membership.tenantId', '=', scope.tenantId)
    .where('membership.endsOn', 'is', null)
    .where('person.endedOn', 'is', null)
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .execute()
}

async function listAdministrators(tx: Tx, scope: Scope): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('rosterLink')
    .select(['nounId', 'told'])
    .where('tenantId', '=', scope.tenantId)
    .where('kind', '=', 'person')
    .where('endedOn', 'is', null)
    .execute()
  // Links of people tell of people: `links/commands.ts` alone writes them.
  return new Set(rows.filter((row) => (row.told as PersonTold).role === 'administrator').map((row) => row.nounId))
}

function nameOf(member: Member) {
  return `${member.givenName} ${member.familyName}`.trim()
}
