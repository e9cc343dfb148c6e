import type { Db } from '../../../platform/database.ts'
import { refuse } from '../../../platform/problem.ts'
import { inTenant } from '../../../access/scope.ts'
import type { Scope } from '../../../access/scope.ts'
import { textIn } from '../../../messages/text.ts'
import { joinUnit } from '../memberships/commands.ts'
import { addGroup } from '../units/commands.ts'
import { listProposals } from './queries.ts'
import { gradeKey } from './rules.ts'
import type { Proposal, ProposalForm } from './schema.ts'

/** Makes a proposed grade level or department a unit, with its teachers as members. */
export async function acceptProposal(db: Db, scope: Scope, wanted: ProposalForm) {
  await inTenant(db, scope, async (tx) => {
    const proposals = await listProposals(tx, scope)
    const proposal = proposals.find((one) => one.schoolId === wanted.schoolId && one.kind === wanted.kind && one.value === wanted.value)
    if (!proposal) return refuse('roster.proposal_gone')
    const unitId = proposal.unitId ?? (await addGroup(tx, scope, unitOf(scope, proposal)))
    for (const person of proposal.people) {
      await joinUnit(tx, scope, { personId: person.id, unitId, role: 'teacher' })
    }
  })
}

function unitOf(scope: Scope, { schoolId, kind, value }: Proposal) {
  const isGrade = kind === 'grade_level'
  const name = textIn(scope.mainLanguage, gradeKey({ kind, value }), { grade: value })
  return { parentId: schoolId, kind, name, grade: isGrade ? value : '', subject: isGrade ? '' : value }
}
