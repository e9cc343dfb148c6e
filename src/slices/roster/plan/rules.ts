import { KINDS } from '../nouns/schema.ts'
import type { Kind, Roster, Telling, ToldOf } from '../nouns/schema.ts'
import { MOST_ENDS } from './schema.ts'
import type { Link, Plan, PlanSummary, Steps, StepSummary } from './schema.ts'

const NAMES_KEPT = 200

export type Links = { [K in Kind]: Link<K>[] }

/** What a roster would add, change and end, against what earlier loads told; people in `spared` are never ended. */
export function planLoad(roster: Roster, links: Links, spared: ReadonlySet<string>): Plan {
  return {
    unit: stepsOf(roster.unit, links.unit),
    person: stepsOf(roster.person, links.person, spared),
    session: stepsOf(roster.session, links.session),
    course: stepsOf(roster.course, links.course),
    class: stepsOf(roster.class, links.class),
    enrollment: stepsOf(roster.enrollment, links.enrollment),
    student: stepsOf(roster.student, links.student),
  }
}

/** Whether a plan does nothing at all. */
export function isIdle(plan: PlanSummary) {
  return KINDS.every((kind) => plan[kind].added + plan[kind].changed + plan[kind].ended === 0)
}

/** How many staff a load would end, where that is more than a load may end without being asked about it. */
export function endsToConfirm(plan: PlanSummary) {
  const { ended, current } = plan.person
  return ended > current * MOST_ENDS ? ended : undefined
}

/** Why a plan cannot be applied, or undefined if it can. */
export function whyNotApply(asked: { plan: PlanSummary; applicable: boolean; isApplied: boolean; confirmedEnds: number | null }) {
  if (asked.isApplied) return 'roster.already_applied'
  if (!asked.applicable) return 'roster.not_applicable'
  if (isIdle(asked.plan))
    return KINDS.some((kind) => asked.plan[kind].unchanged > 0) ? 'roster.nothing_to_change' : 'roster.nothing_accepted'
  const ends = endsToConfirm(asked.plan)
  return ends === undefined || ends === asked.confirmedEnds ? undefined : 'roster.confirm_ends'
}

export function summaryOf(plan: Plan): PlanSummary {
  return {
    unit: summarize<'unit'>(plan.unit, (told) => told.name),
    person: summarize<'person'>(plan.person, (told) => `${told.given} ${told.family}`.trim()),
    session: summarize<'session'>(plan.session, (told) => told.title),
    course: summarize<'course'>(plan.course, (told) => told.title),
    class: summarize<'class'>(plan.class, (told) => told.title),
    // Their rows have no name of their own, and a student's number is nobody's business.
    enrollment: summarize<'enrollment'>(plan.enrollment),
    student: summarize<'student'>(plan.student),
  }
}

function stepsOf<K extends Kind>(telling: Telling<K>, links: readonly Link<K>[], spared: ReadonlySet<string> = new Set()): Steps<K> {
  const bySource = new Map(links.map((link) => [link.sourceId, link]))
  const open = links.filter((link) => link.endedOn === null)
  const steps: Steps<K> = { added: [], changed: [], ended: [], spared: [], unchanged: 0, current: open.length }
  const told = new Set<string>(telling.refused)
  for (const noun of telling.nouns) {
    const link = bySource.get(noun.sourceId)
    told.add(noun.sourceId)
    if (!link || link.endedOn !== null) steps.added.push({ noun, link })
    else if (isSame(link.told, noun.told)) steps.unchanged += 1
    else steps.changed.push({ noun, link })
  }
  for (const link of telling.complete ? open : []) {
    if (told.has(link.sourceId)) continue
    if (spared.has(link.nounId)) steps.spared.push(link)
    else steps.ended.push(link)
  }
  return steps
}

/** The database keeps no order of keys. */
function isSame(left: object, right: object) {
  return ordered(left) === ordered(right)
}

function ordered(told: object) {
  return JSON.stringify(Object.entries(told).sort(([left], [right]) => (left < right ? -1 : 1)))
}

function summarize<K extends Kind>(steps: Steps<K>, nameOf?: (told: ToldOf[K]) => string): StepSummary {
  const names = (tolds: ToldOf[K][]) => (nameOf ? tolds.slice(0, NAMES_KEPT).map(nameOf) : [])
  return {
    added: steps.added.length,
    changed: steps.changed.length,
    ended: steps.ended.length,
    unchanged: steps.unchanged,
    current: steps.current,
    names: {
      added: names(steps.added.map((step) => step.noun.told)),
      changed: nameOf ? steps.changed.slice(0, NAMES_KEPT).map(({ noun, link }) => renamed(nameOf(noun.told), nameOf(link.told))) : [],
      ended: names(steps.ended.map((link) => link.told)),
      spared: names(steps.spared.map((link) => link.told)),
    },
  }
}

function renamed(now: string, before: string) {
  return now === before ? now : `${before} → ${now}`
}
