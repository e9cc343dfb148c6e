import type { Role } from '../../src/access/roles.ts'

export const SCHOOLS = [
  { key: 'rivera', name: 'Rivera High' },
  { key: 'meadow', name: 'Meadow Creek Middle' },
  { key: 'lincoln', name: 'Lincoln Elementary' },
  { key: 'harbor', name: 'Harbor Elementary' },
  { key: 'orchard', name: 'Orchard Elementary' },
] as const

type Person = { key: string; givenName: string; familyName: string; place: (typeof SCHOOLS)[number]['key'] | 'district'; role: Role }

/** The people whom everybody knows; all of them are invented. */
export const CAST: readonly Person[] = [
  { key: 'maria', givenName: 'Maria', familyName: 'Alvarez', place: 'lincoln', role: 'principal' },
  { key: 'noor', givenName: 'Noor', familyName: 'Haddad', place: 'lincoln', role: 'assistant_principal' },
  { key: 'tomas', givenName: 'Tomas', familyName: 'Reed', place: 'lincoln', role: 'teacher_leader' },
  { key: 'lucia', givenName: 'Lucia', familyName: 'Ferro', place: 'lincoln', role: 'teacher' },
  { key: 'ben', givenName: 'Ben', familyName: 'Okoro', place: 'lincoln', role: 'teacher' },
  { key: 'omar', givenName: 'Omar', familyName: 'Castillo', place: 'rivera', role: 'principal' },
  { key: 'paula', givenName: 'Paula', familyName: 'Nyberg', place: 'orchard', role: 'principal' },
  { key: 'dana', givenName: 'Dana', familyName: 'Whitfield', place: 'district', role: 'district_leader' },
  { key: 'ada', givenName: 'Ada', familyName: 'Moreau', place: 'district', role: 'administrator' },
]
