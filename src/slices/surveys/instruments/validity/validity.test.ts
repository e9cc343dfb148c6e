import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { surveysIn } from '../../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../../test/support/world.ts'
import { urls } from '../../../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const NOTE = { kind: 'evidence', body: 'Compared with\nvisits to twelve lessons.', notedOn: '2026-09-01', surveyId: '' }

describe('the validity file of a questionnaire', () => {
  let world: World
  let instrument: string
  before(async () => {
    world = await openWorld()
    const made = await world.as('maria').post(urls.instruments(LINCOLN), {
      title_en: 'Autumn',
      title_es: 'Otoño',
      purpose_en: 'To hear everybody.',
      purpose_es: 'Escuchar a todas las personas.',
      scales: ['small_measure'],
    })
    instrument = /questionnaires\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
  })
  after(() => world.close())

  const url = () => urls.instrumentValidity({ ...LINCOLN, instrument })
  const read = async (person: 'maria' | 'lucia' | 'dana' = 'lucia') => await (await world.as(person).get(url())).text()

  it('says from the beginning what it is for, what not, and whose it is', async () => {
    assert.match(
      await read(),
      /What it is for[\s\S]*To hear everybody\.[\s\S]*not made to judge persons[\s\S]*Nothing yet\.[\s\S]*under the program/,
    )
    assert.match(await (await world.as('lucia').get(urls.instrument({ ...LINCOLN, instrument }))).text(), /\/validity"/)
  })

  it('is added to by those who lead its place, and read by all who see the questionnaire', async () => {
    assert.equal((await world.as('maria').post(url(), NOTE)).status, 303)
    assert.equal((await world.as('maria').post(url(), { ...NOTE, kind: 'revision', body: 'Shorter.' })).status, 303)
    assert.match(await read('dana'), /visits to twelve lessons[\s\S]*Sep[\s\S]*Maria[\s\S]*What was changed, and why[\s\S]*Shorter\./)
  })

  it('names the closed survey that evidence comes from', async () => {
    const surveys = surveysIn(world)
    await surveys.hire('lincoln', 6)
    const survey = await surveys.open('maria', 'lincoln')
    const [row] = await surveys.rows<{ instrument_id: string }>('select instrument_id from survey where id = $1', [survey])
    const file = urls.instrumentValidity({ ...LINCOLN, instrument: row?.instrument_id ?? '' })
    assert.equal((await world.as('maria').post(file, { ...NOTE, surveyId: survey })).status, 422)
    assert.equal((await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey }))).status, 303)
    assert.match(await (await world.as('maria').get(file)).text(), new RegExp(`<option value="${survey}"`))
    assert.equal((await world.as('maria').post(file, { ...NOTE, surveyId: survey })).status, 303)
    assert.match(await (await world.as('lucia').get(file)).text(), new RegExp(`/surveys/${survey}">From this survey`))
  })

  it('refuses what cannot be, with everything typed', async () => {
    const sent = async (fields: Record<string, string>) => await world.as('maria').post(url(), { ...NOTE, ...fields })
    const ahead = await sent({ notedOn: '2199-01-01' })
    assert.equal(ahead.status, 422)
    assert.match(await ahead.text(), /Choose today or an earlier day[\s\S]*twelve lessons/)
    const other = '018f0000-0000-7000-8000-00000000dead'
    assert.match(await (await sent({ surveyId: other })).text(), /a closed survey with this questionnaire/)
    assert.match(await (await sent({ surveyId: other, kind: 'use' })).text(), /Only evidence comes from a survey/)
    for (const [name, value] of Object.entries({ body: ' ', kind: 'praise', notedOn: 'soon' }))
      assert.equal((await sent({ [name]: value })).status, 422)
  })

  it('is not written by others, and not found by the neighbours', async () => {
    for (const person of ['lucia', 'dana'] as const)
      for (const body of [NOTE.body, ' ']) assert.equal((await world.as(person).post(url(), { ...NOTE, body })).status, 409)
    for (const person of ['omar', 'stranger'] as const) {
      assert.equal((await world.as(person).get(url())).status, 404)
      assert.equal((await world.as(person).post(url(), NOTE)).status, 404)
    }
  })
})
