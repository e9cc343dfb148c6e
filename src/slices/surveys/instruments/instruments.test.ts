import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const DISTRICT = { tenant: 'cedar-valley', place: 'district' }
const FORM = {
  title_en: 'Autumn',
  title_es: 'Otoño',
  purpose_en: 'To hear everybody.',
  purpose_es: 'Escuchar a todas las personas.',
  scales: ['trust_integrity', 'small_measure'],
}

describe('questionnaires', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  const idIn = (answer: Response) => /questionnaires\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

  it('are asked for kindly where there is none', async () => {
    assert.match(
      await (await world.as('omar').get(urls.surveys({ ...LINCOLN, place: 'rivera' }))).text(),
      /not only from those who speak up/,
    )
  })

  it('are made from scales and own questions, and shown as people will read them', async () => {
    const answer = await world
      .as('maria')
      .post(urls.instruments(LINCOLN), { ...FORM, own_en: 'Our bell is too loud.', own_es: 'El timbre suena fuerte.' })
    assert.equal(answer.status, 303)
    const page = await (await world.as('lucia').get(urls.instrument({ ...LINCOLN, instrument: idIn(answer) }))).text()
    assert.match(page, /Trust: integrity[\s\S]*counted the other way round[\s\S]*A small measure[\s\S]*Our bell is too loud/)
    assert.match(page, /free to use under its license, and questions written here/)
    assert.match(await (await world.as('tomas').get(urls.surveys(LINCOLN))).text(), /Autumn/)
  })

  it('are read as people will, in each of their languages', async () => {
    const instrument = idIn(await world.as('maria').post(urls.instruments(LINCOLN), FORM))
    const reading = async (query: string) =>
      await (await world.as('lucia').get(`${urls.instrumentReading({ ...LINCOLN, instrument })}${query}`)).text()
    assert.match(await reading(''), /Autumn[\s\S]*Read it in Spanish[\s\S]*This was worth my time[\s\S]*Not at all/)
    assert.match(await reading('?lang=es'), /Otoño[\s\S]*Read it in English[\s\S]*Mi tiempo estuvo bien empleado/)
    assert.match(await reading('?lang=fr'), /Autumn/)
  })

  it('are in English alone where nothing is written in Spanish', async () => {
    const fields = { title_en: 'One language', purpose_en: 'To hear.', scales: ['small_measure'], own_en: 'Our bell is too loud.' }
    const answer = await world.as('maria').post(urls.instruments(LINCOLN), fields)
    assert.equal(answer.status, 303)
    const page = await (await world.as('lucia').get(urls.instrument({ ...LINCOLN, instrument: idIn(answer) }))).text()
    assert.match(page, /<dd>English<\/dd>/)
    const half = await world.as('maria').post(urls.instruments(LINCOLN), { ...fields, title_es: 'Dos lenguas' })
    assert.match(await half.text(), /href="#purpose_es"[\s\S]*leave everything in Spanish empty/)
  })

  it('come back as typed where something is missing', async () => {
    const answer = await world.as('maria').post(urls.instruments(LINCOLN), { ...FORM, scales: [], own_en: 'Half', own_es: '' })
    const text = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(text, /in both languages, in the same order/)
    assert.match(text, />Half<\/textarea>/)
    assert.equal((await world.as('maria').post(urls.instruments(LINCOLN), { ...FORM, purpose_es: ' ' })).status, 422)
  })

  it('are made by those who lead the very place', async () => {
    assert.equal((await world.as('lucia').post(urls.instruments(LINCOLN), FORM)).status, 409)
    assert.equal((await world.as('dana').post(urls.instruments(LINCOLN), FORM)).status, 409)
    assert.match(await (await world.as('lucia').get(urls.instrumentNew(LINCOLN))).text(), /those who lead this very place/)
  })

  it('of a district can be used by its schools, those of a school by no other', async () => {
    const tenant = await (await world.as('dana').get(urls.places({ tenant: 'cedar-valley' }))).text()
    const slug = /\/t\/cedar-valley\/in\/([a-z0-9-]+)/.exec(tenant)?.[1] ?? DISTRICT.place
    const answer = await world.as('dana').post(urls.instruments({ ...DISTRICT, place: slug }), { ...FORM, title_en: 'Of all schools' })
    assert.equal(answer.status, 303)
    assert.match(await (await world.as('omar').get(urls.surveys({ ...LINCOLN, place: 'rivera' }))).text(), /Of all schools/)
    const own = idIn(await world.as('maria').post(urls.instruments(LINCOLN), FORM))
    assert.equal((await world.as('omar').get(urls.instrument({ ...LINCOLN, place: 'rivera', instrument: own }))).status, 404)
    assert.equal((await world.as('ada').get(urls.instrument({ ...LINCOLN, instrument: own }))).status, 404)
    const listed = await (await world.as('ada').get(urls.surveys(LINCOLN))).text()
    assert.doesNotMatch(listed, /Of all schools|questionnaires\/[0-9a-f-]{36}/, 'no list leads to what is not here')
    assert.equal((await world.as('stranger').get(urls.instrument({ ...LINCOLN, instrument: own }))).status, 404)
  })
})
