import type { Tx } from '../../../platform/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import { may } from '../../../access/policy.ts'
import { isOnTeam, type Scope } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import { listOpenCycles } from '../../cycles/queries.ts'
import { waitsFor } from '../../cycles/rules.ts'
import { currentGoal } from '../../goals/queries.ts'
import { shortened } from '../../goals/rules.ts'
import { findTray } from '../../resources/finder/queries.ts'
import { listLateOfOthers, listMyOpenCommitments } from '../../strategy/commitments/queries.ts'
import { listVotesAwaitingMe, listVotesToReveal } from '../../votes/queries.ts'
import { inLanguage } from '../../votes/rules.ts'
import { inOrderOfHelp, kindOfCommitment } from './rules.ts'
import type { Waiting } from './schema.ts'

type Place = { id: string; slug: string; kind: string; path: string[] }

/** Everything that waits for the reader at a place, in the order of what helps others. */
export async function listWaiting(tx: Tx, scope: Scope, place: Place): Promise<Waiting[]> {
  const all = [
    ...(await votesWaiting(tx, scope, place)),
    ...(await commitmentsWaiting(tx, scope, place)),
    ...(await cyclesWaiting(tx, scope, place)),
    ...(await findingsWaiting(tx, scope, place)),
    ...(await beginningsWaiting(tx, scope, place)),
  ]
  return all.toSorted(inOrderOfHelp)
}

const SENTENCE_LENGTH = 110

async function votesWaiting(tx: Tx, scope: Scope, place: Place): Promise<Waiting[]> {
  const at = { tenant: scope.tenantSlug, place: place.slug }
  const line = (kind: 'vote' | 'reveal') => (vote: Awaited<ReturnType<typeof listVotesAwaitingMe>>[number]) => ({
    kind,
    key: vote.id,
    what: shortened(inLanguage(vote.subject, scope.language, scope.mainLanguage), SENTENCE_LENGTH),
    href: urls.vote({ ...at, vote: vote.id }),
  })
  const here = (vote: { unitId: string }) => vote.unitId === place.id
  const awaiting = (await listVotesAwaitingMe(tx, scope)).filter(here).map(line('vote'))
  const toReveal = (await listVotesToReveal(tx, scope)).filter(here).map(line('reveal'))
  return [...awaiting, ...toReveal]
}

async function commitmentsWaiting(tx: Tx, scope: Scope, place: Place): Promise<Waiting[]> {
  const at = { tenant: scope.tenantSlug, place: place.slug }
  const today = dayIn(scope.timeZone, scope.now)
  const href = (one: { strategyId: string; ideaId: string }) => `${urls.strategy({ ...at, strategy: one.strategyId })}#idea-${one.ideaId}`
  const mine = (await listMyOpenCommitments(tx, scope, place)).map((one): Waiting => ({
    kind: kindOfCommitment(one, today),
    key: one.id,
    what: one.what,
    href: href(one),
    dueOn: one.dueOn,
  }))
  if (!isOnTeam(scope, place.path)) return mine
  const others = (await listLateOfOthers(tx, scope, place, today)).map((one): Waiting => ({
    kind: 'late_of_others',
    key: one.id,
    what: one.what,
    href: href(one),
    dueOn: one.dueOn,
    who: one.personName,
  }))
  return [...mine, ...others]
}

/** Cycles that the reader leads, or that nobody does, whose time is over or whose study asks for a decision. */
async function cyclesWaiting(tx: Tx, scope: Scope, place: Place): Promise<Waiting[]> {
  if (!may(scope, 'cycle.write', place)) return []
  const today = dayIn(scope.timeZone, scope.now)
  const open = await listOpenCycles(tx, scope, place)
  return open.flatMap((cycle) => {
    const kind = cycle.ledBy === null || cycle.ledBy === scope.personId ? waitsFor(cycle, today) : undefined
    const href = urls.cycle({ tenant: scope.tenantSlug, place: place.slug, cycle: cycle.id })
    return kind
      ? [{ kind, key: cycle.id, what: cycle.question, href, dueOn: kind === 'study' ? (cycle.endsOn ?? undefined) : undefined }]
      : []
  })
}

async function findingsWaiting(tx: Tx, scope: Scope, place: Place): Promise<Waiting[]> {
  if (!may(scope, 'finding.decide', place)) return []
  const tray = await findTray(tx, scope, place)
  const count = tray?.findings.length ?? 0
  const href = `${urls.resources({ tenant: scope.tenantSlug, place: place.slug })}#findings`
  return count > 0 ? [{ kind: 'findings', key: 'findings', what: '', href, count }] : []
}

async function beginningsWaiting(tx: Tx, scope: Scope, place: Place): Promise<Waiting[]> {
  if (!may(scope, 'goal.write', place) || (await currentGoal(tx, scope, place))) return []
  const at = { tenant: scope.tenantSlug, place: place.slug }
  return [
    { kind: 'no_resources', key: 'no_resources', what: '', href: urls.resources(at) },
    { kind: 'no_goal', key: 'no_goal', what: '', href: urls.goalNew(at) },
  ]
}
