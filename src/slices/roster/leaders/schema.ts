export type Candidate = { personId: string; name: string; isAdministrator: boolean }

/** A school, who leads it, and who of its people could. */
export type SchoolLead = { schoolId: string; name: string; principals: string[]; candidates: Candidate[] }

/** Somebody of the district office whom the roster calls administrator, and who has no role with us yet. */
export type OfficePerson = { personId: string; name: string }
