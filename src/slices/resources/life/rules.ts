import type { LifeFacts } from '../schema.ts'
import type { Life, Recognition, Verdict } from './schema.ts'

/** What happened is told after it happened. */
export function whyNotOnDay(day: string, today: string) {
  return day > today ? 'resources.day_in_future' : undefined
}

/** Why a use cannot be ended, or not on this day. */
export function whyNotEnd(use: { beganOn: string; endedOn: string | null }, day?: string) {
  if (use.endedOn) return 'resources.use_ended_already'
  return day && day < use.beganOn ? 'resources.ends_before_it_began' : undefined
}

/** Why something seen on this day cannot come from the use. */
export function whyNotEvidence(use: { beganOn: string }, day: string) {
  return day < use.beganOn ? 'resources.seen_before_it_began' : undefined
}

/** What is known of a life, reduced to what its state follows from. */
export function factsOf(life: Life): LifeFacts {
  const repurposed = new Set(life.repurposings.map((one) => one.useId))
  return {
    recognizedOn: life.recognitions.map((one) => one.occurredOn),
    generatedOn: life.origins.map((one) => one.occurredOn).sort()[0] ?? null,
    retiredOn: life.retirement?.retiredOn ?? null,
    uses: life.uses.map((use) => ({
      goalId: use.goalId,
      beganOn: use.beganOn,
      endedOn: use.ending?.endedOn ?? null,
      evidenceOn: use.evidence.map((one) => one.observedOn),
      repurposed: repurposed.has(use.id),
    })),
  }
}

/** One dated event of a life; `reason` is what people said about it. */
export type LifeEvent = {
  id: string
  on: string
  verb: 'recognized' | 'generated' | 'put_to_use' | 'repurposed' | 'evidence' | 'outcome' | 'ended' | 'brought_forth' | 'retired'
  by: string | null
  said: string
  goalId?: string | null
  former?: string
  minutes?: number | null
  verdict?: Verdict
  link?: string
  resource?: { id: string; name: Record<string, string> }
}

const ORDER: LifeEvent['verb'][] = [
  'generated',
  'recognized',
  'put_to_use',
  'repurposed',
  'evidence',
  'outcome',
  'brought_forth',
  'ended',
  'retired',
]

/** A life as one line of dated events, the latest first; what fell on one day stays in the order of growing. */
export function eventsOf(life: Life): LifeEvent[] {
  const repurposed = new Set(life.repurposings.map((one) => one.useId))
  const events: LifeEvent[] = [
    ...life.origins.map((one) =>
      event('generated', one.useId, one.occurredOn, { said: one.reason, resource: { id: one.parentId, name: one.parentName } }),
    ),
    ...life.recognitions.map((one) => event('recognized', one.id, one.occurredOn, { said: one.reason, by: one.by })),
    ...life.uses
      .filter((use) => !repurposed.has(use.id))
      .map((use) => event('put_to_use', use.id, use.beganOn, { said: use.purpose, by: use.by, goalId: use.goalId })),
    ...life.repurposings.map((one) =>
      event('repurposed', one.id, one.occurredOn, {
        said: one.newPurpose,
        former: one.formerPurpose,
        minutes: one.minutesMoved,
        by: one.by,
      }),
    ),
    ...life.repurposings
      .flatMap((one) => one.outcomes)
      .map((one) => event('outcome', one.id, one.observedOn, { said: one.text, verdict: one.verdict, by: one.by })),
    ...life.uses
      .flatMap((use) => use.evidence)
      .map((one) => event('evidence', one.id, one.observedOn, { said: one.text, by: one.by, link: one.link })),
    ...life.uses
      .flatMap((use) => use.generated)
      .map((one) => event('brought_forth', one.resourceId, one.occurredOn, { resource: { id: one.resourceId, name: one.name } })),
    ...life.uses.flatMap((use) => (use.ending ? [event('ended', use.id, use.ending.endedOn, { said: use.ending.reason })] : [])),
    ...(life.retirement
      ? [event('retired', 'retirement', life.retirement.retiredOn, { said: life.retirement.reason, by: life.retirement.by })]
      : []),
  ]
  return events.sort((a, b) => b.on.localeCompare(a.on) || ORDER.indexOf(b.verb) - ORDER.indexOf(a.verb))
}

function event(verb: LifeEvent['verb'], id: string, on: string, more: Partial<LifeEvent>): LifeEvent {
  return { id: `${verb}-${id}`, verb, on, by: null, said: '', ...more }
}

/** Why somebody cannot name a resource: they already have. */
export function whyNotRecognize(recognitions: readonly Recognition[], personId: string) {
  return recognitions.some((one) => one.byId === personId) ? 'resources.recognized_by_you' : undefined
}
