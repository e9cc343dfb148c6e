import type { Verdict } from '../../measures/signals/schema.ts'
import type { Driver, Idea } from './schema.ts'
import type { CanvasDriver, CanvasIdea } from './walking/rules.ts'

/** The order after one of it, or one from elsewhere, was put before another, or at the end. */
export function orderWith(ids: readonly string[], moved: string, before: string): string[] {
  const others = ids.filter((id) => id !== moved)
  const at = others.indexOf(before)
  return others.toSpliced(at >= 0 ? at : others.length, 0, moved)
}

export type Hole =
  | { kind: 'no_drivers' }
  | { kind: 'driver_without_measure' | 'driver_without_ideas'; driver: Pick<Driver, 'id' | 'statement'> }
  | { kind: 'idea_without_resource' | 'idea_without_commitment'; idea: Pick<Idea, 'id' | 'statement'> }

type Committed = ReadonlySet<string>

/** What a strategy still lacks, in the order of its diagram. A hole stops nobody: it is shown. */
export function holesIn(drivers: readonly Driver[], ideasWithCommitments: Committed): Hole[] {
  if (drivers.length === 0) return [{ kind: 'no_drivers' }]
  return drivers.flatMap((driver) => [...holesOfDriver(driver), ...driver.ideas.flatMap((idea) => holesOfIdea(idea, ideasWithCommitments))])
}

function holesOfDriver(driver: Driver): Hole[] {
  const holes: Hole[] = []
  if (!driver.measureId) holes.push({ kind: 'driver_without_measure', driver })
  if (driver.ideas.length === 0) holes.push({ kind: 'driver_without_ideas', driver })
  return holes
}

function holesOfIdea(idea: Idea, committed: Committed): Hole[] {
  const holes: Hole[] = []
  if (idea.links.length === 0) holes.push({ kind: 'idea_without_resource', idea })
  if (!committed.has(idea.id)) holes.push({ kind: 'idea_without_commitment', idea })
  return holes
}

/** Why a driver cannot be taken out, or undefined if it can. */
export function whyNotRemoveDriver(driver: { ideas: readonly unknown[] }) {
  return driver.ideas.length > 0 ? 'strategy.driver_has_ideas' : undefined
}

/** Why a change idea cannot be taken out: what was promised or tried for it would lose its ground. */
export function whyNotRemoveIdea(idea: { commitments: number; cycles: number }) {
  if (idea.commitments > 0) return 'strategy.idea_has_commitments'
  return idea.cycles > 0 ? 'strategy.idea_has_cycles' : undefined
}

type Counted = { ideaId: string; state: 'open' | 'kept' | 'released'; late: boolean }
type Measured = ReadonlyMap<string, { name: string; verdict: Verdict }>

/** The diagram as the canvas draws it: each driver with what its measure says, each idea with what was promised. */
export function canvasOf(drivers: readonly Driver[], measured: Measured, commitments: readonly Counted[]): CanvasDriver[] {
  return drivers.map((driver) => ({
    id: driver.id,
    statement: driver.statement,
    measure: (driver.measureId && measured.get(driver.measureId)) || null,
    ideas: driver.ideas.map((idea) =>
      canvasIdea(
        idea,
        commitments.filter((one) => one.ideaId === idea.id),
      ),
    ),
  }))
}

function canvasIdea(idea: Idea, own: readonly Counted[]): CanvasIdea {
  return {
    id: idea.id,
    statement: idea.statement,
    resources: idea.links.map(({ id, resourceId, name, kind, way }) => ({ id, resourceId, name, kind, way })),
    kept: own.filter((one) => one.state === 'kept').length,
    open: own.filter((one) => one.state === 'open').length,
    late: own.filter((one) => one.late).length,
  }
}
