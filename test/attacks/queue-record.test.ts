import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { defineWorker } from '../../src/platform/jobs.ts'
import { surveyFold } from '../../src/slices/surveys/letters/jobs.ts'
import { surveysIn } from '../support/asked-staff.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

it('a count that fails leaves no row of the database in the queue, which outlives the answers', async () => {
  const { rows } = surveysIn(world)
  const tenantId = world.ids.tenants['cedar-valley']
  const fails = defineWorker(surveyFold, async () => {
    const detail = 'Failing row contains (my own words).'
    throw Object.assign(new Error('a check was violated'), { detail, where: detail, parameters: [detail] })
  })
  await world.jobs.work([fails])
  const surveyId = '00000000-0000-4000-8000-000000000001'
  await world.deps.db.transaction({ tenant: tenantId }, (tx) => world.deps.jobs.enqueue(tx, surveyFold, { tenantId, surveyId }))
  const kept = async () =>
    (await rows<{ output: object | null }>("select output from pgboss.job where name = 'surveys_fold' and output is not null"))[0]?.output
  const until = Date.now() + 20_000
  while (!(await kept()) && Date.now() < until) await wait(200)
  const text = JSON.stringify(await kept())
  assert.match(text, /a check was violated/)
  assert.doesNotMatch(text, /my own words/)
})
