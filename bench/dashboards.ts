// `npm run bench:dashboards`: what the pages of a nation's survey ask of the database, when twelve million answers are folded.
import { openDatabase } from '../src/platform/database.ts'
import { inTenant } from '../src/access/scope.ts'
import { listBelow, listSummaries } from '../src/slices/surveys/reports/queries.ts'
import { readBelow } from '../src/slices/surveys/reports/rules.ts'
import { openTestDatabase } from '../test/support/database.ts'
import { foldNation, type Nation } from './dashboards/nation.ts'

const TIMES = 100
// The first calls compile statements and fill caches; a page that is asked for often finds both.
const WARM_UP = 20

// `npm run bench:dashboards -- 100` lets each school have a hundred people in place of ten: the times must not differ.
const peopleEach = Number(process.argv[2] ?? 10)

const database = await openTestDatabase()
const db = openDatabase({ url: database.appUrl, connections: 2 })
try {
  const began = performance.now()
  const nation = await foldNation(db, database.ownerUrl, peopleEach)
  const took = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `${nation.schools} schools, ${nation.people} people with 12 answers each, folded by the product's rules and kept in ${took} s`,
  )
  await measure(nation)
} finally {
  await db.close()
  await database.drop()
}

/** Times hold the transaction with its settings and the way to the database and back. */
async function measure({ scope, surveyId, scaleKeys, places: { nation, state, district } }: Nation): Promise<void> {
  const ask = async (own: { id: string } | undefined, below: { id: string }) =>
    await inTenant(db, scope, async (tx) => {
      if (own) await listSummaries(tx, scope, surveyId, own)
      return await listBelow(tx, scope, surveyId, below)
    })
  await time('the nation: its own figures and its 50 states, goal 5 ms', () => ask(nation, nation))
  await time('a state’s own figures and a district of 50 schools, goal 10 ms', () => ask(state, district))
  await time('the 1,000 districts of the state of 13,475 schools, goal 25 ms', () => ask(undefined, state))
  const rows = await ask(undefined, state)
  await time('what the program makes of these 1,000 districts', async () => readBelow(scaleKeys, rows))
}

async function time(what: string, ask: () => Promise<readonly object[]>): Promise<void> {
  for (let n = 0; n < WARM_UP; n++) await ask()
  const taken: number[] = []
  let rows = 0
  for (let n = 0; n < TIMES; n++) {
    const began = performance.now()
    rows = (await ask()).length
    taken.push(performance.now() - began)
  }
  taken.sort((one, other) => one - other)
  const [median = 0, high = 0] = [taken[TIMES / 2], taken[Math.floor(TIMES * 0.95)]]
  console.log(`${what}: median ${median.toFixed(1)} ms, 95th percentile ${high.toFixed(1)} ms (${rows} rows)`)
}
