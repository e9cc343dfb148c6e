import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { surveysIn } from '../../../../test/support/asked-staff.ts'
import { repository } from '../../../../test/support/server.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { migrate } from '../../../platform/migrations.ts'
import { urls } from '../../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const TITLE = { title_en: 'Autumn', title_es: 'Otoño' }
const PURPOSE = { purpose_en: 'To hear everybody.', purpose_es: 'Escuchar a todas las personas.' }

describe('what a questionnaire is for', () => {
  let world: World
  let instrument: string
  let draft: string
  before(async () => {
    world = await openWorld()
    instrument = idIn(await world.as('maria').post(urls.instruments(LINCOLN), { ...TITLE, ...PURPOSE, scales: ['small_measure'] }))
    draft = idIn(await world.as('maria').post(urls.instrumentDrafts(LINCOLN), { ...TITLE, ...PURPOSE }))
    await world.as('maria').post(urls.instrumentDrafts(LINCOLN), { title_en: 'Empty' })
  })
  after(() => world.close())

  const reading = async (language: string) =>
    await (await world.as('lucia').get(`${urls.instrumentReading({ ...LINCOLN, instrument })}?lang=${language}`)).text()
  const building = async () => await (await world.as('maria').get(urls.instrumentDraft({ ...LINCOLN, draft }))).text()

  it('is said in each of its languages, where it is read and where it is built', async () => {
    assert.match(await reading('en'), /To hear everybody\./)
    assert.match(await reading('es'), /<span lang="es">Escuchar a todas las personas\./)
    for (const page of [urls.instrument, urls.instrumentValidity])
      assert.match(await (await world.as('lucia').get(page({ ...LINCOLN, instrument }))).text(), /To hear everybody\./)
    assert.match(
      await building(),
      /name="purpose_en"[^>]*>To hear everybody\.<[\s\S]*name="purpose_es"[^>]*>Escuchar a todas las personas\.</,
    )
  })

  it('comes back as typed where it is not said in one of them', async () => {
    const answer = await world
      .as('maria')
      .post(urls.instruments(LINCOLN), { ...TITLE, ...PURPOSE, purpose_es: ' ', scales: 'small_measure' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /href="#purpose_es"[\s\S]*>To hear everybody\.<\/textarea>/)
  })

  it('stays what it was where it was written before there was one in each language', async () => {
    await asItWasBefore(world)
    assert.deepEqual(await migrate(world.database.ownerUrl, join(repository, 'db/migrations')), ['0096_instrument_purpose.sql'])
    for (const language of ['en', 'es']) assert.match(await reading(language), /To hear everybody\./)
    assert.match(await building(), /name="purpose_en"[^>]*>To hear everybody\.<[\s\S]*name="purpose_es"[^>]*><\/textarea>/)
    const { rows } = surveysIn(world)
    const drafts = await rows("select document -> 'purpose' as purpose from instrument_draft order by document ->> 'purpose'")
    assert.deepEqual(
      drafts.map(({ purpose }) => purpose),
      [{ en: 'To hear everybody.' }, {}],
    )
  })
})

/** Tables and rows as the migration before left them. */
async function asItWasBefore(world: World): Promise<void> {
  const { rows } = surveysIn(world)
  await rows("alter table instrument alter column purpose type text using purpose ->> 'en'")
  await rows(`alter table instrument_draft alter column document type jsonb
    using jsonb_set(document, '{purpose}', to_jsonb(coalesce(document #>> '{purpose,en}', '')))`)
  await rows("delete from migration where name = '0096_instrument_purpose.sql'")
}

function idIn(answer: Response): string {
  return /(?:questionnaires|drafts)\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}
