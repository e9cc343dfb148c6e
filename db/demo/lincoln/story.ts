import type { Teller } from '../teller.ts'
import { happenLately, nameResources, useResources } from './board.ts'
import { runLincolnCycles } from './cycles.ts'
import { agreeOnLincolnGoal } from './goal.ts'
import { measureLincoln } from './measures.ts'
import { drawLincolnStrategy } from './strategy.ts'

/** A year at Lincoln: what the school has, what it wants, how it means to get there, and what came of it. */
export async function tellLincoln(teller: Teller): Promise<void> {
  const told = await nameResources(teller)
  const goalId = await agreeOnLincolnGoal(teller)
  const measures = await measureLincoln(teller, goalId)
  await useResources(teller, told, goalId)
  const ideas = await drawLincolnStrategy(teller, told, goalId, measures)
  await runLincolnCycles(teller, ideas, goalId, measures)
  await happenLately(teller, told, goalId)
}
