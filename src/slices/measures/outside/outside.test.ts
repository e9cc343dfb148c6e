import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { countEvents } from '../../../../test/support/count-events.ts'
import type { Persona } from '../../../../test/support/cast.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'

const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }
const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }

// As a spreadsheet writes it: a byte-order mark, CRLF, trailing commas, an empty row, percents, a name with a comma.
const CLIMATE = [
  '\uFEFFSchool ID,School name,Answers,Trust,Return rate,,',
  '0007,Lincoln,31,4.32,85%,,',
  '0012,"Rivera, the high one",4,2.17,41%,,',
  '0101,Elsewhere One,20,3.00,60 %,,',
  '0102,Elsewhere Two,22,N/A,,,',
  ',,,,,,',
  '0103,Elsewhere Three,25,5.00,100%,,',
].join('\r\n')

const CHOICES = {
  name: 'Climate survey',
  publisher: 'State Office of Schools',
  year: '2025',
  link: 'https://example.org/climate',
  licence: 'CC BY 4.0',
  identifierColumn: '0',
  nameColumn: '1',
  respondentsColumn: '2',
  use: ['3', '4'],
  name_3: 'Trust',
  low_3: '1',
  high_3: '5',
  better_3: 'up',
  name_4: 'Return rate',
  low_4: '0',
  high_4: '100',
  better_4: 'up',
}

