import type { Role } from '../../../access/roles.ts'
import type { PersonTold } from '../nouns/schema.ts'

/** Where the roster's word alone makes somebody a member: not at a district office, from where a role reaches every school. */
const WORKPLACES: readonly string[] = ['school', 'department']

type Unit = { id: string; kind: string }
export type Place = { unitId: string; role: Role }

/** The roles that the roster's word gives a person. Whoever it calls administrator may be principal or registrar: that is asked. */
export function placesOf(told: PersonTold, unitOf: (sourceId: string) => Unit | undefined): Place[] {
  const role: Role = told.role === 'teacher' ? 'teacher' : 'staff'
  const units = told.orgs.map(unitOf).filter((unit) => unit !== undefined)
  const ids = units.filter((unit) => WORKPLACES.includes(unit.kind)).map((unit) => unit.id)
  return [...new Set(ids)].map((unitId) => ({ unitId, role }))
}
