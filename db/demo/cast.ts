import type { Role } from '../../src/access/roles.ts'

export const SCHOOLS = [
  { key: 'rivera', name: 'Rivera High', level: 'high' },
  { key: 'meadow', name: 'Meadow Creek Middle', level: 'middle' },
  { key: 'lincoln', name: 'Lincoln Elementary', level: 'elementary' },
  { key: 'harbor', name: 'Harbor Elementary', level: 'elementary' },
  { key: 'orchard', name: 'Orchard Elementary', level: 'elementary' },
] as const

export type SchoolKey = (typeof SCHOOLS)[number]['key']

/** Teachers of the cast say what they teach, so that the roster has their classes. */
export type CastMember = { key: string; givenName: string; familyName: string; place: SchoolKey | 'district'; role: Role; teaches?: string }

/** The people whom everybody knows; all of them are invented. */
export const CAST: readonly CastMember[] = [
  { key: 'maria', givenName: 'Maria', familyName: 'Alvarez', place: 'lincoln', role: 'principal' },
  { key: 'noor', givenName: 'Noor', familyName: 'Haddad', place: 'lincoln', role: 'assistant_principal' },
  { key: 'tomas', givenName: 'Tomas', familyName: 'Reed', place: 'lincoln', role: 'teacher_leader', teaches: '4' },
  { key: 'june', givenName: 'June', familyName: 'Park', place: 'lincoln', role: 'teacher_leader', teaches: '2' },
  { key: 'lucia', givenName: 'Lucia', familyName: 'Ferro', place: 'lincoln', role: 'teacher', teaches: '4' },
  { key: 'ben', givenName: 'Ben', familyName: 'Okoro', place: 'lincoln', role: 'teacher', teaches: '3' },
  { key: 'omar', givenName: 'Omar', familyName: 'Castillo', place: 'rivera', role: 'principal' },
  { key: 'vera', givenName: 'Vera', familyName: 'Lindqvist', place: 'rivera', role: 'teacher_leader', teaches: 'Mathematics' },
  { key: 'hector', givenName: 'Hector', familyName: 'Duarte', place: 'meadow', role: 'principal' },
  { key: 'simone', givenName: 'Simone', familyName: 'Achebe', place: 'harbor', role: 'principal' },
  { key: 'paula', givenName: 'Paula', familyName: 'Nyberg', place: 'orchard', role: 'principal' },
  { key: 'kofi', givenName: 'Kofi', familyName: 'Bright', place: 'orchard', role: 'teacher_leader', teaches: '1' },
  { key: 'ana', givenName: 'Ana', familyName: 'Beltran', place: 'orchard', role: 'teacher_leader', teaches: '5' },
  { key: 'rosa', givenName: 'Rosa', familyName: 'Delgado', place: 'orchard', role: 'teacher', teaches: '3' },
  { key: 'dana', givenName: 'Dana', familyName: 'Whitfield', place: 'district', role: 'district_leader' },
  { key: 'ravi', givenName: 'Ravi', familyName: 'Menon', place: 'district', role: 'coach' },
  { key: 'ruth', givenName: 'Ruth', familyName: 'Okafor', place: 'district', role: 'researcher' },
  { key: 'ada', givenName: 'Ada', familyName: 'Moreau', place: 'district', role: 'administrator' },
]
