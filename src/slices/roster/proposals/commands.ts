import type { Db, Tx } from '../../../platform/database.ts'
import { refuse } from '../../../platform/problem.ts'
import { inTenant } from '../../../access/scope.ts'
import type { Scope } from '../../../access/scope.ts'
import { textIn } from '../../../messages/text.ts'
import { joinUnit } from '../memberships/commands.ts'
import { addGroup } from '../units/commands.ts'
import { listProposals } from './queries.ts'
import { gradeKey } from './rules.ts'
import type { Proposal, ProposalForm } from './schema.ts'

/** Makes a proposed grade level or department a unit with its teachers as members, or all that a school's classes propose. */
export async function acceptProposals(db: Db, scope: Scope, wanted: ProposalForm) {
  await inTenant(db, scope, async (tx) => {
    const proposals = await listProposals(tx, scope)
    const accepted = proposals.filter((one) => isWanted(one, wanted))
    refuse(accepted.length === 0 ? 'roster.proposal_gone' : undefined)
    for (const proposal of accepted) await setUp(tx, scope, proposal)
  })
}

function isWanted(proposal: Proposal, wanted: ProposalForm) {
  if (proposal.schoolId !== wanted.schoolId) return false
  return 'all' in wanted || (proposal.kind === wanted.kind && proposal.value === wanted.value)
}

async function setUp(tx: Tx, scope: Scope, proposal: Proposal) {
  const unitId = proposal.unitId ?? (await addGroup(tx, scope, unitOf(scope, proposal)))
  for (const person of proposal.people) await joinUnit(tx, scope, { personId: person.id, unitId, role: 'teacher' })
}

function unitOf(scope: Scope, { schoolId, kind, value }: Proposal) {
  const isGrade = kind === 'grade_level'
  const name = textIn(scope.mainLanguage, gradeKey({ kind, value }), { grade: value })
  return { parentId: schoolId, kind, name, grade: isGrade ? value : '', subject: isGrade ? '' : value }
}
