import type { Cycle, Stage } from './schema.ts'

type Marks = Pick<Cycle, 'startedOn' | 'studiedOn' | 'decision'>

/** Where a cycle is: planned, being done, waiting for its study, waiting for its decision, or done. */
export function stageOf(cycle: Marks & Pick<Cycle, 'endsOn'>, today: string): Stage {
  if (cycle.decision) return 'done'
  if (cycle.studiedOn) return 'act'
  if (!cycle.startedOn) return 'plan'
  return cycle.endsOn && cycle.endsOn < today ? 'study' : 'do'
}

/** Why a cycle cannot begin, or undefined if it can. Whoever predicts afterwards learns nothing. */
export function whyNotStart(cycle: Marks & Pick<Cycle, 'prediction'>) {
  if (cycle.startedOn) return 'cycles.started_already'
  return cycle.prediction.trim() === '' ? 'cycles.predict_first' : undefined
}

/** Why the plan cannot be changed any more: what was predicted must stand as it was said. */
export function whyNotReplan(cycle: Marks) {
  return cycle.startedOn ? 'cycles.plan_stands' : undefined
}

/** Why nothing can be written down as seen, or undefined if it can. */
export function whyNotObserve(cycle: Marks) {
  if (!cycle.startedOn) return 'cycles.start_first'
  return cycle.studiedOn ? 'cycles.studied_already' : undefined
}

/** Why the result cannot be studied, or undefined if it can. */
export function whyNotStudy(cycle: Marks & Pick<Cycle, 'observations'>) {
  if (!cycle.startedOn) return 'cycles.start_first'
  if (cycle.studiedOn) return 'cycles.studied_already'
  return cycle.observations === 0 ? 'cycles.observe_first' : undefined
}

/** Why nothing can be decided, or undefined if it can. */
export function whyNotDecide(cycle: Marks) {
  if (!cycle.studiedOn) return 'cycles.study_first'
  return cycle.decision ? 'cycles.decided_already' : undefined
}

/** Why a day cannot be that of something that was done: not ahead of today, and not before what came first. */
export function whyNotOn(day: string, today: string, after?: string | null) {
  if (day > today) return 'cycles.day_to_come'
  return after && day < after ? 'cycles.day_before' : undefined
}

/** Why a plan cannot end on a day, or undefined if it can. */
export function whyNotEnd(plan: Pick<Cycle, 'beginsOn' | 'endsOn'>) {
  return plan.beginsOn && plan.endsOn && plan.endsOn < plan.beginsOn ? 'cycles.ends_before' : undefined
}

/** What waits for whoever leads a cycle. */
export function waitsFor(cycle: Marks & Pick<Cycle, 'endsOn'>, today: string): 'study' | 'decision' | undefined {
  const stage = stageOf(cycle, today)
  if (stage === 'study') return 'study'
  return stage === 'act' ? 'decision' : undefined
}
