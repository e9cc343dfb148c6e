import { inIdentity } from '../../src/access/scope.ts'
import type { Deps } from '../../src/web/deps.ts'
import { askStaff } from './asking.ts'
import { beginQuestionnaire } from './building.ts'
import { bringClimate } from './climate.ts'
import { watchDistrict } from './district-measures.ts'
import { foundDistrict } from './district.ts'
import { tellLincoln } from './lincoln/story.ts'
import { tellerOf } from './teller.ts'

const SLUG = 'cedar-valley'

/** Tells the story of Cedar Valley once, by the commands that people use. */
export async function loadDemoOnce(deps: Deps, say: (sentence: string) => void): Promise<void> {
  const there = await inIdentity(deps.db, undefined, (tx) =>
    tx.selectFrom('identity.tenant').select('tenantId').where('slug', '=', SLUG).executeTakeFirst(),
  )
  if (there) return
  say('Loading the demonstration district …')
  const begun = await deps.db.transaction({}, async (tx) => {
    const telling = { ...deps, db: tx }
    const begun = await foundDistrict(telling, SLUG)
    const teller = tellerOf({ deps: telling, ...begun })
    await tellLincoln(teller)
    await bringClimate(teller)
    await beginQuestionnaire(teller)
    await watchDistrict(teller)
    return begun
  })
  // Whoever answers a survey does so in a transaction of their own, as everywhere.
  await askStaff(tellerOf({ deps, ...begun }), deps)
}
