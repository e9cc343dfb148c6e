import type { Tx } from '../platform/database.ts'
import type { Deps } from './deps.ts'

/** Thrown to undo what a request wrote while still giving its answer. */
class Undone extends Error {
  readonly response: Response
  constructor(response: Response) {
    super('undone')
    this.response = response
  }
}

export type AfterCommit = (act: () => Promise<void>) => void

/** One transaction a request: an answer of 400 or more undoes it; what must follow the commit is done after it. */
export async function inOneTransaction(deps: Deps, run: (tx: Tx, afterCommit: AfterCommit) => Promise<Response>): Promise<Response> {
  const acts: (() => Promise<void>)[] = []
  try {
    const response = await deps.db.transaction({}, async (tx) => {
      const answer = await run(tx, (act) => acts.push(act))
      if (answer.status >= 400) throw new Undone(answer)
      return answer
    })
    for (const act of acts) await act()
    return response
  } catch (error) {
    if (error instanceof Undone) return error.response
    throw error
  }
}
