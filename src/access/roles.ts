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
