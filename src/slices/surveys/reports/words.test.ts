import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { surveysIn } from '../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { foldClosed } from '../folding/commands.ts'
import { keepInstrument } from '../instruments/commands.ts'

const said = (en: string) => ({ en, es: en })

describe('words of several schools', () => {
  let world: World
  let survey: string
  before(async () => {
    world = await openWorld()
    const surveys = surveysIn(world)
    for (const school of ['lincoln', 'rivera'] as const) await surveys.hire(school, 12)
    const root = world.ids.roots['cedar-valley']
    const instrumentId = await keepInstrument(
      world.deps.db,
      await world.scope('dana'),
      { id: root },
      {
        title: said('In words'),
        languages: ['en', 'es'],
        purpose: { en: 'To hear.' },
        scales: [
          {
            key: 'own',
            kind: 'text',
            options: 'agreement',
            name: said('Own'),
            purpose: said('Own'),
            items: [{ key: 'one', text: said('What?') }],
          },
        ],
        provenance: 'own',
      },
    )
    survey = await surveys.open('dana', 'cedar-valley-unified', { instrumentId })
    for (const [address, link] of await surveys.links(survey))
      assert.equal((await surveys.answer(link, [`Words of ${address}`])).status, 303)
    const place = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }
    assert.equal((await world.as('dana').post(urls.surveyClosure({ ...place, survey }))).status, 303)
    await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId: survey })
  })
  after(() => world.close())

  async function wordsAt(persona: 'dana' | 'maria' | 'omar', place: string): Promise<string[]> {
    const answer = await world.as(persona).get(urls.apiSurveyReport({ tenant: 'cedar-valley', survey }, { place }))
    assert.equal(answer.status, 200)
    const { words } = await answer.json()
    return words.flatMap((one: { texts: string[] }) => one.texts)
  }

  it('are read at each school, and all of them, mixed, at the district', async () => {
    const [all, lincoln, rivera] = [
      await wordsAt('dana', 'cedar-valley-unified'),
      await wordsAt('maria', 'lincoln'),
      await wordsAt('omar', 'rivera'),
    ]
    assert.ok(lincoln.length >= 12 && rivera.length >= 12)
    assert.ok(lincoln.every((text) => !rivera.includes(text)))
    assert.deepEqual(all.toSorted(), [...lincoln, ...rivera].toSorted())
    assert.notDeepEqual(all, [...lincoln, ...rivera])
  })
})
