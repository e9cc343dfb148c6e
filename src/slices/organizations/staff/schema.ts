import type { Role } from '../../../access/roles.ts'

/** A person in a list, with what they do where. */
export type StaffRow = { id: string; name: string; email: string | null; signsIn: boolean; roles: { role: Role; unitName: string }[] }

export type MembershipRow = {
  id: string
  role: Role
  unitId: string
  unitName: string
  beginsOn: string
  endsOn: string | null
  source: 'hand' | 'roster'
}

export type EvaluatorRow = { id: string; name: string; beginsOn: string }

export type StaffMember = {
  id: string
  name: string
  email: string | null
  signsIn: boolean
  memberships: MembershipRow[]
  evaluators: EvaluatorRow[]
}
