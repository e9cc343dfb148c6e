import { inTenant, loadScope, type Scope } from '../../src/access/scope.ts'
import type { Db } from '../../src/platform/database.ts'
import type { Deps } from '../../src/web/deps.ts'
import type { SchoolKey } from './cast.ts'

/** The district and its schools, as places that commands take. */
export type Places = Record<SchoolKey | 'district', { id: string; path: string[]; kind: string }>

/** The whole story is one transaction, so that an interrupted telling leaves nothing behind. */
export type Telling = Omit<Deps, 'db'> & { db: Db }

/** Tells the story: lets one of the cast act on a day of the past. */
export type Teller = {
  deps: Telling
  places: Places
  /** The id of one of the cast. */
  idOf(key: string): string
  /** The day so many days after the story began, as `YYYY-MM-DD`. */
  day(offset: number): string
  /** One of the cast, on that day. */
  as(key: string, offset: number): Promise<Scope>
  /** How many days after the story's beginning today is. */
  today: number
}

type Begun = { deps: Telling; scope: Scope; places: Places; people: Map<string, string> }

const DAY = 24 * 3600 * 1000

// Ten in the morning, where the story is told.
const TIME_OF_DAY = 18 * 3600 * 1000

export function tellerOf({ deps, scope, places, people }: Begun): Teller {
  const begin = Math.floor(scope.now.getTime() / DAY) * DAY
  const now = deps.clock.now().getTime()
  const idOf = (key: string) => people.get(key) ?? ''
  return {
    deps,
    places,
    idOf,
    today: Math.floor((now - begin) / DAY),
    day: (offset) => new Date(begin + offset * DAY).toISOString().slice(0, 10),
    async as(key, offset) {
      const at = new Date(Math.min(begin + offset * DAY + TIME_OF_DAY, now))
      const found = await inTenant(deps.db, scope, (tx) =>
        loadScope(tx, { tenantId: scope.tenantId, personId: idOf(key), via: 'session', now: at }),
      )
      if (!found) throw new Error(`${key} has no role on day ${offset} of the story`)
      return found
    },
  }
}
