import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { countEvents } from '../../../../../test/support/count-events.ts'
import { DISTRICT, LINCOLN, plain, scoreOffice } from '../../../../../test/support/score-office.ts'
import { openWorld, type World } from '../../../../../test/support/world.ts'
import { urls } from '../../../../urls.ts'

describe('a file of scores', () => {
  let world: World
  let office: ReturnType<typeof scoreOffice>
  before(async () => {
    world = await openWorld()
    office = scoreOffice(world)
    await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { unitId: world.ids.schools.lincoln, identifier: '0007' })
    await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { lines: 'Rivera, 0012' })
  })
  after(() => world.close())

  it('shows what is in a file before anything is loaded, with its best guess', async () => {
    const load = await office.loadOf()
    const text = await office.textOf(urls.outsideLoad({ ...DISTRICT, load }))
    assert.match(text, /5 rows and 5 columns/)
    assert.match(text, /Nothing of it is loaded yet/)
    assert.match(text, /Ours, found by number 2/)
    assert.match(text, /Rows that are no school of ours 3/)
    assert.match(text, /Say first what they are called/)
    const html = await (await world.as('dana').get(urls.outsideLoad({ ...DISTRICT, load }))).text()
    assert.match(html, /name="year"[^>]*value="2025"/)
    assert.match(html, /name="high_4"[^>]*value="100"/)
    assert.equal((await office.apply(load, 1)).status, 409)
    assert.doesNotMatch(await office.textOf(urls.measures(LINCOLN), 'lucia'), /Trust/)
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
    const load = await office.loadOf(broken)
    await office.choose(load)
    const text = await office.textOf(urls.outsideLoad({ ...DISTRICT, load }))
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
    const load = await office.loadOf()
    const answer = await office.choose(load, {
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
    const scale = await (await office.choose(load, { high_3: '1', name_4: 'trust' })).text()
    assert.match(scale, /A number above the lowest was expected/)
    assert.match(scale, /cannot have one name/)
    assert.match(await (await office.choose(load, { use: [] })).text(), /Choose at least one column/)
    assert.match(await (await office.choose(load, { identifierColumn: '', nameColumn: '' })).text(), /Say which column names the school/)
    assert.equal((await office.choose(load, { identifierColumn: '77' })).status, 409)
  })

  it('loads nothing over what somebody else has chosen since', async () => {
    const load = await office.loadOf()
    assert.equal((await office.choose(load)).status, 303)
    assert.equal((await office.choose(load)).status, 409)
    assert.equal((await office.apply(load, 1)).status, 409)
    const none = await office.loadOf('School ID,Trust\n5555,3\n')
    await office.choose(none, { nameColumn: '', respondentsColumn: '', use: '1', name_1: 'Trust', low_1: '1', high_1: '5', better_1: 'up' })
    const refused = await office.apply(none)
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /No row is a school of yours/)
  })
})
