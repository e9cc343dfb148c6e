import type { Role } from '../../src/access/roles.ts'

/** The cast that everybody knows: who they are, where, and in which role. */
export const CAST = {
  maria: { name: ['Maria', 'Alvarez'], tenant: 'cedar-valley', roles: [['lincoln', 'principal']] },
  tomas: { name: ['Tomas', 'Reed'], tenant: 'cedar-valley', roles: [['lincoln', 'teacher_leader']] },
  noor: { name: ['Noor', 'Haddad'], tenant: 'cedar-valley', roles: [['lincoln', 'assistant_principal']] },
  lucia: { name: ['Lucia', 'Ferro'], tenant: 'cedar-valley', roles: [['lincoln', 'teacher']] },
  ben: { name: ['Ben', 'Okoro'], tenant: 'cedar-valley', roles: [['lincoln', 'teacher']] },
  omar: { name: ['Omar', 'Castillo'], tenant: 'cedar-valley', roles: [['rivera', 'principal']] },
  vera: { name: ['Vera', 'Lindqvist'], tenant: 'cedar-valley', roles: [['rivera', 'teacher']] },
  dana: { name: ['Dana', 'Whitfield'], tenant: 'cedar-valley', roles: [['district', 'district_leader']] },
  ada: { name: ['Ada', 'Moreau'], tenant: 'cedar-valley', roles: [['district', 'administrator']] },
  ruth: { name: ['Ruth', 'Abara'], tenant: 'cedar-valley', roles: [['district', 'researcher']] },
  sana: { name: ['Sana', 'Iqbal'], tenant: 'state-office', roles: [['district', 'state_leader']] },
  stranger: {
    name: ['Olaf', 'Brandt'],
    tenant: 'oak-hollow',
    roles: [
      ['district', 'principal'],
      ['willow', 'principal'],
    ],
  },
} as const satisfies Record<string, { name: readonly [string, string]; tenant: string; roles: readonly (readonly [string, Role])[] }>

export type Persona = keyof typeof CAST

export const PERSONAS = Object.keys(CAST) as Persona[] // the keys of the object above

export const TENANTS = [
  { slug: 'cedar-valley', name: 'Cedar Valley Unified', kind: 'district', timeZone: 'America/Los_Angeles' },
  { slug: 'oak-hollow', name: 'Oak Hollow Schools', kind: 'district', timeZone: 'America/Chicago' },
  { slug: 'state-office', name: 'State Office of Schools', kind: 'state_agency', timeZone: 'America/Los_Angeles' },
] as const

export const SCHOOLS = [
  { key: 'lincoln', name: 'Lincoln', tenant: 'cedar-valley' },
  { key: 'rivera', name: 'Rivera', tenant: 'cedar-valley' },
  { key: 'willow', name: 'Willow', tenant: 'oak-hollow' },
] as const

export function emailOf(persona: Persona): string {
  const { name, tenant } = CAST[persona]
  return `${name[0]}.${name[1]}@${tenant}.example`.toLowerCase()
}
