import { z } from 'zod'
import { ROLES } from '../../access/roles.ts'
import { day, id, line, optionalDay, optionalLine, version } from '../../web/fields.ts'

export const TENANT_KINDS = ['district', 'state_agency', 'independent_school', 'partner'] as const

export const UNIT_KINDS = ['district', 'region', 'school', 'department', 'grade_level', 'team', 'agency'] as const

export type TenantKind = (typeof TENANT_KINDS)[number]

export type UnitKind = (typeof UNIT_KINDS)[number]

export const unitForm = z.object({
  parentId: id,
  kind: z.enum(UNIT_KINDS),
  name: line(120),
  grade: optionalLine(10),
  subject: optionalLine(80),
})

export const unitChangeForm = z.object({ name: line(120), grade: optionalLine(10), subject: optionalLine(80), version })

export const personForm = z.object({
  givenName: line(80),
  familyName: optionalLine(80),
  email: z.union([z.literal(''), z.email('organizations.email_expected')]).default(''),
})

export const membershipForm = z
  .object({ unitId: id, role: z.enum(ROLES), beginsOn: day, endsOn: optionalDay })
  .refine(({ beginsOn, endsOn }) => endsOn === null || endsOn >= beginsOn, { path: ['endsOn'], error: 'organizations.ends_before' })

export type UnitForm = z.output<typeof unitForm>

export type PersonForm = z.output<typeof personForm>

export type MembershipForm = z.output<typeof membershipForm>
