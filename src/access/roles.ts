export const ROLES = [
  'teacher',
  'staff',
  'teacher_leader',
  'assistant_principal',
  'principal',
  'district_leader',
  'coach',
  'administrator',
  'board_member',
  'state_leader',
  'researcher',
] as const

export type Role = (typeof ROLES)[number]

/** Those who make up a school's leadership team. */
export const LEADERSHIP_TEAM = ['principal', 'assistant_principal', 'teacher_leader'] as const satisfies readonly Role[]

/** Everybody who works in a school. */
export const SCHOOL_STAFF = [...LEADERSHIP_TEAM, 'teacher', 'staff'] as const satisfies readonly Role[]

/** Who a text is for: the leadership team's own learning space, the school with those who support it, or the whole district. */
export const CIRCLES = ['team', 'school', 'district'] as const

export type Circle = (typeof CIRCLES)[number]

/** Whose rows of a circle a role may read, in its own unit and below. Evaluators are outside `team` by having no role in it. */
export const READERS: Record<Circle, readonly Role[]> = {
  team: LEADERSHIP_TEAM,
  school: [...SCHOOL_STAFF, 'district_leader', 'coach'],
  district: [...SCHOOL_STAFF, 'district_leader', 'coach', 'administrator', 'board_member'],
}
