import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { found, notHere, refuse, stale } from '../../platform/problem.ts'
import type { KeyStore } from '../../platform/sealed.ts'
import { record } from '../../access/events.ts'
import { whyNotMay } from '../../access/policy.ts'
import { actorOf, newRow } from '../../access/new-row.ts'
import { inTenant, type Scope } from '../../access/scope.ts'
import { openVote } from '../votes/opening/commands.ts'
import { findOutcome } from '../votes/outcome/queries.ts'
import { listPossibleVoters } from '../votes/voters/queries.ts'
import { findCriteria } from './criteria/queries.ts'
import { WORTH_SCALE } from './criteria/schema.ts'
import { lockGoal } from './queries.ts'
import { whyNotAgree, whyNotClose, whyNotOn, whyNotRevise, whyNotVoteOn } from './rules.ts'
import type { AgreementForm, ClosureForm, GoalDraft } from './schema.ts'

type At = { id: string; path: readonly string[] }

/** Writes down a first wording of a goal; returns its id. */
export async function draftGoal(db: Db, scope: Scope, place: At, draft: GoalDraft): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'goal.write', place))
    const row = { ...newRow(scope), unitId: place.id, ...draft, statement: JSON.stringify(draft.statement), authorId: actorOf(scope) }
    await tx.insertInto('goal').values(row).execute()
    await record(tx, scope, { verb: 'goal_drafted', noun: 'goal', nounId: row.id, unitId: place.id, content: draft })
    return row.id
  })
}

/** Rewords a goal that has not been adopted; returns its new version. */
export async function reviseGoal(
  db: Db,
  scope: Scope,
  place: At,
  goalId: string,
  revision: { draft: GoalDraft; version: number },
): Promise<number> {
  return await inTenant(db, scope, async (tx) => {
    const goal = await lockGoal(tx, scope, place, goalId)
    refuse(whyNotMay(scope, 'goal.write', place))
    refuse(whyNotRevise(goal))
    if (goal.version !== revision.version) stale()
    const row = { ...revision.draft, statement: JSON.stringify(revision.draft.statement), version: goal.version + 1 }
    await tx.updateTable('goal').set(row).where('tenantId', '=', scope.tenantId).where('id', '=', goalId).execute()
    await record(tx, scope, { verb: 'goal_revised', noun: 'goal', nounId: goalId, unitId: place.id, content: revision.draft })
    return goal.version + 1
  })
}

/** Asks the team whether the goal is worth its year, by the place's criteria; whoever asks facilitates. Returns the vote's id. */
export async function openGoalVote(
  db: Db,
  scope: Scope,
  keys: KeyStore,
  place: At,
  goalId: string,
  voterIds: readonly string[],
): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const goal = await lockGoal(tx, scope, place, goalId)
    refuse(whyNotMay(scope, 'vote.hold', place) ?? whyNotVoteOn(goal))
    const possible = new Set((await listPossibleVoters(tx, scope, place, goal.circle)).map((person) => person.id))
    if (!voterIds.every((id) => possible.has(id))) notHere()
    const { questions } = await findCriteria(tx, scope, place)
    const subject = { noun: 'goal', id: goalId, text: goal.statement }
    return await openVote(tx, scope, keys, place, { subject, circle: goal.circle, questions, scale: WORTH_SCALE, voterIds })
  })
}

/** Adopts the goal, with what the team agreed after it saw the spread. */
export async function agreeOnGoal(db: Db, scope: Scope, place: At, goalId: string, agreement: AgreementForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const goal = await lockGoal(tx, scope, place, goalId)
    refuse(whyNotMay(scope, 'goal.write', place))
    const outcome = goal.vote && (await findOutcome(tx, scope, goal.vote))
    const statement = outcome?.consensus?.statement
    refuse(whyNotAgree(goal, statement))
    refuse(whyNotOn(agreement.agreedOn, today(scope)))
    const row = {
      ...newRow(scope),
      goalId,
      voteId: found(goal.vote).id,
      statement: found(statement),
      agreedBy: scope.personId,
      agreedOn: agreement.agreedOn,
    }
    await tx.insertInto('goalAgreement').values(row).execute()
    await record(tx, scope, { verb: 'goal_agreed', noun: 'goal', nounId: goalId, unitId: place.id, content: agreement })
  })
}

/** Closes the goal: what came of it, and what was learned. */
export async function closeGoal(db: Db, scope: Scope, place: At, goalId: string, closure: ClosureForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const goal = await lockGoal(tx, scope, place, goalId)
    refuse(whyNotMay(scope, 'goal.write', place))
    refuse(whyNotClose(goal))
    refuse(whyNotOn(closure.closedOn, today(scope)))
    const row = { ...newRow(scope), goalId, closedBy: scope.personId, ...closure }
    await tx.insertInto('goalClosure').values(row).execute()
    await record(tx, scope, { verb: 'goal_closed', noun: 'goal', nounId: goalId, unitId: place.id, content: closure })
  })
}

function today(scope: Scope): string {
  return dayIn(scope.timeZone, scope.now)
}