describe('scores from elsewhere', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { unitId: world.ids.schools.lincoln, identifier: '0007' })
    await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { lines: 'Rivera, 0012' })
  })
  after(() => world.close())

  async function handIn(csv: string, fileName = 'climate-2025.csv', persona: Persona = 'dana'): Promise<Response> {
    return await world.as(persona).post(urls.outsideSources(DISTRICT), { file: new File([csv], fileName, { type: 'text/csv' }) })
  }

  async function loadOf(csv = CLIMATE): Promise<string> {
    const answer = await handIn(csv)
    assert.equal(answer.status, 303)
    return /files\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  async function choose(load: string, fields: object = {}): Promise<Response> {
    return await world.as('dana').post(urls.outsideLoad({ ...DISTRICT, load }), { ...CHOICES, version: 1, ...fields })
  }

  async function apply(load: string, version = 2): Promise<Response> {
    return await world.as('dana').post(urls.outsideLoadApplication({ ...DISTRICT, load }), { version })
  }

  async function bring(csv = CLIMATE, fields: object = {}): Promise<{ source: string; done: string }> {
    const load = await loadOf(csv)
    assert.equal((await choose(load, fields)).status, 303)
    const answer = await apply(load)
    assert.equal(answer.status, 303, await answer.text())
    const location = answer.headers.get('location') ?? ''
    return { source: /outside\/([0-9a-f-]{36})/.exec(location)?.[1] ?? '', done: /done=([\w.]+)/.exec(location)?.[1] ?? '' }
  }

  async function textOf(url: string, persona: Persona = 'dana'): Promise<string> {
    const answer = await world.as(persona).get(url)
    assert.equal(answer.status, 200)
    return plain(await answer.text())
  }

  it('shows what is in a file before anything is loaded, with its best guess', async () => {
    const load = await loadOf()
    const text = await textOf(urls.outsideLoad({ ...DISTRICT, load }))
    assert.match(text, /5 rows and 5 columns/)
    assert.match(text, /Nothing of it is loaded yet/)
    assert.match(text, /Ours, found by number 2/)
    assert.match(text, /Rows that are no school of ours 3/)
    assert.match(text, /Say first what they are called/)
    const html = await (await world.as('dana').get(urls.outsideLoad({ ...DISTRICT, load }))).text()
    assert.match(html, /name="year"[^>]*value="2025"/)
    assert.match(html, /name="high_4"[^>]*value="100"/)
    assert.equal((await apply(load, 1)).status, 409)
    assert.doesNotMatch(await textOf(urls.measures(LINCOLN), 'lucia'), /Trust/)
  })

  it('loads once it was said whose scores they are, and shows each school its own among all', async () => {
    const { source, done } = await bring()
    assert.equal(done, 'measures.outside_loaded')
    const own = await textOf(urls.measures(LINCOLN), 'lucia')
    assert.match(own, /Others computed and published these scores/)
    assert.match(own, /State Office of Schools 2025 4\.32/)
    const school = await textOf(urls.outsideSource({ ...LINCOLN, source }), 'lucia')
    // Trust of those with at least five answers: 3.00, 4.32, 5.00.
    assert.match(school, /Half of the 3 schools lie between 3\.66 and 4\.66; the median is 4\.32/)
    assert.match(school, /Return rate/)
    assert.match(school, /85%/)
    assert.doesNotMatch(school, /Elsewhere|Rivera/)
    const district = await textOf(urls.outsideSource({ ...DISTRICT, source }))
    assert.match(district, /Lincoln 4\.32 85% 31/)
    assert.match(district, /Rivera too few to say too few to say –/)
    assert.match(district, /5 schools, 2 of them ours; 1 with too few answers, 0 cells or rows left out/)
    assert.match(district, /0102 Elsewhere Two/)
  })

  it('keeps nothing of a score that fewer than five answered', async () => {
    const { source } = await bring()
    for (const persona of ['omar', 'dana', 'ada'] as const)
      for (const url of [urls.outsideSource({ ...RIVERA, source }), urls.measures(RIVERA)])
        assert.doesNotMatch(await textOf(url, persona), /2\.17|41%/)
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
    const before = await bring()
    const events = await countEvents(world)
    const again = await bring()
    assert.deepEqual(again, { source: before.source, done: 'measures.outside_nothing_new' })
    // Handing in and choosing are told; the load that changed nothing is not.
    assert.equal(await countEvents(world), events + 2)
    const newer = await bring(CLIMATE.replace('4.32', '4.10'))
    assert.equal(newer.done, 'measures.outside_loaded')
    const text = await textOf(urls.outsideSource({ ...DISTRICT, source: before.source }))
    assert.match(text, /Lincoln 4\.1 85%/)
    assert.match(text, /2025, version 2/)
    assert.match(text, /A newer version has replaced it/)
    const edition = await currentEdition(before.source)
    const back = await world.as('dana').post(urls.outsideWithdrawal({ ...DISTRICT, source: before.source, edition }))
    assert.equal(back.status, 303)
    assert.match(await textOf(urls.outsideSource({ ...DISTRICT, source: before.source })), /Lincoln 4\.32 85%/)
    const twice = await world.as('dana').post(urls.outsideWithdrawal({ ...DISTRICT, source: before.source, edition }))
    assert.equal(twice.status, 409)
  })

  it('draws several years as a line, on one scale alone', async () => {
    const { source } = await bring()
    await bring(CLIMATE.replace('4.32', '3.90'), { year: '2024' })
    await bring(CLIMATE.replace('4.32', '43'), { year: '2023', low_3: '0', high_3: '50' })
    const html = await (await world.as('maria').get(urls.outsideSource({ ...LINCOLN, source }))).text()
    const score = /scores\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
    const text = await textOf(urls.outsideScore({ ...LINCOLN, source, score }), 'maria')
    assert.match(text, /Trust at Lincoln over 2 years/)
    assert.match(text, /2024 3\.9 3\.9 2025 4\.32 4\.32/)
    assert.match(text, /Years on another scale are left out/)
    assert.match(await textOf(urls.outsideScore({ ...DISTRICT, source, score })), /Rivera too few to say/)
    assert.equal((await world.as('maria').get(urls.outsideScore({ ...LINCOLN, source, score: source }))).status, 404)
  })

  it('sorts schools by a link, those without a score last', async () => {
    const { source } = await bring()
    const html = await (await world.as('dana').get(urls.outsideSource({ ...DISTRICT, source }))).text()
    const score = /sort=([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
    for (const order of ['up', 'down']) {
      const sorted = await textOf(urls.outsideSource({ ...DISTRICT, source }, { sort: score, order }))
      assert.match(sorted, /Lincoln 4\.32 85% 31 Rivera too few/)
    }
    const names = await textOf(urls.outsideSource({ ...DISTRICT, source }, { order: 'down' }))
    assert.match(names, /Rivera too few to say too few to say – Lincoln 4\.32/)
  })

  it('tells every cell and row that is left out, by row, column and what was expected', async () => {
    const broken = [
      'School ID,School name,Answers,Trust,Return rate',
      '7,Lincoln Street,31,4.32,85%',
      '0012,Rivera,many,3.10,40%',
      ',,12,3.3,50%',
      '0201,One,9,high,70%',
      '0202,Two,9,3.1,170%',
      '0203,Three,9,3.2,70%,5,6',
      '0204,Four,9,3.2,70%',
      '0204,Five,9,3.4,70%',
    ].join('\n')
    const load = await loadOf(broken)
    await choose(load)
    const text = await textOf(urls.outsideLoad({ ...DISTRICT, load }))
    assert.match(text, /2 – 0007: its leading zeros are gone\. 7/)
    assert.match(text, /3 Answers How many answered, as a whole number\. many/)
    assert.match(text, /4 – The number or the name of a school/)
    assert.match(text, /5 Trust A number, like 4\.32 or 85%, or nothing\. high/)
    assert.match(text, /6 Return rate A number from 0 – 100\. 170%/)
    assert.match(text, /7 – 5 cells, as in the first row/)
    assert.match(text, /9 – Each number once: two rows are two answers to one question\. 0204/)
    assert.match(text, /Cells and rows left out 7/)
    const csv = await (await world.as('dana').get(urls.outsideLoadReport({ ...DISTRICT, load }))).text()
    assert.equal(csv.trim().split('\r\n').length, 1 + 10)
    assert.match(csv, /5,Trust,not_number,/)
  })

  it('says why a file is no table, and keeps none of it', async () => {
    const events = await countEvents(world)
    const refused = async (bytes: string | Uint8Array<ArrayBuffer>, expected: RegExp) => {
      const file = new File([bytes], 'scores.csv')
      const answer = await world.as('dana').post(urls.outsideSources(DISTRICT), { file })
      assert.equal(answer.status, 422)
      assert.match(plain(await answer.text()), expected)
    }
    await refused('', /Choose a CSV file/)
    await refused('\n\n', /Row 1: the names of the columns were expected/)
    await refused('School,Trust\n', /Row 2: a school was expected/)
    await refused('School,Trust\nLincoln,"4.3\n', /Row 2: this is no CSV/)
    await refused(new Uint8Array([0x61, 0x2c, 0x62, 0x0a, 0xf1, 0x2c, 0x34]), /Row 2: letters that are not UTF-8/)
    assert.equal(await countEvents(world), events)
  })

  it('comes back with what was typed and the reason at its field', async () => {
    const load = await loadOf()
    const answer = await choose(load, {
      name: '',
      year: 'soon',
      link: 'javascript:alert(1)',
      high_3: '1',
      name_4: 'Trust',
      use: ['3', '4'],
    })
    const html = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(html, /A link was expected/)
    assert.match(html, /value="soon"/)
    const scale = await (await choose(load, { high_3: '1', name_4: 'trust' })).text()
    assert.match(scale, /A number above the lowest was expected/)
    assert.match(scale, /cannot have one name/)
    assert.match(await (await choose(load, { use: [] })).text(), /Choose at least one column/)
    assert.match(await (await choose(load, { identifierColumn: '', nameColumn: '' })).text(), /Say which column names the school/)
    assert.equal((await choose(load, { identifierColumn: '77' })).status, 409)
  })

  it('loads nothing over what somebody else has chosen since', async () => {
    const load = await loadOf()
    assert.equal((await choose(load)).status, 303)
    assert.equal((await choose(load)).status, 409)
    assert.equal((await apply(load, 1)).status, 409)
    const none = await loadOf('School ID,Trust\n5555,3\n')
    await choose(none, { nameColumn: '', respondentsColumn: '', use: '1', name_1: 'Trust', low_1: '1', high_1: '5', better_1: 'up' })
    const refused = await apply(none)
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /No row is a school of yours/)
  })

  it('finds an earlier row once a school has its number', async () => {
    const { source } = await bring(CLIMATE.replace('0007,Lincoln', 'L-7,Lincoln Street'), { name: 'Another survey' })
    assert.equal((await world.as('maria').get(urls.outsideSource({ ...LINCOLN, source }))).status, 404)
    await world.as('ada').post(urls.outsideIdentifiers(DISTRICT), { unitId: world.ids.schools.lincoln, identifier: 'l-7' })
    assert.match(await textOf(urls.outsideSource({ ...LINCOLN, source }), 'maria'), /4\.32/)
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
    assert.doesNotMatch(await textOf(urls.outsideIdentifiers(DISTRICT)), /WRONG/)
  })

  it('refuses whoever leads a school and not the district, with the reason', async () => {
    const events = await countEvents(world)
    const answer = await world.as('maria').post(urls.outsideSources(LINCOLN), { file: new File([CLIMATE], 'a.csv') })
    assert.equal(answer.status, 409)
    assert.match(await textOf(urls.outsideSources(LINCOLN), 'maria'), /not for your role|role/i)
    const given = await world.as('maria').post(urls.outsideIdentifiers(LINCOLN), { unitId: world.ids.schools.lincoln, identifier: '1' })
    assert.equal(given.status, 409)
    // At a school there is nothing to load, whoever asks.
    assert.equal((await world.as('dana').post(urls.outsideSources(LINCOLN), { file: new File([CLIMATE], 'a.csv') })).status, 409)
    assert.equal(await countEvents(world), events)
  })

  it('is not there for neighbours and strangers', async () => {
    const { source } = await bring('School ID,Trust\n0007,4\n0300,3\n', {
      ...{
        name: 'Of Lincoln alone',
        nameColumn: '',
        respondentsColumn: '',
        use: '1',
        name_1: 'Trust',
        low_1: '1',
        high_1: '5',
        better_1: 'up',
      },
    })
    const load = await loadOf()
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
    const unit = await world.as('omar').get(urls.apiOutsideScores({ tenant: 'cedar-valley' }, { unitId: world.ids.schools.lincoln }))
    assert.equal(unit.status, 404)
    const measures = await (await world.as('omar').get(urls.apiOutsideMeasures({ tenant: 'cedar-valley' }))).json()
    assert.equal(JSON.stringify(measures).includes('Of Lincoln alone'), false)
  })

  it('answers programs with each school, its scores and how all schools lie', async () => {
    await bring('School ID,Trust\n0007,4\n0300,3\n', {
      ...{
        name: 'For programs',
        nameColumn: '',
        respondentsColumn: '',
        use: '1',
        name_1: 'Trust',
        low_1: '1',
        high_1: '5',
        better_1: 'up',
      },
    })
    const list = await (await world.as('dana').get(urls.apiOutsideMeasures({ tenant: 'cedar-valley' }))).json()
    const measure = list.items.find((one: { sourceName: string }) => one.sourceName === 'For programs')
    assert.equal(measure.publisher, 'State Office of Schools')
    const url = urls.apiOutsideScores({ tenant: 'cedar-valley' }, { unitId: world.ids.schools.lincoln })
    const scores = await (await world.as('maria').get(url)).json()
    const own = scores.items.find((one: { sourceId: string }) => one.sourceId === measure.sourceId)
    assert.deepEqual(own.scores[0], {
      ...{ measureId: measure.id, value: 4, low: 1, high: 5, better: 'up', unitOfMeasure: '', schools: 2 },
      ...{ lowerQuartile: 3.25, median: 3.5, upperQuartile: 3.75 },
    })
  })

  async function currentEdition(source: string): Promise<string> {
    const html = await (await world.as('dana').get(urls.outsideSource({ ...DISTRICT, source }))).text()
    return /editions\/([0-9a-f-]{36})\/withdrawal/.exec(html)?.[1] ?? ''
  }
})

/** What a page says, without its marks. */
function plain(html: string): string {
  return html
    .replace(/<(script|style|svg)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
}
