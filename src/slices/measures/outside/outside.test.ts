import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { countEvents } from '../../../../test/support/count-events.ts'
import { CLIMATE, DISTRICT, LINCOLN, plain, RIVERA, scoreOffice } from '../../../../test/support/score-office.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { handInFile } from './loads/commands.ts'

describe('scores from elsewhere', () => {
  let world: World
  let office: ReturnType<typeof scoreOffice>
  before(async () => {
    world = await openWorld()
    office = scoreOffice(world)
    await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { unitId: world.ids.schools.lincoln, identifier: '0007' })
    await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { lines: 'Rivera, 0012' })
  })
  after(() => world.close())

  it('loads once it was said whose scores they are, and shows each school its own among all', async () => {
    const { source, done } = await office.bring()
    assert.equal(done, 'measures.outside_loaded')
    const own = await office.textOf(urls.measures(LINCOLN), 'lucia')
    assert.match(own, /These scores were computed and published by somebody else/)
    assert.match(own, /State Office of Schools 2025 4\.32/)
    const school = await office.textOf(urls.outsideSource({ ...LINCOLN, source }), 'lucia')
    // Trust of those with at least five answers: 3.00, 4.32, 5.00.
    assert.match(school, /Half of the 3 schools are between 3\.66 and 4\.66; the median is 4\.32/)
    assert.match(school, /Return rate/)
    assert.match(school, /85%/)
    assert.doesNotMatch(school, /Elsewhere|Rivera/)
    const district = await office.textOf(urls.outsideSource({ ...DISTRICT, source }))
    assert.match(district, /Lincoln 4\.32 85% 31/)
    assert.match(district, /Rivera too few to say too few to say –/)
    assert.match(district, /5 schools\. 2 of them ours; 1 with too few answers\./)
    assert.match(district, /0102 Elsewhere Two/)
  })

  it('keeps nothing of a score that fewer than five answered', async () => {
    const { source } = await office.bring()
    for (const persona of ['omar', 'dana', 'ada'] as const)
      for (const url of [urls.outsideSource({ ...RIVERA, source }), urls.measures(RIVERA)])
        assert.doesNotMatch(await office.textOf(url, persona), /2\.17|41%/)
    const api = await (await world.as('omar').get(urls.apiOutsideScores({ tenant: 'cedar-valley' }))).json()
    assert.deepEqual(
      api.items.map((item: { tooFew: boolean; respondents: null; scores: { value: null }[] }) => [
        item.tooFew,
        item.respondents,
        item.scores[0]?.value,
      ]),
      [[true, null, null]],
    )
  })

  it('changes nothing when the same file comes again, and keeps a record when a newer one replaces it', async () => {
    const before = await office.bring()
    const events = await countEvents(world)
    const again = await office.bring()
    assert.deepEqual(again, { source: before.source, done: 'measures.outside_nothing_new' })
    // Handing in and choosing are told; the load that changed nothing is not.
    assert.equal(await countEvents(world), events + 2)
    const newer = await office.bring(CLIMATE.replace('4.32', '4.10'))
    assert.equal(newer.done, 'measures.outside_loaded')
    const text = await office.textOf(urls.outsideSource({ ...DISTRICT, source: before.source }))
    assert.match(text, /Lincoln 4\.1 85%/)
    assert.match(text, /2025, version 2/)
    assert.match(text, /A newer version has replaced it/)
    const edition = await currentEdition(before.source)
    const back = await world.as('dana').post(urls.outsideWithdrawal({ ...DISTRICT, source: before.source, edition }))
    assert.equal(back.status, 303)
    assert.match(await office.textOf(urls.outsideSource({ ...DISTRICT, source: before.source })), /Lincoln 4\.32 85%/)
    const twice = await world.as('dana').post(urls.outsideWithdrawal({ ...DISTRICT, source: before.source, edition }))
    assert.equal(twice.status, 409)
    assert.match(await twice.text(), /It was taken back/)
  })

  it('draws several years as a line, on one scale alone', async () => {
    const { source } = await office.bring()
    await office.bring(CLIMATE.replace('4.32', '3.90'), { year: '2024' })
    await office.bring(CLIMATE, { year: '2023', low_3: '0' })
    const html = await (await world.as('maria').get(urls.outsideSource({ ...LINCOLN, source }))).text()
    const score = /scores\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
    const text = await office.textOf(urls.outsideScore({ ...LINCOLN, source, score }), 'maria')
    assert.match(text, /Trust at Lincoln in 2 years/)
    assert.match(text, /2024 3\.9 3\.9 3\.45 4\.45 2025 4\.32 4\.32 3\.66 4\.66/)
    assert.match(text, /Years on another scale are left out/)
    assert.match(await office.textOf(urls.outsideScore({ ...DISTRICT, source, score })), /Rivera too few to say/)
    assert.equal((await world.as('maria').get(urls.outsideScore({ ...LINCOLN, source, score: source }))).status, 404)
  })

  it('sorts schools by a link, those without a score last', async () => {
    const { source } = await office.bring()
    const html = await (await world.as('dana').get(urls.outsideSource({ ...DISTRICT, source }))).text()
    const score = /sort=([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
    for (const order of ['up', 'down']) {
      const sorted = await office.textOf(urls.outsideSource({ ...DISTRICT, source }, { sort: score, order }))
      assert.match(sorted, /Lincoln 4\.32 85% 31 Rivera too few/)
    }
    const names = await office.textOf(urls.outsideSource({ ...DISTRICT, source }, { order: 'down' }))
    assert.match(names, /Rivera too few to say too few to say – Lincoln 4\.32/)
  })

  it('finds an earlier row once a school has its number', async () => {
    const { source } = await office.bring(CLIMATE.replace('0007,Lincoln', 'L-7,Lincoln Street'), { name: 'Another survey' })
    assert.equal((await world.as('maria').get(urls.outsideSource({ ...LINCOLN, source }))).status, 404)
    await world.as('ada').post(urls.outsideIdentifiers(DISTRICT), { unitId: world.ids.schools.lincoln, identifier: 'l-7' })
    assert.match(await office.textOf(urls.outsideSource({ ...LINCOLN, source }), 'maria'), /4\.32/)
  })

  it('gives numbers one by one or by lines, and takes a wrong one away', async () => {
    const taken = await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { unitId: world.ids.schools.rivera, identifier: '0007' })
    assert.equal(taken.status, 422)
    assert.match(await taken.text(), /Another school has this number/)
    const lines = await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { lines: 'Rivera, 99\nNowhere, 8\nLincoln' })
    const text = plain(await lines.text())
    assert.equal(lines.status, 422)
    assert.match(text, /2 Nowhere, 8 The exact name of a school here/)
    assert.match(text, /3 Lincoln A name, a comma, a number/)
    await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { unitId: world.ids.schools.rivera, identifier: 'WRONG' })
    const html = await (await world.as('dana').get(urls.outsideIdentifiers(DISTRICT))).text()
    const removal = /action="([^"]+\/removal)"(?:(?!<\/form>).)*Take WRONG away/s.exec(html)?.[1] ?? ''
    assert.equal((await world.as('dana').post(removal)).status, 303)
    assert.doesNotMatch(await office.textOf(urls.outsideIdentifiers(DISTRICT)), /WRONG/)
  })

  it('refuses whoever leads a school and not the district, with the reason', async () => {
    const events = await countEvents(world)
    const answer = await world.as('maria').post(urls.outsideSources(LINCOLN), { file: new File([CLIMATE], 'a.csv') })
    assert.equal(answer.status, 409)
    assert.match(await office.textOf(urls.outsideSources(LINCOLN), 'maria'), /not for your role|role/i)
    const given = await world.as('maria').post(urls.outsideIdentifiers(LINCOLN), { unitId: world.ids.schools.lincoln, identifier: '1' })
    assert.equal(given.status, 409)
    const lincoln = { id: world.ids.schools.lincoln, kind: 'school', path: [world.ids.schools.lincoln] }
    const byCommand = handInFile(world.deps.db, await world.scope('maria'), lincoln, { fileName: 'a.csv', bytes: new Uint8Array([97]) })
    await assert.rejects(byCommand, { reason: 'access.not_for_your_role' })
    // At a school there is nothing to load, whoever asks.
    assert.equal((await world.as('dana').post(urls.outsideSources(LINCOLN), { file: new File([CLIMATE], 'a.csv') })).status, 409)
    assert.equal(await countEvents(world), events)
  })

  it('is not there for neighbours and strangers', async () => {
    const { source } = await office.bring('School ID,Trust\n0007,4\n0300,3\n', {
      name: 'Of Lincoln alone',
      nameColumn: '',
      respondentsColumn: '',
      use: '1',
      name_1: 'Trust',
      low_1: '1',
      high_1: '5',
      better_1: 'up',
    })
    const load = await office.loadOf()
    assert.equal((await world.as('maria').get(urls.outsideSource({ ...LINCOLN, source }))).status, 200)
    for (const [persona, place] of [
      ['omar', LINCOLN],
      ['omar', RIVERA],
      ['omar', DISTRICT],
      ['stranger', DISTRICT],
      ['dana', RIVERA],
    ] as const)
      assert.equal((await world.as(persona).get(urls.outsideSource({ ...place, source }))).status, 404, `${persona} at ${place.place}`)
    for (const persona of ['maria', 'stranger'] as const)
      assert.equal((await world.as(persona).get(urls.outsideLoad({ ...DISTRICT, load }))).status, 404)
    assert.equal((await world.as('dana').get(urls.outsideLoad({ ...LINCOLN, load }))).status, 404)
    const unit = await world.as('omar').get(urls.apiOutsideScores({ tenant: 'cedar-valley' }, { unitId: world.ids.schools.lincoln }))
    assert.equal(unit.status, 404)
    const measures = await (await world.as('omar').get(urls.apiOutsideMeasures({ tenant: 'cedar-valley' }))).json()
    assert.equal(JSON.stringify(measures).includes('Of Lincoln alone'), false)
  })

  it('answers programs with each school, its scores and how all schools lie', async () => {
    await office.bring('School ID,Trust\n0007,4\n0300,3\n', {
      name: 'For programs',
      nameColumn: '',
      respondentsColumn: '',
      use: '1',
      name_1: 'Trust',
      low_1: '1',
      high_1: '5',
      better_1: 'up',
    })
    const list = await (await world.as('dana').get(urls.apiOutsideMeasures({ tenant: 'cedar-valley' }))).json()
    const measure = list.items.find((one: { sourceName: string }) => one.sourceName === 'For programs')
    assert.equal(measure.publisher, 'State Office of Schools')
    const url = urls.apiOutsideScores({ tenant: 'cedar-valley' }, { unitId: world.ids.schools.lincoln })
    const scores = await (await world.as('maria').get(url)).json()
    const own = scores.items.find((one: { sourceId: string }) => one.sourceId === measure.sourceId)
    assert.deepEqual(own.scores[0], {
      measureId: measure.id,
      value: 4,
      low: 1,
      high: 5,
      better: 'up',
      unitOfMeasure: '',
      schools: 2,
      lowerQuartile: 3.25,
      median: 3.5,
      upperQuartile: 3.75,
    })
  })

  async function currentEdition(source: string): Promise<string> {
    const html = await (await world.as('dana').get(urls.outsideSource({ ...DISTRICT, source }))).text()
    return /editions\/([0-9a-f-]{36})\/withdrawal/.exec(html)?.[1] ?? ''
  }
})
