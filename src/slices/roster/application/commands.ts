import { dayIn } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { refuse } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Bundle } from '../bundle/schema.ts'
import { writeTeaching } from '../classes/commands.ts'
import type { Writing } from '../links/commands.ts'
import { listLinks, listSpared } from '../links/queries.ts'
import { rosterOf } from '../nouns/rules.ts'
import { KINDS } from '../nouns/schema.ts'
import type { Kind, Roster } from '../nouns/schema.ts'
import { endsToConfirm, planLoad, summaryOf, whyNotApply } from '../plan/rules.ts'
import type { Links } from '../plan/rules.ts'
import type { Report } from '../plan/schema.ts'
import { previewOf } from '../preview/rules.ts'
import { writePeople } from '../staff/commands.ts'
import { writeUnits } from '../units/commands.ts'

export type Terms = { withStudents: boolean; confirmedEnds: number | null }

/** Carries out what a bundle says against what is here at this moment. */
export async function applyBundle(tx: Tx, scope: Scope, bundle: Bundle, terms: Terms): Promise<Report> {
  const { plan, roster, links } = await planOf(tx, scope, bundle, terms.withStudents)
  const summary = summaryOf(plan)
  const { applicable } = previewOf(bundle)
  refuse(whyNotApply({ plan: summary, applicable, isApplied: false, confirmedEnds: terms.confirmedEnds }), {
    n: endsToConfirm(summary) ?? 0,
  })
  const writing: Writing = { tx, scope, today: dayIn(scope.timeZone, scope.now), known: knownFrom(links), left: 0 }
  await writeUnits(writing, plan.unit, roster.unit.nouns)
  await writePeople(writing, plan.person)
  await writeTeaching(writing, plan)
  return { plan: summary, left: writing.left }
}

/** What a bundle would do here, and what that was told from. */
export async function planOf(tx: Tx, scope: Scope, bundle: Bundle, withStudents: boolean) {
  const roster: Roster = rosterOf(bundle, { withStudents })
  const links = await listLinks(tx, scope)
  return { roster, links, plan: planLoad(roster, links, await listSpared(tx, scope)) }
}

function knownFrom(links: Links): Writing['known'] {
  const known = (kind: Kind) => new Map(links[kind].map((link): [string, string] => [link.sourceId, link.nounId]))
  return Object.fromEntries(KINDS.map((kind) => [kind, known(kind)])) as Writing['known'] // every kind is in KINDS
}
